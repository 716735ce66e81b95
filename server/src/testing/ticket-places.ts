import assert from 'node:assert/strict'
import type { Simulator } from '@alphapy/simulator'
import { REST } from '@discordjs/rest'
import { Routes } from 'discord-api-types/v10'
import { type MoveDetails, moveTicket, openTicket } from '../features/tickets/desk.ts'
import type { MoveName } from '../features/tickets/moves.ts'
import { findTicket, nextNumber } from '../features/tickets/store.ts'
import type { Ticket } from '../features/tickets/ticket.ts'
import type { Clock } from '../kernel/clock.ts'
import { GuildId, UserId } from '../kernel/ids.ts'
import type { Db } from '../platform/database/connect.ts'
import { notify } from '../platform/database/listen.ts'
import { SETTINGS_CHANNEL, settingsNotice } from '../platform/settings/settings.ts'
import { until } from './until.ts'

interface Surroundings {
  readonly simulator: Simulator
  readonly db: Db
  readonly clock: Clock
}

type NewGuild = Parameters<Simulator['createGuild']>[0]

const CATEGORY = 4

/** A guild with a staff role and a category for tickets, and what its people do with tickets. */
export function ticketGuild(surroundings: Surroundings, bot?: NewGuild['bot']) {
  const { simulator } = surroundings
  const newcomer = (username: string) => simulator.createUser({ username }).id
  const [owner, member, staff] = [newcomer('owner'), newcomer('anna'), newcomer('sam')]
  const made = simulator.createGuild({ name: 'Hall', owner, members: [member, staff], ...(bot && { bot }) })
  const guildId = GuildId.parse(made.id)
  const role = simulator.createRole(made.id, { name: 'Staff' }).id
  made.members.get(staff)?.roles.push(role)
  const category = simulator.createChannel(made.id, { name: 'Tickets', type: CATEGORY }).id
  return {
    guildId,
    owner,
    member,
    staff,
    role,
    category,
    ...ticketsOf(surroundings, guildId, { member, staff }),
    ...discordOf(surroundings, guildId),
    /** The category and the role are those of the guild, unless it says otherwise. */
    set: (settings: Readonly<Record<string, string | null>> = {}) =>
      choose(surroundings, guildId, { category_id: category, staff_role_id: role, ...settings }),
  }
}

interface NewPanel {
  readonly name?: string
  readonly threadChannelId?: string
  readonly categoryId?: string
  readonly overflowCategoryId?: string
  readonly staffRoleIds?: readonly string[]
}

function ticketsOf(
  { simulator, db, clock }: Surroundings,
  guildId: GuildId,
  people: { readonly member: string; readonly staff: string },
) {
  const find = async ({ id }: Ticket): Promise<Ticket> => {
    const found = await findTicket(db, guildId, id)
    assert.ok(found)
    return found
  }
  const settled = (ticket: Ticket) =>
    until(`ticket ${ticket.number} to be settled`, async () => {
      const now = await find(ticket)
      return now.settledVersion === now.version ? now : null
    })
  return {
    find,
    settled,
    open: (openerId = people.member, more: { readonly panelId?: string } = {}): Promise<Ticket> =>
      db.transaction().execute(async (tx) => {
        const who = { openerId: UserId.parse(openerId), username: 'anna', language: 'en' as const }
        const said = { panelId: null, description: 'Help!', answers: [], interactionId: null }
        return openTicket(tx, { guildId, ...said, ...who, ...more }, await nextNumber(tx, guildId), clock.now())
      }),
    move: (ticket: Ticket, move: MoveName, details: MoveDetails = {}) =>
      db.transaction().execute((tx) => {
        const staff = UserId.parse(people.staff)
        const all = { assignee: staff, ...details }
        return moveTicket(tx, ticket, move, { userId: staff, standing: 'staff' }, all, clock.now())
      }),
    /** Once the ticket is settled. */
    async channel(ticket: Ticket) {
      const { channelId } = await settled(ticket)
      const channel = simulator.state.channels.get(channelId ?? '')
      assert.ok(channel, `ticket ${ticket.number} has no channel`)
      return channel
    },
    /** A panel of tickets, as an admin makes one. */
    async panel(panel: NewPanel): Promise<string> {
      const { name = 'Billing', threadChannelId: thread_channel_id = null, staffRoleIds = [] } = panel
      const { categoryId: category_id = null, overflowCategoryId: overflow_category_id = null } = panel
      const place = thread_channel_id === null ? 'channel' : 'thread'
      const where = { place, thread_channel_id, category_id, overflow_category_id }
      const times = { created_at: clock.now(), updated_at: clock.now() }
      const values = { guild_id: guildId, name, ...where, staff_role_ids: [...staffRoleIds], position: 0, ...times }
      return (await db.insertInto('ticket_panels').values(values).returning('id').executeTakeFirstOrThrow()).id
    },
    /** What the operational log of the guild says of tickets that are not settled. */
    async troubles(): Promise<string[]> {
      const rows = await db
        .selectFrom('operational_events')
        .select('message')
        .where('guild_id', '=', guildId)
        .where('event_type', 'in', ['TICKET_NOT_SETTLED', 'TICKET_CHANNEL_ORPHANED'])
        .orderBy('id')
        .execute()
      return rows.map(({ message }) => message)
    },
  }
}

function discordOf({ simulator }: Surroundings, guildId: GuildId) {
  const rest = new REST({ api: simulator.restUrl, version: '10' }).setToken(simulator.token)
  return {
    rest,
    /** Those that bear the mark of a ticket. */
    channels: () => simulator.state.channelsOf(guildId).filter(({ topic }) => topic?.includes('alphapy:ticket:')),
    controls: (channelId: string) => simulator.messages(channelId).filter(({ components }) => components.length > 0),
    fill: (parentId: string, count: number) =>
      Array.from({ length: count }, (_, n) =>
        simulator.createChannel(guildId, { name: `old-${n}`, parent_id: parentId }),
      ),
    remove: (channelId: string) => rest.delete(Routes.channel(channelId)),
  }
}

/** As the settings of the guild store it; the doors for that have tests of their own. */
async function choose(
  { db, clock }: Surroundings,
  guildId: GuildId,
  settings: Readonly<Record<string, string | null>>,
): Promise<void> {
  const rows = Object.entries(settings).map(([key, value]) => ({
    guild_id: guildId,
    scope: 'ticketbot',
    key,
    value: JSON.stringify(value),
    value_type: key.includes('category') ? 'category' : 'role',
    updated_at: clock.now(),
  }))
  await db
    .insertInto('guild_settings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['guild_id', 'scope', 'key']).doUpdateSet(({ ref }) => ({ value: ref('excluded.value') })),
    )
    .execute()
  await notify(db, SETTINGS_CHANNEL, settingsNotice(guildId, 1n))
}
