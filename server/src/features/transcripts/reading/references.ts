import type { Recorded } from '../recording/message-store.ts'
import type { Inline, Reference } from './markdown/tree.ts'

/** What texts name by an id or a number, in the words of its reader. Pure. */

type Named = Extract<Inline, { kind: 'mention' }>['of']

/** Of those who are named by their id; what is not known has a word of its own. */
export type Names = Readonly<Record<Named, (id: string) => string>>

/** Of the people of the ticket, and of the guild's roles and channels. Null: not known. */
export type KnownNames = Readonly<Record<Named, (id: string) => string | null>>

/** People as they were recorded with the message, else as they are known. */
export function namesIn(
  { mentions }: Pick<Recorded, 'mentions'>,
  { user, role, channel }: KnownNames,
  unknown: (of: Named, id: string) => string,
): Names {
  const users = new Map(Object.entries(mentions))
  return {
    user: (id) => users.get(id) ?? user(id) ?? unknown('user', id),
    role: (id) => role(id) ?? unknown('role', id),
    channel: (id) => channel(id) ?? unknown('channel', id),
  }
}

interface Told {
  readonly names: Names
  readonly time: (instant: Temporal.Instant) => string
}

export function referenceText(reference: Reference, { names, time }: Told): string {
  switch (reference.kind) {
    case 'mention':
      return `${reference.of === 'channel' ? '#' : '@'}${names[reference.of](reference.id)}`
    case 'command':
      return `/${reference.name}`
    case 'emoji':
      return `:${reference.name}:`
    case 'time': {
      const instant = instantOf(reference)
      return instant ? time(instant) : String(reference.seconds)
    }
  }
}

/** What instants there are: https://tc39.es/proposal-temporal/docs/instant.html */
const FURTHEST_S = 8_640_000_000_000

/** Null: further away than instants go. */
export function instantOf({ seconds }: Extract<Reference, { kind: 'time' }>): Temporal.Instant | null {
  return Math.abs(seconds) > FURTHEST_S ? null : Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
}
