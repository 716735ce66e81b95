import { instantOfId } from '../../../kernel/ids.ts'
import { type Channel, type ChannelOverwrite, channelTrouble } from '../../../platform/discord/channel-calls.ts'
import { DiscordFailure } from '../../../platform/discord/failure.ts'
import { announceChange } from '../../../platform/events/data-change.ts'
import { lockedTicket, placeTicket } from '../desk.ts'
import { markerOf, readMarker } from './marker.ts'
import { note } from './place-store.ts'
import { isBehindOthers, serveNext } from './queue-store.ts'
import { hadNoEffect, isOfParent, NotPlaced } from './trouble.ts'
import { nameFor, rolesOf } from './wanted.ts'
import { placesWords } from './words-places.ts'
import { hold, reasonOf, type Standing, type Work } from './work.ts'

const CLOCKS_DIFFER = { minutes: 1 }
/** As long as Discord lets a thread be silent before it archives it. */
const A_WEEK_MINUTES = 10_080

/** Thrown where there is no room: the ticket waits in this queue. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'
  readonly queue: string
  readonly trouble: 'category_full' | 'guild_full'

  constructor(queue: string, trouble: 'category_full' | 'guild_full') {
    super(`no room in ${queue}`)
    this.queue = queue
    this.trouble = trouble
  }
}

/**
 * The place of the ticket, made where there is none yet and one is wanted. Discord knows no key by which a repeat would
 * be recognised, so that one may be made is noted before, and after an uncertain end it is looked for.
 * @throws {NoRoom} {NotPlaced}
 */
export async function ensureMade(work: Work, standing: Standing): Promise<Channel | null> {
  if (standing.found) return standing.found
  const { makingSince } = work.place
  const made = makingSince === null ? null : await findMade(work, standing, makingSince)
  if (made) return adopt(work, standing, made)
  if (standing.wanted.kind === 'nothing') return null
  const { ticket, terms } = standing
  if (standing.wanted.kind === 'thread') return adopt(work, standing, await makeThread(work, standing))
  const queue = terms.categoryId ?? ticket.guildId
  if (await isBehindOthers(work.needs.db, ticket, queue)) throw new NoRoom(queue, 'category_full')
  return adopt(work, standing, await makeChannel(work, standing))
}

/** What an earlier attempt made, told by the marker in the topic; a thread, which has no topic, by its name. */
async function findMade(work: Work, { ticket }: Standing, since: Temporal.Instant): Promise<Channel | null> {
  const { discord } = work.needs
  const [channels, threads] = await Promise.all([
    discord.guildChannels(ticket.guildId),
    discord.activeThreads(ticket.guildId),
  ])
  const earliest = since.subtract(CLOCKS_DIFFER)
  const isOurs = ({ topic, thread, name, id }: Channel) =>
    thread
      ? name === work.place.askedName && Temporal.Instant.compare(instantOfId(id), earliest) >= 0
      : readMarker(topic)?.ticketId === ticket.id
  const [first] = [...channels, ...threads].filter(isOurs).toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
  return first ?? null
}

async function makeChannel(work: Work, standing: Standing): Promise<Channel> {
  const { categoryId, overflowCategoryId } = standing.terms
  let full: NoRoom | null = null
  for (const parentId of new Set(categoryId === null ? [null] : [categoryId, overflowCategoryId ?? categoryId])) {
    try {
      return await makeNamed(work, standing, async (name, { discord }) => {
        const { ticket, wanted } = standing
        const overwrites: readonly ChannelOverwrite[] = wanted.kind === 'channel' ? wanted.overwrites : []
        const topic = placesWords(ticket.language)('topic', { number: ticket.number, marker: markerOf(ticket) })
        return discord.createChannel(ticket.guildId, { name, parentId, topic, overwrites }, reasonOf(ticket))
      })
    } catch (error) {
      if (!(error instanceof DiscordFailure)) throw error
      const trouble = channelTrouble(error)
      if (trouble === 'guild_full') throw new NoRoom(standing.ticket.guildId, trouble)
      if (trouble === 'category_full') full ??= new NoRoom(parentId ?? standing.ticket.guildId, trouble)
      else if (!isOfParent(error)) throw error
    }
  }
  throw full ? new NoRoom(categoryId ?? standing.ticket.guildId, full.trouble) : new NotPlaced('category_gone')
}

async function makeThread(work: Work, standing: Standing): Promise<Channel> {
  const { ticket, terms } = standing
  const { threadChannelId } = terms
  if (threadChannelId === null) throw new NotPlaced('thread_channel_gone')
  try {
    return await makeNamed(work, standing, (name, { discord }) =>
      discord.createPrivateThread(threadChannelId, { name, autoArchiveMinutes: A_WEEK_MINUTES }, reasonOf(ticket)),
    )
  } catch (error) {
    if (error instanceof DiscordFailure && error.kind === 'gone') throw new NotPlaced('thread_channel_gone')
    throw error
  }
}

/** With the best name that Discord does not refuse. */
async function makeNamed(
  work: Work,
  standing: Standing,
  make: (name: string, needs: Work['needs']) => Promise<Channel>,
): Promise<Channel> {
  const { ticket, terms } = standing
  const since = work.place.makingSince
  for (;;) {
    const name = nameFor(ticket, terms, work.place.refusedNames)
    if (name === null) throw new NotPlaced('name_refused')
    const beginning = {
      making_since: since ?? work.needs.clock.now(),
      asked_name: name,
      role_ids: rolesOf(ticket, terms),
    }
    await hold(work, { ...beginning, category_id: terms.categoryId })
    try {
      return await make(name, work.needs)
    } catch (error) {
      if (!(error instanceof DiscordFailure) || !hadNoEffect(error)) throw error
      const isRefused = channelTrouble(error) === 'name_refused'
      const refused = isRefused ? { refused_names: [...work.place.refusedNames, name] } : {}
      await hold(work, { making_since: since, ...refused })
      if (!isRefused) throw error
    }
  }
}

/** Writes down where the ticket has its place; whoever waits behind it is tried next. */
async function adopt(work: Work, { ticket: { guildId, id } }: Standing, made: Channel): Promise<Channel> {
  const { db, clock } = work.needs
  const now = clock.now()
  await db.transaction().execute(async (tx) => {
    const ticket = await lockedTicket(tx, guildId, id)
    await placeTicket(tx, ticket, made.id, now)
    work.place = await note(tx, work.place, { making_since: null, waiting_for: null, waiting_since: null, attempts: 0 })
    await serveNext(tx, guildId, now)
    await announceChange(tx, { guildId, kind: 'tickets', ref: id }, now)
  })
  return made
}
