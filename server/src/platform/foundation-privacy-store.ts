import { sql } from 'kysely'
import type { Tx } from './database/connect.ts'
import type { PersonalRows } from './personal-rows-store.ts'
import { personalRows, plainRow } from './personal-rows-store.ts'
import type { PersonInGuild } from './privacy.ts'

/** What the platform itself keeps of persons. */

/** To the person, or to a channel and about the person: bodies name people as mentions do. */
export const outgoingMessages: PersonalRows = {
  table: 'outgoing_messages',
  async export(tx, person) {
    const { rows } = await sql<Readonly<Record<string, unknown>>>`
      select id, guild_id, channel_id, user_id, purpose, body, status, created_at, finished_at
      from outgoing_messages where ${concerns(person)} order by id`.execute(tx)
    return rows.map(plainRow)
  },
  erase: (tx, person) => removed(tx, sql`delete from outgoing_messages where ${concerns(person)}`),
}

function concerns({ userId, guildId }: PersonInGuild) {
  const somewhere = sql`(user_id = ${userId} or position(${userId} in body::text) > 0)`
  return guildId === null ? somewhere : sql`${somewhere} and guild_id = ${guildId}`
}

/** Answers of the API that are given again; the guild is not known. */
export const keptAnswers: PersonalRows = {
  table: 'idempotency_keys',
  async export(tx, person) {
    const { rows } = await sql<Readonly<Record<string, unknown>>>`
      select key, state, status_code, body, created_at, expires_at
      from idempotency_keys where ${isCaller(person)} order by key`.execute(tx)
    return rows.map(plainRow)
  },
  erase: (tx, person) => removed(tx, sql`delete from idempotency_keys where ${isCaller(person)}`),
}

function isCaller({ userId, guildId }: PersonInGuild) {
  if (guildId !== null) return sql`false`
  // `via:subject:user`, or without the user where somebody acts on their own account.
  return sql`(caller like ${`%:${userId}`}
    or split_part(caller, ':', 2) in (select subject from account_links where user_id = ${userId}))`
}

/** Who owns a server is not ours to erase: Discord tells it again with each connection, as long as it is so. */
export const ownedGuilds: PersonalRows = {
  ...personalRows('guilds', {
    person: 'owner_id',
    guild: 'guild_id',
    shown: ['guild_id', 'name', 'left_at', 'updated_at'],
    erased: 'removed',
  }),
  erase: async () => 0,
}

async function removed(tx: Tx, statement: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows = 0n } = await statement.execute(tx)
  return Number(numAffectedRows)
}
