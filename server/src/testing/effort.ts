/** What the processor had to do, in milliseconds: on a busy machine no more than on an idle one. */
export function effortMs(act: () => unknown): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
