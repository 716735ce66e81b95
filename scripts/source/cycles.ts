import type { Module } from './modules.ts'

/** Groups of modules that import one another in a ring, by imports that exist at run time. */
export function importCycles(modules: readonly Module[]): string[][] {
  const paths = new Set(modules.map(({ path }) => path))
  const targets = new Map(
    modules.map(({ path, imports }) => [
      path,
      imports.filter(({ typeOnly, to }) => !typeOnly && paths.has(to)).map(({ to }) => to),
    ]),
  )
  return components(targets).filter(
    ([first = '', ...others]) => others.length > 0 || targets.get(first)?.includes(first),
  )
}

/** Tarjan's strongly connected components (https://doi.org/10.1137/0201010). */
function components(targets: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const found: string[][] = []
  const low = (path: string) => lowest.get(path) ?? Number.POSITIVE_INFINITY

  function visit(path: string): void {
    const number = order.size
    order.set(path, number)
    lowest.set(path, number)
    open.push(path)
    for (const next of targets.get(path) ?? []) {
      if (!order.has(next)) visit(next)
      if (open.includes(next)) lowest.set(path, Math.min(low(path), low(next)))
    }
    if (low(path) === number) found.push(open.splice(open.indexOf(path)).sort())
  }

  for (const path of targets.keys()) if (!order.has(path)) visit(path)
  return found
}
