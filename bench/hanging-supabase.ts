/**
 * How long `/status` and the list of reminders (with an API key) take while 200 people come with tokens of Supabase and
 * Supabase answers them, and while it answers none of them, in turn, against one running program. Prints p50 and p99 of
 * both and the ratio; the claim is that a hanging Supabase keeps the p99 within 1.2 times that without.
 */
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { DEMO, startSimulator } from '@alphapy/simulator'
import { testDatabase } from '../server/src/testing/database.ts'
import { sendJson } from '../server/src/testing/http.ts'
import { Program } from '../server/src/testing/program.ts'
import { SupabaseProject } from '../server/src/testing/supabase/supabase.ts'
import { until } from '../server/src/testing/until.ts'

const ROUNDS = 12
const REQUESTS = 400
const AT_ONCE = 4
const PEOPLE = 200
/** What Retry-After says. */
const PAUSE_MS = 5_000
const CLAIMED = 1.2
const OWNER = DEMO.people.demo_owner
const KEY = { 'x-api-key': 'key', 'x-user-id': OWNER }
const READS = { '/status': {}, [`/api/reminders/${OWNER}`]: KEY }

await using database = await testDatabase()
await using simulator = await startSimulator({ community: 'demo' })
await using project = await new SupabaseProject(() => Temporal.Now.instant()).start()
await using program = new Program({
  BOT_TOKEN: simulator.token,
  DISCORD_API_URL: simulator.restUrl,
  DATABASE_URL: database.url,
  API_KEY: KEY['x-api-key'],
  PORT: '0',
  LOG_LEVEL: 'warn',
  LIMIT_REMINDERS_READ_PER_MINUTE: '0',
  ...project.environment,
})
await Promise.race([until('the start', () => program.output.includes('is running'), 60_000), program.ended()])
const api = /API +(\S+)/.exec(program.output)?.[1]
if (!api) throw new Error(program.output)
for (let n = 1; n <= 10; n += 1) await expect(200, 'POST', '/api/reminders', KEY, reminder(n))

type Times = Readonly<Record<string, number[]>>
const noTimes = (): Times => Object.fromEntries(Object.keys(READS).map((path) => [path, []]))
const [answering, hanging] = [noTimes(), noTimes()]
let held = 0
await measure(noTimes())
for (let round = 0; round < ROUNDS; round += 1) {
  if (round % 2 === 0) await measureAmong(answering, null)
  await measureAmong(hanging, 'hang')
  if (round % 2 === 1) await measureAmong(answering, null)
}
const count = (ROUNDS * REQUESTS).toLocaleString('en')
console.log(`${count} requests each, ${AT_ONCE} at once, in ${ROUNDS} rounds; ${held} of ${PEOPLE} people hung at once`)
for (const path of Object.keys(READS)) tell(path)

function tell(path: string): void {
  const [without, during] = [answering[path] ?? [], hanging[path] ?? []]
  const [p99, hung] = [quantile(without, 0.99), quantile(during, 0.99)]
  const name = path.replace(OWNER, '{user_id}').padEnd(25)
  console.log(`  ${name} without: p50 ${quantile(without, 0.5).toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`)
  console.log(`  ${''.padEnd(25)} hanging: p50 ${quantile(during, 0.5).toFixed(2)} ms, p99 ${hung.toFixed(2)} ms`)
  console.log(`  ${''.padEnd(25)} ratio of p99: ${(hung / p99).toFixed(2)} (claimed: at most ${CLAIMED})`)
}

async function measure(times: Times): Promise<void> {
  for (const [path, headers] of Object.entries(READS)) {
    let left = REQUESTS
    const one = async () => {
      while (left-- > 0) {
        const startedAt = performance.now()
        await expect(200, 'GET', path, headers)
        times[path]?.push(performance.now() - startedAt)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, one))
  }
}

/** Among people who have all been answered, or are held by Supabase. */
async function measureAmong(times: Times, fault: 'hang' | null): Promise<void> {
  const gone = new AbortController()
  let answered = 0
  project.profiles.fault = fault
  const people = Array.from({ length: PEOPLE }, () => ask(gone.signal, () => (answered += 1)))
  await until('everybody to be answered or held', () => answered + project.profiles.hanging >= PEOPLE)
  held = Math.max(held, project.profiles.hanging)
  await measure(times)
  gone.abort()
  await Promise.all(people)
  project.profiles.letGo()
  await until('Supabase to be asked again', async () => (await askOnce()).status !== 503 || delay(250, false), 30_000)
}

/** Somebody nobody knows yet, who asks again after a while. */
async function ask(gone: AbortSignal, onAnswer: () => void): Promise<void> {
  while (!gone.aborted) {
    await askOnce()
    onAnswer()
    await Promise.race([delay(PAUSE_MS, null, { ref: false }), gone.aborted || once(gone, 'abort')])
  }
}

function askOnce() {
  return sendJson(`${api}/api/reminders/${OWNER}`, 'GET', undefined, { authorization: `Bearer ${project.token()}` })
}

async function expect(status: number, method: string, path: string, headers: Record<string, string>, body?: unknown) {
  const answer = await sendJson(`${api}${path}`, method, body, headers)
  if (answer.status !== status) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`)
}

function reminder(n: number) {
  return { name: `Reminder ${n}`, channel_id: DEMO.channels.general, time: '09:00', days: ['0'] }
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}
