import {
  AllowedMentionsTypes,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import type { ChannelMessage } from '../../platform/discord/message-calls.ts'
import { defused, timestamp } from '../../platform/discord/text.ts'
import type { Occurrence, Phase, Reminder } from './reminder.ts'

/** What reminders say in channels. Names, messages and places keep what their owner typed; the bounds on them keep an embed within Discord's. */

const COLOUR = 0x3b_a5_5d
const ADDITION: Record<Phase, string> = { event: '', recurring: ' · recurring', lead: ' · early', snooze: ' · snoozed' }

interface Sending {
  /** The id of the ledger line, which the buttons carry. */
  readonly id: string
  readonly occurrence: Occurrence
}

export function reminderMessage(reminder: Reminder, { id, occurrence }: Sending, isLate: boolean): OutgoingMessage {
  const embed: APIEmbed = {
    color: COLOUR,
    title: `⏰ ${defused(reminder.name)}`,
    ...(reminder.message && { description: defused(reminder.message) }),
    fields: fieldsOf(reminder, occurrence, isLate),
    ...(reminder.imageUrl && { image: { url: reminder.imageUrl } }),
    ...markerOf(reminder.id, occurrence),
  }
  const hasButtons = occurrence.phase === 'event' || occurrence.phase === 'snooze'
  return { ...mentioning(reminder.mention), embeds: [embed], ...(hasButtons && { components: [buttons(id)] }) }
}

/** What makes the message of one occurrence recognisable among all messages of a channel. */
function markerOf(reminderId: string, { phase, sendAt }: Occurrence): Pick<Required<APIEmbed>, 'footer' | 'timestamp'> {
  return {
    footer: { text: `Reminder #${reminderId}${ADDITION[phase]}` },
    timestamp: sendAt.toString({ smallestUnit: 'millisecond' }),
  }
}

/** Whether it is a sending of some reminder, told by its marker. */
export function isReminderMessage({ embeds }: Pick<ChannelMessage, 'embeds'>): boolean {
  return embeds.some(
    ({ footer, timestamp }) => timestamp !== undefined && /^Reminder #\d+( ·|$)/.test(footer?.text ?? ''),
  )
}

/** Discord gives timestamps back in another notation, so instants are compared, to the second. */
export function isMarked(
  { embeds }: Pick<ChannelMessage, 'embeds'>,
  reminderId: string,
  occurrence: Occurrence,
): boolean {
  const marker = markerOf(reminderId, occurrence)
  return embeds.some(
    ({ footer, timestamp }) =>
      footer?.text === marker.footer.text &&
      timestamp !== undefined &&
      secondOf(Temporal.Instant.from(timestamp)) === secondOf(occurrence.sendAt),
  )
}

/** To its owner, when Discord refuses to deliver a reminder. */
export function pausedMessage({ id, name, channelId, pausedReason }: Reminder): OutgoingMessage {
  const lines = [
    `⏸️ Your reminder **${defused(name)}** (#${id}) is paused: I could not send it to <#${channelId}>.`,
    ...(pausedReason ? [`> ${pausedReason.slice(0, 300)}`] : []),
    'When the channel and my permissions there are in order, or with another channel, save it anew with `/reminder_edit` and it goes on.',
  ]
  return { content: lines.join('\n'), allowed_mentions: NO_MENTIONS }
}

function fieldsOf({ guildId, location, origin }: Reminder, { eventAt, sendAt }: Occurrence, isLate: boolean) {
  const fields = [{ name: 'When', value: `${timestamp(eventAt, 'F')} (${timestamp(eventAt, 'R')})` }]
  if (location) fields.push({ name: 'Where', value: defused(location) })
  if (origin) {
    const link = `https://discord.com/channels/${guildId}/${origin.channelId}/${origin.messageId}`
    fields.push({ name: 'From', value: `[the original message](${link})` })
  }
  if (isLate) fields.push({ name: 'Sent late', value: `This was to be sent ${timestamp(sendAt, 'F')}.` })
  return fields
}

function mentioning(mention: Reminder['mention']): Pick<OutgoingMessage, 'content' | 'allowed_mentions'> {
  if (mention === 'none') return { allowed_mentions: NO_MENTIONS }
  if (mention === 'everyone')
    return { content: '@everyone', allowed_mentions: { parse: [AllowedMentionsTypes.Everyone] } }
  return { content: `<@&${mention}>`, allowed_mentions: { parse: [], roles: [mention] } }
}

function buttons(deliveryId: string): APIActionRowComponent<APIButtonComponent> {
  const button = (act: string, label: string, style: ButtonStyle.Secondary | ButtonStyle.Success) =>
    ({ type: ComponentType.Button, style, label, custom_id: customId('reminders', act, deliveryId) }) as const
  return {
    type: ComponentType.ActionRow,
    components: [
      button('snooze_10m', 'Snooze 10 min', ButtonStyle.Secondary),
      button('snooze_1h', 'Snooze 1 h', ButtonStyle.Secondary),
      button('snooze_tomorrow', 'Tomorrow', ButtonStyle.Secondary),
      button('done', 'Done', ButtonStyle.Success),
    ],
  }
}

function secondOf(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000)
}
