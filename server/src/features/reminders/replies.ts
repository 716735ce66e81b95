import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { defused, timestamp } from '../../platform/discord/text.ts'
import { BOUNDS } from './contract.ts'
import type { Occurrence, Reminder, ReminderDraft } from './reminder.ts'
import { describeSchedule } from './when.ts'

/** What members read in answer to their commands, buttons and forms. */

/** With as many on a page, the longest names stay within the 4096 characters of an embed's description. */
export const PAGE = 7

export function previewReply(id: string, draft: ReminderDraft, next: readonly Occurrence[]): OutgoingMessage {
  const change = clockChange(draft.timeZone, next)
  return {
    embeds: [
      {
        title: `⏰ ${defused(draft.name)}`,
        ...(draft.message && { description: defused(draft.message) }),
        fields: [
          { name: 'When', value: `${describeSchedule(draft)} (${draft.timeZone})` },
          { name: 'Channel', value: `<#${draft.channelId}>`, inline: true },
          ...(draft.location ? [{ name: 'Where', value: defused(draft.location), inline: true }] : []),
          { name: 'Next', value: [...next.map(occurrenceLine), ...(change ? [change] : [])].join('\n') },
        ],
        ...(draft.imageUrl && { image: { url: draft.imageUrl } }),
      },
    ],
    components: [
      row(button('save', id, 'Save', ButtonStyle.Success), button('discard', id, 'Discard', ButtonStyle.Secondary)),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

export function savedReply(reminder: Reminder): OutgoingMessage {
  return plain(
    `✅ Reminder **${defused(reminder.name)}** (#${reminder.id}) is set in <#${reminder.channelId}>.${nextOf(reminder)}`,
  )
}

export function changedReply(reminder: Reminder): OutgoingMessage {
  return plain(`✅ Reminder **${defused(reminder.name)}** (#${reminder.id}) is changed.${nextOf(reminder)}`)
}

export function discardedReply(): OutgoingMessage {
  return plain('Nothing was saved.')
}

export function deletionReply({ id, name }: Reminder): OutgoingMessage {
  return {
    ...plain(`Delete reminder **${defused(name)}** (#${id})? It cannot be brought back.`),
    components: [
      row(button('delete', id, 'Delete', ButtonStyle.Danger), button('keep', id, 'Keep', ButtonStyle.Secondary)),
    ],
  }
}

export function deletedReply({ id, name }: Reminder): OutgoingMessage {
  return plain(`🗑️ Reminder **${defused(name)}** (#${id}) is deleted.`)
}

export function keptReply(): OutgoingMessage {
  return plain('Nothing was deleted.')
}

export function snoozedReply(until: Temporal.Instant): OutgoingMessage {
  return plain(`💤 I will remind you again ${timestamp(until, 'F')} (${timestamp(until, 'R')}).`)
}

export function doneReply(): OutgoingMessage {
  return plain('✅ Done: nothing more is sent of this reminder.')
}

interface Page {
  readonly reminders: readonly Reminder[]
  /** What the button for the following page carries, if there is one. */
  readonly next: string | null
  readonly isFirst: boolean
}

export function listReply({ reminders, next, isFirst }: Page): OutgoingMessage {
  if (reminders.length === 0 && isFirst) return plain('There are no reminders here yet. Make one with `/add_reminder`.')
  const buttons = [
    ...(isFirst ? [] : [button('list', '', 'First page', ButtonStyle.Secondary)]),
    ...(next === null ? [] : [button('list', next, 'Next page', ButtonStyle.Secondary)]),
  ]
  return {
    embeds: [{ title: 'Reminders', description: reminders.map(listEntry).join('\n\n') || 'Nothing more.' }],
    ...(buttons.length > 0 && { components: [row(...buttons)] }),
    allowed_mentions: NO_MENTIONS,
  }
}

/** The version goes along, so that a form filled in slowly does not undo what was changed meanwhile. */
export function editForm(reminder: Reminder): APIModalInteractionResponseCallbackData {
  const field = (
    id: string,
    label: string,
    value: string,
    most: number,
    details: { lines?: true; required?: false; description?: string } = {},
  ) =>
    ({
      type: ComponentType.Label,
      label,
      ...(details.description && { description: details.description }),
      component: {
        type: ComponentType.TextInput,
        custom_id: id,
        style: details.lines ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required: details.required ?? true,
        // What is there already must fit, however its characters are counted.
        max_length: Math.max(most, value.length),
        ...(value && { value }),
      },
    }) as const
  return {
    custom_id: customId('reminders', 'edit', `${reminder.id}:${reminder.version}`),
    title: `Reminder #${reminder.id}`,
    components: [
      field('name', 'Name', reminder.name, BOUNDS.name),
      field('when', 'When', describeSchedule(reminder), 200, {
        description: `In ${reminder.timeZone}, such as "tomorrow 9:30" or "every friday at 20:15"`,
      }),
      field('message', 'Message', reminder.message, BOUNDS.message, { lines: true, required: false }),
      field('location', 'Where', reminder.location ?? '', BOUNDS.location, { required: false }),
    ],
  }
}

export function choiceName({ id, name, status }: Reminder): string {
  const suffix = status === 'active' ? '' : ` (${status})`
  return `#${id} ${[...name].slice(0, 60).join('')}${suffix}`
}

function listEntry(reminder: Reminder): string {
  const { id, name, channelId, status, location } = reminder
  const state = status === 'active' ? describeSchedule(reminder) : `*${status}*`
  const place = location ? ` · ${defused([...location].slice(0, 60).join(''))}` : ''
  return `**${defused(name)}** (#${id}) in <#${channelId}>\n${state.slice(0, 120)}${place}${nextOf(reminder)}`
}

function nextOf({ next }: Pick<Reminder, 'next'>): string {
  return next ? `\nNext: ${timestamp(next.sendAt, 'F')} (${timestamp(next.sendAt, 'R')})` : ''
}

function occurrenceLine({ sendAt, eventAt }: Occurrence): string {
  const event = Temporal.Instant.compare(sendAt, eventAt) === 0 ? '' : `, for ${timestamp(eventAt, 'f')}`
  return `- ${timestamp(sendAt, 'F')}${event}`
}

/** A note where the clocks change between the occurrences shown: readers elsewhere see the times move. */
function clockChange(timeZone: string, occurrences: readonly Occurrence[]): string | null {
  const local = occurrences.map(({ eventAt }) => eventAt.toZonedDateTimeISO(timeZone))
  const first = local[0]
  const changed = local.find(({ offset }) => offset !== first?.offset)
  if (!first || !changed) return null
  return `The clocks in ${timeZone} change before ${timestamp(changed.toInstant(), 'f')}: UTC${first.offset} becomes UTC${changed.offset}. The local time stays the same.`
}

function plain(content: string): OutgoingMessage {
  return { content, allowed_mentions: NO_MENTIONS }
}

function row(...components: APIButtonComponent[]): APIActionRowComponent<APIButtonComponent> {
  return { type: ComponentType.ActionRow, components }
}

function button(
  act: string,
  about: string,
  label: string,
  style: APIButtonComponentWithCustomId['style'],
): APIButtonComponent {
  return { type: ComponentType.Button, style, label, custom_id: customId('reminders', act, about) }
}
