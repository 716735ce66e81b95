import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { ChannelId } from '../../kernel/ids.ts'
import { nonceOf } from '../../kernel/nonce.ts'
import type { Db } from '../../platform/database/connect.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { DiscordRest } from '../../platform/discord/rest.ts'
import { guildLanguage } from '../../platform/settings/guild-language.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { pausedMessage } from './messages.ts'
import type { Reminder } from './reminder.ts'
import { noteOwnerTold, pausedUntold } from './status-store.ts'

interface TellingNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly discord: DiscordRest
  readonly settings: Settings
}

const EVERY = { seconds: 5 }
const BATCH = 20

/** Tells owners that their reminder was paused: by direct message, else in the log channel of the guild. */
export function ownerTellingWorker(needs: TellingNeeds): Worker {
  const { db, clock } = needs
  return repeating('reminders.tell_owners', needs, async (signal) => {
    for (const reminder of await pausedUntold(db, BATCH)) {
      if (signal.aborted) break
      if (await tell(needs, reminder)) await noteOwnerTold(db, reminder.id, reminder.version, clock.now())
    }
    return { at: clock.now().add(EVERY) }
  })
}

/** Whether no more can be done about it; false asks for another try. */
async function tell({ discord, settings, logger }: TellingNeeds, reminder: Reminder): Promise<boolean> {
  const message = pausedMessage(reminder, await guildLanguage(settings, reminder.guildId))
  const options = { nonce: nonceOf('reminder-paused', reminder.id, String(reminder.version)) }
  const byDirectMessage = await outcome(discord.sendDm(reminder.ownerId, message, options))
  if (byDirectMessage !== 'refused') return byDirectMessage === 'told'
  const logChannel = await settings.read(systemSettings.logChannel, reminder.guildId)
  const inLogChannel = logChannel
    ? await outcome(discord.sendMessage(ChannelId.parse(logChannel), message, options))
    : 'refused'
  if (inLogChannel === 'refused')
    logger.warn({ reminder: reminder.id }, 'Nobody could be told that this reminder was paused')
  return inLogChannel !== 'unavailable'
}

async function outcome(sending: Promise<unknown>): Promise<'told' | 'refused' | 'unavailable'> {
  try {
    await sending
    return 'told'
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error
    return error.kind === 'unavailable' || error.kind === 'unauthorized' ? 'unavailable' : 'refused'
  }
}
