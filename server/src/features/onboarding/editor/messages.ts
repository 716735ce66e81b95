import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { Language } from '../../../kernel/language.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { AnswersOf } from '../../../platform/discord/answers.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../platform/discord/message.ts'
import { button, plain, type Row, row } from '../../../platform/discord/message-parts.ts'
import { cut, defused, verbatim } from '../../../platform/discord/text.ts'
import { BOUNDS } from '../contract.ts'
import { editorWords } from '../words-editor.ts'
import { type Editor, type Kept, textIn, type Written } from './editor.ts'
import { orderSeen, seenOf } from './edits.ts'

const BLURPLE = 0x5865f2
const GREY = 0x6b7280
/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const LONGEST_TEXT = 4096
/** https://discord.com/developers/docs/components/reference#string-select-select-option-structure */
const LONGEST_OPTION = 100
/** As much of each as lets all of them be in one message. */
const LONGEST_LISTED = 60
/** With all that is put in so that nobody is mentioned by it, no more than an embed takes. */
const LONGEST_QUOTED = 1900

/** All of them, to choose from. */
export function listMessage<Item extends Kept, Input>(
  editor: Editor<Item, Input>,
  items: readonly Item[],
  language: Language,
  notice?: string,
): OutgoingMessage {
  const say = editorWords(language)
  const { name } = editor
  const lines = items.map((item) => {
    const notes = [...editor.notes(item, language), ...(item.isEnabled ? [] : [say('note_off')])]
    return [`${item.position}. **${verbatim(cut(editor.wording(item), LONGEST_LISTED))}**`, ...notes].join(' · ')
  })
  const isFull = items.length >= BOUNDS.items
  if (isFull) lines.push('', say(`${name}_full`, { most: BOUNDS.items }))
  return {
    ...(notice !== undefined && { content: notice }),
    embeds: [
      {
        color: BLURPLE,
        title: say(`${name}_title`),
        description: cut(lines.join('\n') || say(`${name}_none`), LONGEST_TEXT),
      },
    ],
    components: [
      ...(items.length > 0 ? [pickRow(editor, items, language)] : []),
      row(
        button(customId('onboarding', `${name}_add`), say(`${name}_add`), {
          style: ButtonStyle.Success,
          disabled: isFull,
        }),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

function pickRow<Item extends Kept, Input>(
  { name, wording }: Editor<Item, Input>,
  items: readonly Item[],
  language: Language,
): Row {
  return row({
    type: ComponentType.StringSelect,
    custom_id: customId('onboarding', `${name}_pick`),
    placeholder: editorWords(language)(`${name}_pick`),
    min_values: 1,
    max_values: 1,
    options: items.map((item) => ({
      label: cut(`${item.position}. ${wording(item)}`, LONGEST_OPTION),
      value: item.id,
    })),
  })
}

/** One of them, with everything that can be done to it. */
export function itemMessage<Item extends Kept, Input>(
  editor: Editor<Item, Input>,
  items: readonly Item[],
  item: Item,
  language: Language,
): OutgoingMessage {
  const say = editorWords(language)
  const { name } = editor
  const place = say(`${name}_place`, { number: item.position, of: items.length })
  const seen = `${item.id}.${seenOf(item)}`
  const order = `${item.id}.${orderSeen(items.map(({ id }) => id))}`
  const to = (act: string, about: string) => customId('onboarding', `${name}_${act}`, about)
  const { isEnabled, position } = item
  return {
    content: isEnabled ? place : `${place} · ${say('note_off')}`,
    embeds: [{ color: isEnabled ? BLURPLE : GREY, ...editor.embed(item, language) }],
    components: [
      row(
        button(to('change', seen), say('change'), { style: ButtonStyle.Primary }),
        isEnabled ? button(to('off', seen), say('switch_off')) : button(to('on', seen), say('switch_on')),
        button(to('remove', seen), say('remove'), { style: ButtonStyle.Danger }),
      ),
      row(
        button(to('up', order), say('up'), { disabled: position === 1 }),
        button(to('down', order), say('down'), { disabled: position === items.length }),
        button(to('list', ''), say('to_list')),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

export function removalMessage<Item extends Kept, Input>(
  { name, wording }: Editor<Item, Input>,
  item: Item,
  seen: string,
  language: Language,
): OutgoingMessage {
  const say = editorWords(language)
  const yes = button(customId('onboarding', `${name}_gone`, `${item.id}.${seen}`), say('remove_yes'), {
    style: ButtonStyle.Danger,
  })
  const no = button(customId('onboarding', `${name}_view`, item.id), say('remove_no'))
  return plain(say(`${name}_remove_asked`, { name: verbatim(wording(item)) }), row(yes, no))
}

/** Why it was refused, and what was written, to copy: a form cannot open a form. */
export function refusedAnswer(
  refusal: Refusal,
  { fields }: { readonly fields: Editor<Kept, unknown>['fields'] },
  written: Written,
  language: Language,
): AnswersOf['message'] {
  const say = editorWords(language)
  const errors = refusal.errors?.map(({ message, said }) => said?.[language] ?? message)
  const why = errors ?? [refusal.sentenceIn(language)]
  return {
    kind: 'message',
    message: plain([...why, say('not_saved')].join('\n')),
    more: fields.flatMap((field) => quoted(say(`field_${field}`), textIn(written, field))),
  }
}

function quoted(title: string, text: string): OutgoingMessage[] {
  const parts = text.match(new RegExp(`[^]{1,${LONGEST_QUOTED}}`, 'gu')) ?? []
  return parts.map((part) => ({ embeds: [{ title, description: codeOf(part) }], allowed_mentions: NO_MENTIONS }))
}

/** Shown letter by letter, as it was typed; an invisible space keeps what is in it from ending the block. */
function codeOf(text: string): string {
  return `\`\`\`\n${defused(text).replaceAll('``', '`\u200b`')}\n\`\`\``
}
