import { type APIOverwrite, OverwriteType } from 'discord-api-types/v10'
import { type ChannelId, RoleId, type UserId } from '../../../kernel/ids.ts'
import type { Channel, ChannelOverwrite, ThreadChange } from '../../../platform/discord/channel-calls.ts'
import type { Wanted } from './wanted.ts'

/** One thing that is done in Discord for a ticket. */
export type Step =
  | { readonly kind: 'overwrites'; readonly overwrites: readonly ChannelOverwrite[] }
  | { readonly kind: 'thread'; readonly change: ThreadChange }
  | { readonly kind: 'bring' | 'part'; readonly userId: UserId }
  /** To another category. */
  | { readonly kind: 'move' }
  /** Has the message with the buttons say how the ticket stands. */
  | { readonly kind: 'control' }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'remove' }

/** What earlier steps left behind. */
export interface Left {
  readonly roleIds: readonly RoleId[]
  readonly threadPeople: readonly UserId[]
  readonly askedName: string | null
  readonly categoryId: ChannelId | null
}

/**
 * What brings the place from how it was found to how it is wanted, in this order: who may see and write comes first, a
 * new name last, since Discord may not allow one for ten minutes.
 */
export function stepsFrom(found: Channel, wanted: Wanted, left: Left, categoryId: ChannelId | null): Step[] {
  if (wanted.kind === 'nothing') return []
  const { name } = wanted
  const named: Step[] = name === null || name === left.askedName ? [] : [{ kind: 'rename', name }]
  if (wanted.kind === 'thread') return threadSteps(found, wanted, left, named)
  const overwrites = [...wanted.overwrites, ...foreign(found, wanted, left)]
  const allowed: Step[] = isSame(found.overwrites, overwrites) ? [] : [{ kind: 'overwrites', overwrites }]
  if (wanted.isToGo) return [...allowed, { kind: 'remove' }]
  return [
    ...allowed,
    ...(categoryId === left.categoryId || categoryId === null ? [] : [{ kind: 'move' } as const]),
    { kind: 'control' },
    ...named,
  ]
}

/** Nothing can be done in an archived thread, so it is opened first and archived last. */
function threadSteps(
  { thread }: Channel,
  wanted: Extract<Wanted, { kind: 'thread' }>,
  left: Left,
  named: readonly Step[],
): Step[] {
  const { isLocked, isArchived, people } = wanted
  const isAsWanted = thread?.isLocked === isLocked && !thread.isArchived
  if (isArchived && thread?.isArchived && thread.isLocked) return []
  const brought = people.filter((userId) => !left.threadPeople.includes(userId))
  const parted = left.threadPeople.filter((userId) => !people.includes(userId))
  return [
    ...(isAsWanted ? [] : [{ kind: 'thread', change: { isArchived: false, isLocked } } as const]),
    ...brought.map((userId) => ({ kind: 'bring', userId }) as const),
    ...parted.map((userId) => ({ kind: 'part', userId }) as const),
    { kind: 'control' },
    ...named,
    ...(isArchived ? [{ kind: 'thread', change: { isArchived, isLocked } } as const] : []),
  ]
}

/** Roles that people let in by hand stay in; members come and go by the ticket alone. */
function foreign({ overwrites }: Channel, wanted: Extract<Wanted, { kind: 'channel' }>, { roleIds }: Left) {
  const known = new Set<string>([...roleIds, ...wanted.overwrites.map(({ id }) => id)])
  return overwrites
    .filter(({ id, type }) => type === OverwriteType.Role && !known.has(id))
    .map(
      ({ id, allow, deny }): ChannelOverwrite => ({
        of: 'role',
        id: RoleId.parse(id),
        allow: BigInt(allow),
        deny: BigInt(deny),
      }),
    )
}

function isSame(found: readonly APIOverwrite[], wanted: readonly ChannelOverwrite[]): boolean {
  const there = found.map(({ id, allow, deny }) => `${id} ${allow} ${deny}`).toSorted()
  return (
    there.join() ===
    wanted
      .map(({ id, allow, deny }) => `${id} ${allow} ${deny}`)
      .toSorted()
      .join()
  )
}

interface Renames {
  readonly renamedAt: Temporal.Instant | null
  readonly renameAfter: Temporal.Instant | null
}

/** Discord allows two in ten minutes: https://github.com/discord/discord-api-docs/issues/1900 */
const RENAMES_WITHIN = { minutes: 10 }

/** What the budget is once the place is renamed now: after a second rename within ten minutes of the first, none until then. */
export function renamed({ renamedAt, renameAfter }: Renames, now: Temporal.Instant): Renames {
  const again = renamedAt?.add(RENAMES_WITHIN)
  const isSecond = again !== undefined && Temporal.Instant.compare(now, again) < 0
  return { renamedAt: now, renameAfter: isSecond ? again : renameAfter }
}

export function mayRename({ renameAfter }: Renames, now: Temporal.Instant): boolean {
  return renameAfter === null || Temporal.Instant.compare(renameAfter, now) <= 0
}
