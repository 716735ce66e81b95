import { languageFor } from '../../kernel/language.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { post } from '../../platform/discord/outbox.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import type { Platform } from '../../platform/feature.ts'
import { nameOf } from '../../platform/settings/define.ts'
import { readStored } from '../../platform/settings/store.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { valueIn } from '../../platform/settings/value.ts'
import type { Arrival } from './arrival.ts'
import { noteGreeted } from './greeting-store.ts'
import { directGreeting, greetingMessage } from './messages.ts'

/** A bot that starts with an empty database does not greet guilds that have known it for long. */
const WORTH_FOR = { hours: 7 * 24 }

/**
 * Greets once for each joining, which is known by its moment: told again after any restart and to any process, it is
 * the same one. Greeting and noting it are one transaction.
 */
export function greeting({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  return {
    async greet(arrival: Arrival): Promise<void> {
      const now = clock.now()
      if (Temporal.Instant.compare(arrival.joinedAt.add(WORTH_FOR), now) < 0) return
      await db.transaction().execute(async (tx) => {
        if (!(await noteGreeted(tx, arrival, now))) return
        await send(tx, arrival, now)
        const details = { joined_at: arrival.joinedAt.toString(), channel_id: arrival.channelId }
        const message = 'The bot has joined the server'
        await recordEvents(tx, [{ type: 'GUILD_JOINED', guildId: arrival.guildId, message, details }], now)
      })
    },
  }
}

async function send(tx: Tx, arrival: Arrival, now: Temporal.Instant): Promise<void> {
  const { guildId, channelId, ownerId } = arrival
  const language = await languageOf(tx, arrival)
  const where = channelId
    ? { to: { channelId }, message: greetingMessage(language) }
    : { to: { userId: ownerId }, message: directGreeting(language) }
  await post(tx, { guildId, purpose: 'guild_life.greeting', ...where }, now)
}

/** That of its settings, where it was here before and has chosen one; else the one that Discord shows the guild in. */
async function languageOf(tx: Tx, { guildId, preferredLocale }: Arrival) {
  const chosen = (await readStored(tx, guildId)).values.get(nameOf(systemSettings.locale))
  return languageFor(null, chosen ? valueIn(systemSettings.locale, chosen) : preferredLocale)
}
