import { ButtonStyle } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import type { ModalAnswer } from '../../platform/discord/answers.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { openForm, textField } from '../../platform/discord/form-parts.ts'
import { shownAsText } from '../../platform/discord/harmless.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button, plain, row } from '../../platform/discord/message-parts.ts'
import { cut, defused, verbatim } from '../../platform/discord/text.ts'
import type { AssistedTicket, DeskEntry } from './ports.ts'
import { ENTRY_BOUNDS } from './prompts.ts'
import { assistantWords } from './words.ts'

export const FEATURE = 'desk_assistant'
/** What a message holds: https://discord.com/developers/docs/resources/message#create-message */
const MOST_REPLY = 1_900

/** What stands in the channel after the closing, in the language of the ticket; null: nothing to say. */
export function closingMessage(
  { id, number, language }: AssistedTicket,
  summary: string | null,
  isEntryOffered: boolean,
): OutgoingMessage | null {
  if (summary === null && !isEntryOffered) return null
  const say = assistantWords(language)
  return {
    ...(summary !== null && {
      embeds: [{ title: say('summary_title', { number }), description: shownAsText(summary) }],
    }),
    ...(isEntryOffered && {
      content: say('offer'),
      components: [row(button(customId(FEATURE, 'entry', id), say('make_entry')))],
    }),
    allowed_mentions: NO_MENTIONS,
  }
}

/** A draft while it grows. */
export function growingDraft(number: number, soFar: string, language: Language): OutgoingMessage {
  const say = assistantWords(language)
  return plain(`${say('draft_intro', { number })}\n${quoted(soFar)}\n-# ${say('draft_writing')}`)
}

export function draftMessage(ticket: AssistedTicket, draftId: string, text: string, language: Language) {
  const say = assistantWords(language)
  return plain(
    `${say('draft_intro', { number: ticket.number })}\n${quoted(text)}`,
    row(
      button(customId(FEATURE, 'send', draftId), say('draft_send'), { style: ButtonStyle.Primary }),
      button(customId(FEATURE, 'edit', draftId), say('draft_edit')),
      button(customId(FEATURE, 'draft', ticket.id), say('draft_again')),
    ),
  )
}

export function draftForm(draftId: string, text: string, language: Language): ModalAnswer {
  const say = assistantWords(language)
  return openForm(
    customId(FEATURE, 'change', draftId),
    say('draft_form'),
    textField({ name: 'reply', label: say('draft_field'), maxLength: MOST_REPLY - 100, isLong: true, value: text }),
  )
}

/** Under the name of whoever sends it. */
export function replyMessage(name: string, text: string): OutgoingMessage {
  return { content: `**${cut(verbatim(name), 80)}**: ${cut(defused(text), MOST_REPLY)}`, allowed_mentions: NO_MENTIONS }
}

const SPOKEN = /^\*\*(?<name>[^\n]{1,80}?)\*\*: (?<text>.+)$/s

/** What somebody of the staff had the bot say by `replyMessage`; null for everything else. */
export function spokenThroughBot(text: string): { readonly name: string; readonly text: string } | null {
  const { name, text: said } = SPOKEN.exec(text)?.groups ?? {}
  return name !== undefined && said !== undefined ? { name, text: said } : null
}

/** A failure, with the way to try again. */
export function failedDraft(ticketId: string, sentence: string, language: Language): OutgoingMessage {
  return plain(sentence, row(button(customId(FEATURE, 'draft', ticketId), assistantWords(language)('again'))))
}

export function entryMessage({ entryId, title, answer }: DeskEntry, language: Language): OutgoingMessage {
  const say = assistantWords(language)
  return {
    content: say('entry_intro'),
    embeds: [{ title: cut(verbatim(title), 256), description: shownAsText(answer) }],
    components: [
      row(
        button(customId(FEATURE, 'publish', entryId), say('entry_publish'), { style: ButtonStyle.Primary }),
        button(customId(FEATURE, 'rewrite', entryId), say('entry_edit')),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

export function entryForm({ entryId, title, answer, keywords }: DeskEntry, language: Language): ModalAnswer {
  const say = assistantWords(language)
  return openForm(
    customId(FEATURE, 'rewritten', entryId),
    say('entry_form'),
    textField({ name: 'title', label: say('entry_title'), maxLength: ENTRY_BOUNDS.title, value: title }),
    textField({ name: 'answer', label: say('entry_answer'), maxLength: 4_000, isLong: true, value: answer }),
    textField({
      name: 'keywords',
      label: say('entry_keywords'),
      maxLength: 200,
      isRequired: false,
      value: keywords.join(', '),
    }),
  )
}

/** Each line is quoted, so that nothing in it is taken for a word of the bot; where links lead can be read. */
function quoted(text: string): string {
  return cut(
    shownAsText(text)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
    MOST_REPLY - 200,
  )
}
