import assert from 'node:assert/strict'
import type { Simulator } from '@alphapy/simulator'
import { REST } from '@discordjs/rest'
import { type APIChannel, Routes } from 'discord-api-types/v10'
import { moveTicket, openTicket } from '../features/tickets/desk.ts'
import type { MoveName } from '../features/tickets/moves.ts'
import { findTicket, nextNumber } from '../features/tickets/store.ts'
import type { Ticket } from '../features/tickets/ticket.ts'
import type { Clock } from '../kernel/clock.ts'
import { ChannelId, GuildId, UserId } from '../kernel/ids.ts'
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
  const { simulator, db, clock } = surroundings
  const [owner, member, staff] = ['owner', 'anna', 'sam'].map((username) => simulator.createUser({ username }).id)
  assert.ok(owner && member && staff)
  const made = simulator.createGuild({ name: 'Hall', owner, members: [member, staff], ...(bot && { bot }) })
  const guildId = GuildId.parse(made.id)
  const role = simulator.createRole(made.id, { name: 'Staff' }).id
  made.members.get(staff)?.roles.push(role)
  const category = simulator.createChannel(made.id, { name: 'Tickets', type: CATEGORY }).id
  const rest = new REST({ api: simulator.restUrl, version: '10' }).setToken(simulator.token)

  async function open(openerId = member, more: { readonly panelId?: string } = {}): Promise<Ticket> {
    return db.transaction().execute(async (tx) => {
      const who = { openerId: UserId.parse(openerId ?? ''), username: 'anna', language: 'en' as const }
      const draft = { guildId, panelId: null, description: 'Help!', answers: [], interactionId: null, ...who, ...more }
      return openTicket(tx, draft, await nextNumber(tx, guildId), clock.now())
    })
  }

  const find = async ({ id }: Ticket): Promise<Ticket> => {
    const found = await findTicket(db, guildId, id)
    assert.ok(found)
    return found
  }
  const channelOf = (id: string) => simulator.state.channels.get(id)
  const settled = (ticket: Ticket) =>
    until(`ticket ${ticket.number} to be settled`, async () => {
      const now = await find(ticket)
      return now.settledVersion === now.version ? now : null
    })

  return {
    guildId,
    owner,
    member,
    staff,
    role,
    category,
    rest,
    open,
    find,
    settled,
    /** The category and the role are those of the guild, unless it says otherwise. */
    set: (settings: Readonly<Record<string, string | null>> = {}) =>
      choose(surroundings, guildId, { category_id: category, staff_role_id: role, ...settings }),
    move: (ticket: Ticket, move: MoveName) =>
      db.transaction().execute((tx) => {
        const mover = { userId: UserId.parse(staff), standing: 'staff' as const }
        return moveTicket(tx, ticket, move, mover, { assignee: UserId.parse(staff) }, clock.now())
      }),
    /** Once the ticket is settled. */
    async channel(ticket: Ticket) {
      const { channelId } = await settled(ticket)
      const channel = channelOf(channelId ?? '')
      assert.ok(channel, `ticket ${ticket.number} has no channel`)
      return channel
    },
    channels: () => simulator.state.channelsOf(guildId).filter(({ topic }) => topic?.includes('alphapy:ticket:')),
    controls: (channelId: string) => simulator.messages(channelId).filter(({ content }) => content.startsWith('<@')),
    fill: async (parentId: string, count: number) => {
      const others = Array.from({ length: count }, (_, n) =>
        simulator.createChannel(guildId, { name: `old-${n}`, parent_id: parentId }),
      )
      return others.map(({ id }) => ChannelId.parse(id))
    },
    remove: (channelId: string) => rest.delete(Routes.channel(channelId)) as Promise<APIChannel>,
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
