/** What handlers read from a call besides its body: who acts and why, and the query. */
import { Fields } from '../fields.ts'
import type { Actor } from '../state/members.ts'
import type { Call } from './router.ts'

export function actorOf({ actorId, reason }: Call): Actor {
  return { id: actorId, reason }
}

/** The query's parameters, refused like fields of a body. */
export function queryOf({ query }: Call): Fields {
  return new Fields(Object.fromEntries(query))
}

/** Whether a parameter says yes. */
export function isAsked({ query }: Call, name: string): boolean {
  const value = query.get(name)?.toLowerCase()
  return value === 'true' || value === '1'
}

/** By id, what lies after `after` and before `before`, lowest first. */
export function between<T>(items: Iterable<T>, idOf: (item: T) => string, query: Fields): T[] {
  const after = BigInt(query.snowflake('after') ?? 0)
  const before = query.snowflake('before')
  return [...items]
    .map((item) => ({ item, id: BigInt(idOf(item)) }))
    .filter(({ id }) => id > after && (before === undefined || id < BigInt(before)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ item }) => item)
}
