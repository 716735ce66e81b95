import { AllowedMentionsTypes, type APIEmbed, ButtonStyle } from 'discord-api-types/v10'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button as buttonWith, type Row, row } from '../../platform/discord/message-parts.ts'
import { cut, defused, timestamp } from '../../platform/discord/text.ts'
import type { Occurrence, Phase, Reminder } from './reminder.ts'
import { messageWords } from './words-messages.ts'

/** What reminders say in channels. Names, messages and places keep what their owner typed; the bounds on them keep an embed within Discord's. */

const COLOUR = 0x3b_a5_5d

interface Sending {
  /** The id of the ledger line, which the buttons carry. */
  readonly id: string
  readonly occurrence: Occurrence
}

export function reminderMessage(
  reminder: Reminder,
  { id, occurrence }: Sending,
  isLate: boolean,
  language: Language,
): OutgoingMessage {
  const embed: APIEmbed = {
    color: COLOUR,
    title: `⏰ ${defused(reminder.name)}`,
    ...(reminder.message && { description: defused(reminder.message) }),
    fields: fieldsOf(reminder, occurrence, isLate, language),
    ...(reminder.imageUrl && { image: { url: reminder.imageUrl } }),
    footer: { text: footerOf(reminder.id, occurrence.phase, language) },
    timestamp: occurrence.sendAt.toString({ smallestUnit: 'millisecond' }),
  }
  const hasButtons = occurrence.phase === 'event' || occurrence.phase === 'snooze'
  return {
    ...mentioning(reminder.mention),
    embeds: [embed],
    ...(hasButtons && { components: [buttons(id, language)] }),
  }
}

/** With the timestamp it makes the message of one occurrence recognisable among all messages of a channel. */
function footerOf(id: string, phase: Phase, language: Language): string {
  return messageWords(language)(`marker_${phase}`, { id })
}

const PHASES: readonly Phase[] = ['recurring', 'lead', 'event', 'snooze']

function marksOf(id: string): string[] {
  return LANGUAGES.flatMap((language) => PHASES.map((phase) => footerOf(id, phase, language)))
}

/** Whether it is a sending of some reminder, told by its marker. */
export function isReminderMessage({ embeds }: Pick<ChannelMessage, 'embeds'>): boolean {
  return embeds.some(({ footer, timestamp }) => {
    const [, id] = /#(\d+)/.exec(footer?.text ?? '') ?? []
    return timestamp !== undefined && id !== undefined && marksOf(id).includes(footer?.text ?? '')
  })
}

/**
 * Whether this is the message of the occurrence, in whatever language it was sent. Discord gives timestamps back in
 * another notation, so instants are compared, to the second.
 */
export function isMarked(
  { embeds }: Pick<ChannelMessage, 'embeds'>,
  reminderId: string,
  occurrence: Occurrence,
): boolean {
  const footers = LANGUAGES.map((language) => footerOf(reminderId, occurrence.phase, language))
  return embeds.some(
    ({ footer, timestamp }) =>
      footer !== undefined &&
      footers.includes(footer.text) &&
      timestamp !== undefined &&
      secondOf(Temporal.Instant.from(timestamp)) === secondOf(occurrence.sendAt),
  )
}

/** To its owner, when Discord refuses to deliver a reminder. */
export function pausedMessage({ id, name, channelId, pausedReason }: Reminder, language: Language): OutgoingMessage {
  const say = messageWords(language)
  const lines = [
    say('paused', { name: defused(name), id, channel: `<#${channelId}>` }),
    ...(pausedReason ? [`> ${cut(pausedReason, 300)}`] : []),
    say('paused_what_next'),
  ]
  return { content: lines.join('\n'), allowed_mentions: NO_MENTIONS }
}

function fieldsOf(
  { guildId, location, origin }: Reminder,
  { eventAt, sendAt }: Occurrence,
  isLate: boolean,
  language: Language,
) {
  const say = messageWords(language)
  const fields = [{ name: say('when'), value: `${timestamp(eventAt, 'F')} (${timestamp(eventAt, 'R')})` }]
  if (location) fields.push({ name: say('where'), value: defused(location) })
  if (origin) {
    const link = `https://discord.com/channels/${guildId}/${origin.channelId}/${origin.messageId}`
    fields.push({ name: say('from'), value: say('original', { link }) })
  }
  if (isLate) fields.push({ name: say('late'), value: say('was_due', { at: timestamp(sendAt, 'F') }) })
  return fields
}

function mentioning(mention: Reminder['mention']): Pick<OutgoingMessage, 'content' | 'allowed_mentions'> {
  if (mention === 'none') return { allowed_mentions: NO_MENTIONS }
  if (mention === 'everyone')
    return { content: '@everyone', allowed_mentions: { parse: [AllowedMentionsTypes.Everyone] } }
  return { content: `<@&${mention}>`, allowed_mentions: { parse: [], roles: [mention] } }
}

function buttons(deliveryId: string, language: Language): Row {
  const say = messageWords(language)
  const button = (
    act: 'snooze_10m' | 'snooze_1h' | 'snooze_tomorrow' | 'done',
    looks?: { style: ButtonStyle.Success },
  ) => buttonWith(customId('reminders', act, deliveryId), say(act), looks)
  return row(
    button('snooze_10m'),
    button('snooze_1h'),
    button('snooze_tomorrow'),
    button('done', { style: ButtonStyle.Success }),
  )
}

function secondOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000)
}
