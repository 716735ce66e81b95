import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { nonceOf } from '../../kernel/nonce.ts'
import type { Db } from '../../platform/database/connect.ts'
import { DiscordFailure, UNKNOWN_MESSAGE } from '../../platform/discord/failure.ts'
import { orNull } from '../../platform/discord/guild-reader.ts'
import type { DiscordRest } from '../../platform/discord/rest.ts'
import { findSent, mayNonceHaveLapsed } from '../../platform/discord/sent.ts'
import { guildLanguage } from '../../platform/settings/guild-language.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { announceReminder } from './announcing.ts'
import type { DeliveryFigures } from './figures.ts'
import { cancelOpen, type Delivery, finish, isHeld, type LineEnd, noteAbsent, tryAgain } from './ledger-store.ts'
import { isMarked, reminderMessage } from './messages.ts'
import type { Reminder } from './reminder.ts'
import { lateness, retryDelay } from './rules.ts'
import { reminderSettings } from './settings.ts'
import { pause } from './status-store.ts'
import { findReminder } from './store.ts'

const UNTIL_KNOWN = { minutes: 1 }

export interface DeliveryNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly discord: DiscordRest
  readonly settings: Settings
  readonly figures: DeliveryFigures
}

/**
 * Brings one leased ledger line to its end, or gives it back to be tried again. Running twice is harmless: the nonce
 * is the occurrence's own, and where it may have lapsed the channel is searched before anything is sent.
 */
export async function deliver(needs: DeliveryNeeds, delivery: Delivery): Promise<void> {
  const { db, clock, settings } = needs
  const reminder = await findReminder(db, delivery.reminderId)
  if (!reminder || !(await isHeld(db, delivery, clock.now()))) return
  if (reminder.status === 'paused') return end(needs, delivery, { status: 'cancelled' })
  if (!(await settings.read(reminderSettings.enabled, delivery.guildId)))
    return end(needs, delivery, { status: 'skipped' })
  try {
    await send(needs, delivery, reminder)
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error
    await settle(needs, delivery, reminder, error)
  }
}

async function send(needs: DeliveryNeeds, delivery: Delivery, reminder: Reminder) {
  const { db, clock, discord, settings } = needs
  const { channelId, reminderId, occurrence, uncertainSince } = delivery
  if (mayNonceHaveLapsed(uncertainSince, clock.now())) {
    const sent = await findSent(discord, channelId, uncertainSince, (said) => isMarked(said, reminderId, occurrence))
    if (sent) return end(needs, delivery, { status: 'sent', messageId: sent })
    await noteAbsent(db, delivery.id, clock.now())
  }
  const late = lateness(delivery.occurrence.sendAt, clock.now(), reminder.catchUp)
  if (late === 'missed') return end(needs, delivery, { status: 'missed' })
  const mayMention = await settings.read(reminderSettings.allowEveryone, delivery.guildId)
  const language = await guildLanguage(settings, delivery.guildId)
  const shown: Reminder = mayMention ? reminder : { ...reminder, mention: 'none' }
  const message = reminderMessage(shown, delivery, late === 'late', language)
  const sent = await discord.sendMessage(delivery.channelId, message, { nonce: nonceOfDelivery(delivery) })
  return end(needs, delivery, { status: 'sent', messageId: sent.id })
}

/** What Discord's refusal means for the line and its reminder. */
async function settle(needs: DeliveryNeeds, delivery: Delivery, reminder: Reminder, failure: DiscordFailure) {
  const { db, clock, logger, discord } = needs
  const now = clock.now()
  // It had been sent, and was deleted meanwhile.
  if (failure.code === UNKNOWN_MESSAGE) return end(needs, delivery, { status: 'sent' })
  if (failure.kind === 'unavailable' || failure.kind === 'unauthorized')
    return tryAgain(db, delivery.id, now.add(pauseBefore(delivery, failure)), failure.message)
  // The gateway may not have told yet that the bot was removed; that is no fault of the reminder.
  if (failure.kind !== 'invalid' && (await orNull(discord.guild(delivery.guildId))) === null)
    return tryAgain(db, delivery.id, now.add(UNTIL_KNOWN), failure.message)
  logger.warn({ reminder: reminder.id, channel: delivery.channelId, reason: failure.message }, 'Reminder paused')
  await db.transaction().execute(async (tx) => {
    await pause(tx, reminder.id, failure.message, now)
    await finish(tx, delivery.id, { status: 'failed', error: failure.message }, now)
    await cancelOpen(tx, reminder.id, now)
    await announceReminder(tx, delivery.guildId, reminder.id, now)
  })
  needs.figures.ended(delivery, 'failed')
}

async function end({ db, clock, figures }: DeliveryNeeds, delivery: Delivery, result: LineEnd): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await finish(tx, delivery.id, result, clock.now())
    await announceReminder(tx, delivery.guildId, delivery.reminderId, clock.now())
  })
  figures.ended(delivery, result.status)
}

function pauseBefore(delivery: Delivery, failure: DiscordFailure) {
  return { milliseconds: Math.max(retryDelay(delivery.attempts) * 1000, Math.ceil(failure.retryAfterMs ?? 0)) }
}

function nonceOfDelivery({ reminderId, occurrence }: Delivery): string {
  return nonceOf('reminder', reminderId, occurrence.sendAt.toString(), occurrence.phase)
}
