import { misfit } from './wording.ts'

/** The ids with this one at the place that is wished for, counted from 1; without a wish it stays, or is the last. */
export function placed(ids: readonly string[], id: string, order: number | undefined): readonly string[] {
  if (order === undefined) return ids.includes(id) ? ids : [...ids, id]
  return ids.filter((other) => other !== id).toSpliced(order - 1, 0, id)
}

/** @throws {Refusal} unless `wished` names each of the ids once and nothing else. */
export function checkComplete(field: string, ids: readonly string[], wished: readonly string[]): void {
  const known = new Set(ids)
  const named = new Set<string>()
  const repeated = new Set<string>()
  for (const id of wished) (named.has(id) ? repeated : named).add(id)
  const faults = [
    fault('unknown', [...named.difference(known)]),
    fault('repeated', [...repeated]),
    fault('missing', [...known.difference(named)]),
  ].filter((words) => words !== null)
  if (faults.length > 0) throw misfit(`/${field}`, `must name each of the ${field} once: ${faults.join('; ')}`)
}

const MOST_TOLD = 10

function fault(what: string, ids: readonly string[]): string | null {
  if (ids.length === 0) return null
  const untold = ids.length - MOST_TOLD
  return `${what} ${ids.slice(0, MOST_TOLD).join(', ')}${untold > 0 ? ` and ${untold} more` : ''}`
}
