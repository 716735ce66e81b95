import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { plain, row } from '../../platform/discord/message-parts.ts'
import { cut, timestamp } from '../../platform/discord/text.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import { COLOUR, changeOf } from './replies.ts'
import { button } from './replies-parts.ts'
import type { HistoryEntry, Rollback } from './service.ts'
import { namedThen } from './values.ts'
import { pastWords } from './words-past.ts'

/** What admins read of changes: the history, and what a rollback would do or did. */

/** With as many, the longest values stay within an embed's description. */
export const HISTORY_PAGE = 10

type FindSetting = (entry: HistoryEntry) => Setting | undefined

interface HistoryPage {
  readonly entries: readonly HistoryEntry[]
  /** `scope.key` when only the changes of one setting are shown, else empty. */
  readonly ref: string
  /** The id from which the following page goes on. */
  readonly before: bigint | null
  readonly isFirst: boolean
}

export function historyReply(
  { entries, ref, before, isFirst }: HistoryPage,
  find: FindSetting,
  contents: GuildContents,
  language: Language,
): OutgoingMessage {
  const say = pastWords(language)
  if (entries.length === 0 && isFirst) return plain(say('nothing_yet'))
  const turning = [
    ...(isFirst ? [] : [button('history', `:${ref}`, say('newest'))]),
    ...(before === null ? [] : [button('history', `${before}:${ref}`, say('older'))]),
  ]
  return {
    embeds: [
      {
        color: COLOUR,
        title: ref === '' ? say('changes') : say('changes_of', { name: ref }),
        description: historyLines(entries, find, language) || say('nothing_more'),
      },
    ],
    components: [
      ...(entries.length > 0 ? [row(rollbackSelect(entries, find, contents, language))] : []),
      ...(turning.length > 0 ? [row(...turning)] : []),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

/** One change as a suggestion: `Log channel: not set → #logs · #12`. */
export function changeName(
  entry: HistoryEntry,
  setting: Setting | undefined,
  contents: GuildContents,
  language: Language,
): string {
  const values = [entry.oldValue, entry.newValue].map((value) => namedThen(setting, value, contents, language))
  return cut(`#${entry.id} ${setting?.label[language] ?? nameOf(entry)}: ${values.join(' → ')}`, 100)
}

/** What a rollback would do, with the button that does it as long as nothing else changes. */
export function rollbackPreview(
  { entry, from, to, version }: Rollback,
  setting: Setting | undefined,
  language: Language,
  question: 'preview' | 'preview_of_changed' = 'preview',
): OutgoingMessage {
  const say = pastWords(language)
  const confirm = button('rollback', `${entry.id}:${version}`, say('roll_back'), { style: ButtonStyle.Danger })
  const change = becomes(entry, setting, { from, to }, language)
  return plain(
    say(question, { id: String(entry.id), who: whoOf(entry, language), change }),
    row(confirm, button('keep', '', say('leave'))),
  )
}

export function rolledBackReply(
  { entry, from, to }: Rollback,
  setting: Setting | undefined,
  language: Language,
): OutgoingMessage {
  return plain(pastWords(language)('rolled_back', { change: becomes(entry, setting, { from, to }, language) }))
}

const AUDIT_COLOUR = 0xe6_7e_22

/** To the log channel of the guild. */
export function toldReply(entries: readonly HistoryEntry[], find: FindSetting, language: Language): OutgoingMessage {
  const latest = entries.at(-1)
  return {
    embeds: [
      {
        color: AUDIT_COLOUR,
        title: pastWords(language)('told'),
        description: historyLines(entries, find, language),
        ...(latest && { timestamp: latest.changedAt.toString({ smallestUnit: 'millisecond' }) }),
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

export function keptReply(language: Language): OutgoingMessage {
  return plain(pastWords(language)('kept'))
}

function becomes(
  entry: HistoryEntry,
  setting: Setting | undefined,
  { from, to }: Pick<Rollback, 'from' | 'to'>,
  language: Language,
): string {
  return changeOf(setting, { ...entry, oldValue: from, newValue: to }, language)
}

function historyLines(entries: readonly HistoryEntry[], find: FindSetting, language: Language): string {
  return entries.map((entry) => historyLine(entry, find(entry), language)).join('\n')
}

function historyLine(entry: HistoryEntry, setting: Setting | undefined, language: Language): string {
  const say = pastWords(language)
  const change = changeOf(setting, entry, language)
  const what = entry.changeType === 'rollback' ? say('undone', { change }) : change
  const origin = { who: whoOf(entry, language), when: timestamp(entry.changedAt, 'R') }
  return `\`#${entry.id}\` ${what}\n-# ${say(entry.source === 'api' ? 'by_api' : 'by', origin)}`
}

/** Whoever had their data erased is nobody. */
function whoOf({ changedBy }: HistoryEntry, language: Language): string {
  return changedBy === null ? pastWords(language)('erased_person') : `<@${changedBy}>`
}

function rollbackSelect(
  entries: readonly HistoryEntry[],
  find: FindSetting,
  contents: GuildContents,
  language: Language,
) {
  return {
    type: ComponentType.StringSelect as const,
    custom_id: customId('settings', 'preview'),
    placeholder: pastWords(language)('choose'),
    options: entries.map((entry) => ({
      label: changeName(entry, find(entry), contents, language),
      value: String(entry.id),
      description: nameOf(entry),
    })),
  }
}
