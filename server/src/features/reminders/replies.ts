import {
  type APIButtonComponentWithCustomId,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button as buttonWith, plain, row } from '../../platform/discord/message-parts.ts'
import { cut, defused, timestamp } from '../../platform/discord/text.ts'
import { BOUNDS } from './contract.ts'
import type { Occurrence, Reminder, ReminderDraft } from './reminder.ts'
import { describeSchedule } from './when.ts'
import { reminderWords } from './words.ts'

/** What members read in answer to their commands, buttons and forms. */

/** With as many on a page, the longest names stay within the 4096 characters of an embed's description. */
export const PAGE = 7

export function previewReply(
  id: string,
  draft: ReminderDraft,
  next: readonly Occurrence[],
  language: Language,
): OutgoingMessage {
  const say = reminderWords(language)
  const change = clockChange(draft.timeZone, next, language)
  const sendings = [
    ...next.map((occurrence) => `- ${occurrenceLine(occurrence, language)}`),
    ...(change ? [change] : []),
  ]
  return {
    embeds: [
      {
        title: `⏰ ${defused(draft.name)}`,
        ...(draft.message && { description: defused(draft.message) }),
        fields: [
          {
            name: say('when'),
            value: say('in_zone', { schedule: describeSchedule(draft, language), zone: draft.timeZone }),
          },
          { name: say('channel'), value: `<#${draft.channelId}>`, inline: true },
          ...(draft.location ? [{ name: say('where'), value: defused(draft.location), inline: true }] : []),
          { name: say('next'), value: sendings.join('\n') },
        ],
        ...(draft.imageUrl && { image: { url: draft.imageUrl } }),
      },
    ],
    components: [
      row(
        button('save', id, say('save'), ButtonStyle.Success),
        button('discard', id, say('discard'), ButtonStyle.Secondary),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

export function savedReply(reminder: Reminder, language: Language): OutgoingMessage {
  const saved = reminderWords(language)('saved', { ...named(reminder), channel: `<#${reminder.channelId}>` })
  return plain(`${saved}${nextOf(reminder, language)}`)
}

export function changedReply(reminder: Reminder, language: Language): OutgoingMessage {
  return plain(`${reminderWords(language)('changed', named(reminder))}${nextOf(reminder, language)}`)
}

export function discardedReply(language: Language): OutgoingMessage {
  return plain(reminderWords(language)('discarded'))
}

export function deletionReply(reminder: Reminder, language: Language): OutgoingMessage {
  const say = reminderWords(language)
  const { id } = reminder
  return {
    ...plain(say('delete_it', named(reminder))),
    components: [
      row(
        button('delete', id, say('delete'), ButtonStyle.Danger),
        button('keep', id, say('keep'), ButtonStyle.Secondary),
      ),
    ],
  }
}

export function deletedReply(reminder: Reminder, language: Language): OutgoingMessage {
  return plain(reminderWords(language)('deleted', named(reminder)))
}

export function keptReply(language: Language): OutgoingMessage {
  return plain(reminderWords(language)('kept'))
}

export function snoozedReply(until: Temporal.Instant, language: Language): OutgoingMessage {
  return plain(reminderWords(language)('snoozed', { at: timestamp(until, 'F'), ago: timestamp(until, 'R') }))
}

export function doneReply(language: Language): OutgoingMessage {
  return plain(reminderWords(language)('done'))
}

interface Page {
  readonly reminders: readonly Reminder[]
  /** What the button for the following page carries, if there is one. */
  readonly next: string | null
  readonly isFirst: boolean
}

export function listReply({ reminders, next, isFirst }: Page, language: Language): OutgoingMessage {
  const say = reminderWords(language)
  if (reminders.length === 0 && isFirst) return plain(say('none'))
  const buttons = [
    ...(isFirst ? [] : [button('list', '', say('first_page'), ButtonStyle.Secondary)]),
    ...(next === null ? [] : [button('list', next, say('next_page'), ButtonStyle.Secondary)]),
  ]
  const entries = reminders.map((reminder) => listEntry(reminder, language))
  return {
    embeds: [{ title: say('reminders'), description: entries.join('\n\n') || say('nothing_more') }],
    ...(buttons.length > 0 && { components: [row(...buttons)] }),
    allowed_mentions: NO_MENTIONS,
  }
}

/** The version goes along, so that a form filled in slowly does not undo what was changed meanwhile. */
export function editForm(reminder: Reminder, language: Language): APIModalInteractionResponseCallbackData {
  const say = reminderWords(language)
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
    title: say('form', { id: reminder.id }),
    components: [
      field('name', say('name'), reminder.name, BOUNDS.name),
      field('when', say('when'), describeSchedule(reminder, language), 200, {
        description: say('form_when', { zone: reminder.timeZone }),
      }),
      field('message', say('message'), reminder.message, BOUNDS.message, { lines: true, required: false }),
      field('location', say('where'), reminder.location ?? '', BOUNDS.location, { required: false }),
    ],
  }
}

export function choiceName({ id, name, status }: Reminder, language: Language): string {
  const suffix = status === 'active' ? '' : ` (${reminderWords(language)(status)})`
  return `#${id} ${cut(name, 60)}${suffix}`
}

function named({ id, name }: Reminder): { id: string; name: string } {
  return { id, name: defused(name) }
}

function listEntry(reminder: Reminder, language: Language): string {
  const { channelId, status, location } = reminder
  const say = reminderWords(language)
  const state = status === 'active' ? cut(describeSchedule(reminder, language), 120) : `*${say(status)}*`
  const place = location ? ` · ${defused(cut(location, 60))}` : ''
  const entry = say('entry', { ...named(reminder), channel: `<#${channelId}>` })
  return `${entry}\n${state}${place}${nextOf(reminder, language)}`
}

function nextOf({ next }: Pick<Reminder, 'next'>, language: Language): string {
  if (!next) return ''
  return `\n${reminderWords(language)('next_is', { at: timestamp(next.sendAt, 'F'), ago: timestamp(next.sendAt, 'R') })}`
}

function occurrenceLine({ sendAt, eventAt }: Occurrence, language: Language): string {
  const sending = timestamp(sendAt, 'F')
  if (Temporal.Instant.compare(sendAt, eventAt) === 0) return sending
  return reminderWords(language)('for_event', { sending, event: timestamp(eventAt, 'f') })
}

/** A note where the clocks change between the occurrences shown: readers elsewhere see the times move. */
function clockChange(timeZone: string, occurrences: readonly Occurrence[], language: Language): string | null {
  const local = occurrences.map(({ eventAt }) => eventAt.toZonedDateTimeISO(timeZone))
  const first = local[0]
  const changed = local.find(({ offset }) => offset !== first?.offset)
  if (!first || !changed) return null
  return reminderWords(language)('clocks_change', {
    zone: timeZone,
    when: timestamp(changed.toInstant(), 'f'),
    before: first.offset,
    after: changed.offset,
  })
}

function button(act: string, about: string, label: string, style: APIButtonComponentWithCustomId['style']) {
  return buttonWith(customId('reminders', act, about), label, { style })
}
