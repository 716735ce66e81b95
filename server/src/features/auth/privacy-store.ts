import { sql } from 'kysely'
import { type PersonalRows, personalRows, plainRow } from '../../platform/personal-rows-store.ts'
import type { PersonInGuild } from '../../platform/privacy.ts'

/** Without the secrets, and their hashes. */
export const personalSessions = personalRows('sessions', {
  person: 'user_id',
  guild: null,
  shown: ['id', 'created_at', 'last_seen_at', 'expires_at'],
  erased: 'removed',
})

export const personalLinks = personalRows('account_links', {
  person: 'user_id',
  guild: null,
  shown: ['subject', 'is_own', 'linked_at'],
  erased: 'removed',
})

export const personalKeys = personalRows('api_keys', {
  person: 'created_by',
  guild: 'guild_id',
  shown: ['id', 'guild_id', 'name', 'hint', 'scopes', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'],
  erased: 'removed',
})

/** Of an account from elsewhere that is being linked; nothing else tells whose an attempt is. */
export const personalAttempts: PersonalRows = {
  table: 'sign_in_attempts',
  async export(tx, person) {
    const { rows } = await sql<Readonly<Record<string, unknown>>>`
      select subject, return_to, expires_at from sign_in_attempts where ${isLinked(person)}
      order by expires_at`.execute(tx)
    return rows.map(plainRow)
  },
  async erase(tx, person) {
    const { numAffectedRows = 0n } = await sql`delete from sign_in_attempts where ${isLinked(person)}`.execute(tx)
    return Number(numAffectedRows)
  },
}

function isLinked({ userId, guildId }: PersonInGuild) {
  return guildId === null ? sql`subject in (select subject from account_links where user_id = ${userId})` : sql`false`
}
