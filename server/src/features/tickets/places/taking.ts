import type { ChannelId } from '../../../kernel/ids.ts'
import { type Channel, channelTrouble } from '../../../platform/discord/channel-calls.ts'
import { DiscordFailure, UNKNOWN_CHANNEL } from '../../../platform/discord/failure.ts'
import { lockedTicket, placeTicket } from '../desk.ts'
import { showControls } from './control.ts'
import { withoutPlace } from './loss.ts'
import { mayRename, renamed, type Step } from './steps.ts'
import { rolesOf } from './wanted.ts'
import { hold, reasonOf, type Standing, type Work } from './work.ts'

/** What is left for later after a step; null: nothing. */
export type Rest =
  | null
  /** All but this is as it should be. */
  | { readonly kind: 'rename'; readonly at: Temporal.Instant }
  | { readonly kind: 'transcript' }

/** Takes one step in Discord and notes it. */
export async function take(work: Work, standing: Standing, found: Channel, step: Step): Promise<Rest> {
  const { discord } = work.needs
  const reason = reasonOf(standing.ticket)
  switch (step.kind) {
    case 'overwrites':
      await hold(work, { role_ids: [...new Set([...work.place.roleIds, ...rolesOf(standing.ticket, standing.terms)])] })
      await discord.editChannel(found.id, { overwrites: step.overwrites }, reason)
      await hold(work, { role_ids: rolesOf(standing.ticket, standing.terms) })
      return null
    case 'thread':
      await hold(work)
      await discord.editThread(found.id, step.change, reason)
      return null
    case 'bring':
    case 'part':
      return people(work, found, step)
    case 'move':
      return move(work, standing, found)
    case 'control':
      await showControls(work, standing, found.id)
      return null
    case 'rename':
      return rename(work, standing, found, step.name)
    case 'remove':
      return remove(work, standing, found)
  }
}

/** Somebody who is no member of the guild, or may not see the channel of the thread, cannot be brought in. */
async function people(work: Work, found: Channel, { kind, userId }: Extract<Step, { userId: unknown }>): Promise<null> {
  const { discord } = work.needs
  const others = work.place.threadPeople.filter((id) => id !== userId)
  await hold(work)
  try {
    if (kind === 'bring') await discord.addThreadMember(found.id, userId)
    else await discord.removeThreadMember(found.id, userId)
  } catch (error) {
    const isAbsent = error instanceof DiscordFailure && (error.kind === 'gone' || error.kind === 'forbidden')
    if (!isAbsent || error.code === UNKNOWN_CHANNEL) throw error
  }
  await hold(work, { thread_people: kind === 'bring' ? [...others, userId] : others })
  return null
}

/** Where neither category has room, it stays. */
async function move(work: Work, { ticket, terms }: Standing, found: Channel): Promise<null> {
  const { categoryId, overflowCategoryId } = terms
  const parents = [categoryId, overflowCategoryId].filter((id): id is ChannelId => id !== null)
  for (const parentId of parents.includes(found.parentId ?? found.id) ? [] : parents) {
    await hold(work)
    try {
      await work.needs.discord.editChannel(found.id, { parentId }, reasonOf(ticket))
      break
    } catch (error) {
      if (!(error instanceof DiscordFailure) || error.kind !== 'invalid') throw error
    }
  }
  await hold(work, { category_id: categoryId })
  return null
}

/** Nothing waits for a name: where Discord allows none now, the ticket is settled without, and it is given later. */
async function rename(work: Work, { ticket }: Standing, found: Channel, name: string): Promise<Rest> {
  const { discord, clock } = work.needs
  const { renameAfter, refusedNames } = work.place
  if (renameAfter && !mayRename(work.place, clock.now())) return { kind: 'rename', at: renameAfter }
  await hold(work)
  try {
    if (found.thread) await discord.editThread(found.id, { name }, reasonOf(ticket))
    else await discord.editChannel(found.id, { name }, reasonOf(ticket))
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error
    const isRefused = channelTrouble(error) === 'name_refused'
    if (!isRefused && !error.isRateLimited) throw error
    const at = clock.now().add({ milliseconds: Math.ceil(error.retryAfterMs ?? 0) })
    await hold(work, isRefused ? { refused_names: [...refusedNames, name] } : { rename_after: at })
    return { kind: 'rename', at }
  }
  const budget = renamed(work.place, clock.now())
  await hold(work, { asked_name: name, renamed_at: budget.renamedAt, rename_after: budget.renameAfter })
  return null
}

/** Only what is kept elsewhere is deleted. */
async function remove(work: Work, { ticket }: Standing, found: Channel): Promise<Rest> {
  const { discord, recordings, db, clock } = work.needs
  if (!(await recordings.isComplete({ ...ticket, channelId: found.id }))) return { kind: 'transcript' }
  await hold(work)
  try {
    await discord.deleteChannel(found.id, reasonOf(ticket))
  } catch (error) {
    if (!(error instanceof DiscordFailure) || error.code !== UNKNOWN_CHANNEL) throw error
  }
  const now = clock.now()
  await db.transaction().execute(async (tx) => {
    await placeTicket(tx, await lockedTicket(tx, ticket.guildId, ticket.id), null, now)
    await withoutPlace(tx, work, now)
  })
  return null
}
