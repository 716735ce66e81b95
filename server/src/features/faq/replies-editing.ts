import { type APIEmbed, ButtonStyle } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button, plain, type Row, row } from '../../platform/discord/message-parts.ts'
import { cut, timestamp, verbatim } from '../../platform/discord/text.ts'
import type { Entry, EntryContent, Version } from './entry.ts'
import { entryEmbed } from './replies.ts'
import type { StoredGroup } from './search/synonyms-store.ts'
import type { MissedSearch } from './searches-store.ts'
import { editingWords } from './words-editing.ts'

/** What staff are answered who keep the FAQ. */

const feature = 'faq'

/** Under a draft. */
export function draftRow({ id, version }: Entry, language: Language): Row {
  const say = editingWords(language)
  return row(
    button(customId(feature, 'publish', `${id}.${version}`), say('publish'), { style: ButtonStyle.Success }),
    ...changeButtons(id, version, language),
  )
}

function changeButtons(id: number, version: number, language: Language) {
  const say = editingWords(language)
  return [
    button(customId(feature, 'edit', String(id)), say('edit')),
    button(customId(feature, 'version', `${id}.${version}`), say('history')),
  ]
}

export function savedReply(
  entry: Entry,
  said: 'added' | 'saved' | 'published' | 'restored',
  language: Language,
  version = entry.version,
): OutgoingMessage {
  const { id, number } = entry
  return {
    content: editingWords(language)(said, { number, version }),
    embeds: [entryEmbed(entry, language)],
    components: [row(...changeButtons(id, entry.version, language))],
    allowed_mentions: NO_MENTIONS,
  }
}

/** Why nothing was saved, with what was written, so that it can be copied. */
export function givenBackReply(refused: string, content: EntryContent, language: Language): OutgoingMessage {
  const say = editingWords(language)
  const written = [
    [say('form_title'), content.title],
    [say('form_answer'), content.answer],
    [say('form_keywords'), content.keywords.join(',')],
    [say('form_category'), content.category ?? ''],
  ] as const
  return {
    content: `${refused}\n${say('given_back')}`,
    embeds: written
      .filter(([, text]) => text.trim() !== '')
      .map(([title, text]) => ({ title, description: text.includes('```') ? text : `\`\`\`\n${text}\n\`\`\`` })),
    allowed_mentions: NO_MENTIONS,
  }
}

/** What was written by who was too late, beside what holds. */
export function asideReply({ id, number, version }: Entry, aside: number, language: Language): OutgoingMessage {
  const say = editingWords(language)
  return plain(
    say('kept_aside', { number, version: aside }),
    row(
      button(customId(feature, 'version', `${id}.${aside}`), say('history')),
      button(customId(feature, 'restore', `${id}.${aside}.${version}`), say('use_mine'), {
        style: ButtonStyle.Primary,
      }),
    ),
  )
}

export function deleteQuestion({ id, number, title, version }: Entry, language: Language): OutgoingMessage {
  const say = editingWords(language)
  return plain(
    say('delete_sure', { number, title: verbatim(title) }),
    row(
      button(customId(feature, 'delete', `${id}.${version}`), say('delete'), { style: ButtonStyle.Danger }),
      button(customId(feature, 'keep'), say('keep')),
    ),
  )
}

export function deletedReply({ id, number, version }: Entry, language: Language): OutgoingMessage {
  const say = editingWords(language)
  const undo = customId(feature, 'restore', `${id}.${version - 1}.${version}`)
  return plain(say('deleted', { number }), row(button(undo, say('undo'))))
}

const LONGEST_KEYWORDS = 1000

/** One version of an entry, with the ways to its neighbours. */
export function versionReply(entry: Entry, version: Version, language: Language): OutgoingMessage {
  const say = editingWords(language)
  const when = timestamp(version.changedAt, 'f')
  const act = say(`act_${version.act}`)
  const who = version.changedBy === null ? null : `<@${version.changedBy}>`
  const embed: APIEmbed = {
    title: verbatim(version.title),
    description: version.answer,
    fields: [
      {
        name: say('form_keywords'),
        value: cut(version.keywords.map(verbatim).join(', ') || say('no_keywords'), LONGEST_KEYWORDS),
      },
    ],
    footer: { text: say('version_footer', { version: version.version, of: entry.version }) },
  }
  const to = (other: number) => customId(feature, 'version', `${entry.id}.${other}`)
  const restore = customId(feature, 'restore', `${entry.id}.${version.version}.${entry.version}`)
  const isLatest = version.version === entry.version
  return {
    content: who === null ? say('by_nobody', { act, when }) : say('by', { act, who, when }),
    embeds: [embed],
    components: [
      row(
        button(to(version.version - 1), say('older'), { disabled: version.version <= 1 }),
        button(to(version.version + 1), say('newer'), { disabled: isLatest }),
        button(restore, say('restore'), { style: ButtonStyle.Primary, disabled: isLatest && isHeld(version) }),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

const isHeld = ({ act }: Version) => act !== 'deleted' && act !== 'set_aside'

const LONGEST_LIST = 4_000

export function synonymsReply(groups: readonly StoredGroup[], language: Language): OutgoingMessage {
  const say = editingWords(language)
  const lines = groups.map(({ words }, index) => say('synonyms_line', { number: index + 1, words: wordList(words) }))
  const description = cut(lines.join('\n') || say('synonyms_none'), LONGEST_LIST)
  return { embeds: [{ title: say('synonyms_title'), description }], allowed_mentions: NO_MENTIONS }
}

export const wordList = (words: readonly string[]) => words.map(verbatim).join(', ')

/** As many as there can be rows of buttons. */
export const MOST_MISSES = 5

export function todoReply(
  misses: readonly MissedSearch[],
  drafts: readonly Pick<Entry, 'number' | 'title'>[],
  language: Language,
): OutgoingMessage {
  const say = editingWords(language)
  const lines = misses.map(({ words, asked, lastAskedAt }, index) =>
    say('todo_line', { place: index + 1, words: verbatim(words), count: asked, when: timestamp(lastAskedAt, 'R') }),
  )
  const waiting = drafts.map(({ number, title }) => `#${number} ${verbatim(title)}`).join('\n')
  const parts = [lines.join('\n') || say('todo_none'), ...(waiting ? [say('todo_drafts', { drafts: waiting })] : [])]
  const rows = misses.map(({ id }, index) =>
    row(
      button(customId(feature, 'write', String(id)), say('todo_write', { place: index + 1 }), {
        style: ButtonStyle.Primary,
      }),
      button(customId(feature, 'dismiss', String(id)), say('todo_dismiss', { place: index + 1 })),
    ),
  )
  return {
    embeds: [{ title: say('todo_title'), description: parts.join('\n\n') }],
    ...(rows.length > 0 && { components: rows }),
    allowed_mentions: NO_MENTIONS,
  }
}
