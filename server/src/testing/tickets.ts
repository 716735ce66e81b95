import { DEMO, type Simulator } from '@alphapy/simulator'
import type { Updateable } from 'kysely'
import { controlMessage } from '../features/tickets/controls.ts'
import { openTicket } from '../features/tickets/desk.ts'
import { changeTicket, findTicket, nextNumber, type TicketDraft } from '../features/tickets/store.ts'
import type { Terms } from '../features/tickets/terms.ts'
import type { Ticket } from '../features/tickets/ticket.ts'
import { ChannelId, GuildId, RoleId, UserId } from '../kernel/ids.ts'
import type { Db } from '../platform/database/connect.ts'
import type { Tickets } from '../platform/database/tables.ts'
import { post } from '../platform/discord/outbox.ts'
import { until } from './until.ts'

/** A ticket of demo_member in the demo guild, as when its form was sent; then brought into that state. */
export async function ticketThere(
  db: Db,
  now: Temporal.Instant,
  draft: Partial<TicketDraft> = {},
  state: Updateable<Tickets> = {},
): Promise<Ticket> {
  const whole: TicketDraft = {
    guildId: GuildId.parse(DEMO.guild),
    panelId: null,
    openerId: UserId.parse(DEMO.people.demo_member),
    username: 'demo_member',
    language: 'en',
    description: 'My order did not arrive.',
    answers: [],
    interactionId: null,
    ...draft,
  }
  return db.transaction().execute(async (tx) => {
    const ticket = await openTicket(tx, whole, await nextNumber(tx, whole.guildId), now)
    return Object.keys(state).length === 0 ? ticket : changeTicket(tx, ticket, state, now)
  })
}

/** As it is now. */
export async function ticketNow(db: Db, { guildId, id }: Pick<Ticket, 'guildId' | 'id'>): Promise<Ticket> {
  const ticket = await findTicket(db, guildId, id)
  if (!ticket) throw new Error('the ticket is gone')
  return ticket
}

const TERMS: Terms = {
  panel: null,
  place: 'channel',
  categoryId: null,
  overflowCategoryId: null,
  threadChannelId: null,
  staffRoleIds: [RoleId.parse(DEMO.roles.staff)],
  escalationRoleId: null,
  idleHours: 120,
  autoCloseHours: 336,
  archiveHours: null,
  firstResponseMinutes: null,
  resolutionMinutes: null,
  hours: null,
  assignment: 'none',
}
/** Nothing that follows from a change is to be done in Discord: the place is the test's own. */
const SETTLED_FOR_GOOD = 1_000_000

interface Surroundings {
  readonly db: Db
  readonly simulator: Simulator
  readonly clock: { now(): Temporal.Instant }
}

/** A ticket in a channel that everybody sees, with its head posted. */
export async function ticketInChannel({ db, simulator, clock }: Surroundings, state: Updateable<Tickets> = {}) {
  const channel = simulator.createChannel(DEMO.guild, { name: 'ticket' }).id
  const place = { channel_id: ChannelId.parse(channel), settled_version: SETTLED_FOR_GOOD }
  const ticket = await ticketThere(db, clock.now(), {}, { ...place, ...state })
  const message = controlMessage(ticket, TERMS, [], ticket.language)
  const { guildId } = ticket
  await db
    .transaction()
    .execute((tx) => post(tx, { guildId, to: { channelId: place.channel_id }, purpose: 'test', message }, clock.now()))
  const findHead = () => simulator.messages(channel)[0]
  await until('the head of the ticket', findHead)
  return {
    ticket,
    channel,
    head() {
      const head = findHead()
      if (!head) throw new Error('the head of the ticket is gone')
      return head
    },
    now: () => ticketNow(db, ticket),
    /** What the bot said below the head, once it has said so much. */
    said: (count: number) =>
      until(`${count} messages`, () => {
        const below = simulator.messages(channel).slice(1)
        return below.length >= count && below.map(({ content }) => content)
      }),
  }
}
