import type { Clock } from '../../kernel/clock.ts'
import { GuildId } from '../../kernel/ids.ts'
import { notify } from '../../platform/database/listen.ts'
import type { JsonObject } from '../../platform/database/tables.ts'
import { type OperationalEvent, recordEvents } from '../../platform/events/operational-event.ts'
import { privacyOfRows } from '../../platform/personal-rows-store.ts'
import type { Privacy } from '../../platform/privacy.ts'
import { API_KEYS_CHANNEL } from './api-keys.ts'
import { LINKS_CHANNEL } from './links.ts'
import { personalAttempts, personalKeys, personalLinks, personalSessions } from './privacy-store.ts'
import { SESSIONS_CHANNEL } from './sessions.ts'

/** In the order in which one refers to the other. */
const rows = privacyOfRows([personalAttempts, personalSessions, personalLinks, personalKeys])

/** Who is erased is signed out everywhere at once, and the keys that were theirs open nothing, in no process. */
export function authPrivacy(clock: Clock): Privacy {
  return {
    ...rows,
    async erase(tx, person) {
      const keys = await personalKeys.export(tx, person)
      const erased = await rows.erase(tx, person)
      const revoked = keys.filter((key) => key.revoked_at === null).map(revokedKey)
      await recordEvents(tx, revoked, clock.now())
      for (const channel of [SESSIONS_CHANNEL, LINKS_CHANNEL, API_KEYS_CHANNEL]) await notify(tx, channel, '')
      return erased
    },
  }
}

/** For the admins whose program is shut out by it. */
function revokedKey({ id, guild_id, name, hint }: JsonObject): OperationalEvent {
  return {
    type: 'API_KEY_CHANGED',
    guildId: typeof guild_id === 'string' ? GuildId.parse(guild_id) : null,
    message: `API key "${name}" was revoked: the data of whoever made it were erased`,
    details: { action: 'revoked', key_id: id, name, hint },
  }
}
