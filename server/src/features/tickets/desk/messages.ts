import {
  type APIEmbed,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { UserId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../platform/discord/message.ts'
import { button, plain, row } from '../../../platform/discord/message-parts.ts'
import { cut, timestamp, verbatim } from '../../../platform/discord/text.ts'
import type { Ticket } from '../ticket.ts'
import type { Note } from './annotations-store.ts'
import type { CloseRequest } from './close-request-store.ts'
import { NOTE_BOUNDS } from './notes.ts'
import { menuWords } from './words-menu.ts'

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits: 6000 characters in all. */
const NOTES_SHOWN = 10
const NOTE_SHOWN = 450
const REASON_SHOWN = 500
export const LONGEST_REASON = 500

/** Asks the member, in the channel of the ticket. */
export function closeRequestMessage(
  { id, reason, dueAt }: CloseRequest,
  openerId: UserId,
  language: Language,
): OutgoingMessage {
  const say = menuWords(language)
  const lines = [
    say('request', { whom: `<@${openerId}>`, when: timestamp(dueAt, 'R') }),
    reason === null ? '' : say('request_reason', { reason: cut(verbatim(reason), REASON_SHOWN) }),
  ]
  return {
    content: lines.filter((line) => line !== '').join('\n'),
    components: [
      row(
        button(customId('tickets', 'agree', id), say('agree'), { style: ButtonStyle.Primary }),
        button(customId('tickets', 'keep', id), say('keep_open')),
      ),
    ],
    allowed_mentions: { users: [openerId] },
  }
}

/** In place of the question. */
export function answeredMessage(by: UserId, isAgreed: boolean, language: Language): OutgoingMessage {
  return plain(menuWords(language)(isAgreed ? 'agreed' : 'kept_open', { who: `<@${by}>` }))
}

/** The newest notes, for staff alone. */
export function notesMessage(ticket: Ticket, notes: readonly Note[], language: Language): OutgoingMessage {
  const say = menuWords(language)
  if (notes.length === 0) return plain(say('no_notes'))
  const shown = notes.slice(-NOTES_SHOWN)
  const choices = shown.map(({ id, body }) => ({ value: id, label: cut(body.replaceAll(/\s+/g, ' '), 100) }))
  return {
    content: say('notes', { number: ticket.number, count: notes.length }),
    embeds: shown.map((note) => noteEmbed(note, NOTE_SHOWN, language)),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: customId('tickets', 'note', ticket.id),
            placeholder: say('choose_note'),
            options: choices,
          },
        ],
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

/** One note, with what its author can do to it. */
export function noteMessage(note: Note, language: Language): OutgoingMessage {
  const say = menuWords(language)
  const about = `${note.ticketId}:${note.id}`
  return {
    embeds: [noteEmbed(note, NOTE_BOUNDS.body * 2, language)],
    components: [
      row(
        button(customId('tickets', 'note_edit', about), say('edit_note')),
        button(customId('tickets', 'note_delete', about), say('delete_note'), { style: ButtonStyle.Danger }),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

function noteEmbed({ authorId, body, createdAt, editedAt }: Note, most: number, language: Language): APIEmbed {
  const say = menuWords(language)
  const who = authorId === null ? say('somebody') : `<@${authorId}>`
  const head = say(editedAt ? 'note_edited' : 'note_written', { who, when: timestamp(editedAt ?? createdAt, 'R') })
  return { description: `${head}\n${cut(verbatim(body), most)}` }
}

interface FormField {
  readonly name: string
  readonly label: string
  readonly most: number
  readonly isRequired: boolean
  readonly value?: string
}

function form(act: string, about: string, title: string, { name, label, most, isRequired, value }: FormField) {
  return {
    custom_id: customId('tickets', act, about),
    title,
    components: [
      {
        type: ComponentType.Label,
        label,
        component: {
          type: ComponentType.TextInput,
          custom_id: name,
          style: TextInputStyle.Paragraph,
          required: isRequired,
          max_length: most,
          ...(value !== undefined && { value }),
        },
      },
    ],
  } satisfies APIModalInteractionResponseCallbackData
}

export function closeForm({ id, number }: Ticket, language: Language): APIModalInteractionResponseCallbackData {
  const say = menuWords(language)
  const field = { name: 'reason', label: say('reason_label'), most: LONGEST_REASON, isRequired: false }
  return form('close_form', id, say('close_title', { number }), field)
}

export function noteForm({ id, number }: Ticket, language: Language): APIModalInteractionResponseCallbackData {
  const say = menuWords(language)
  const field = { name: 'body', label: say('note_label'), most: NOTE_BOUNDS.body, isRequired: true }
  return form('note_form', id, say('note_title', { number }), field)
}

export function noteEditForm(note: Note, language: Language): APIModalInteractionResponseCallbackData {
  const say = menuWords(language)
  const field = { name: 'body', label: say('note_label'), most: NOTE_BOUNDS.body, isRequired: true, value: note.body }
  return form('note_edit_form', `${note.ticketId}:${note.id}`, say('edit_note'), field)
}
