import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { JsonValue } from '../../platform/database/tables.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import { COLOUR, changeOf } from './replies.ts'
import { button, plain, row } from './replies-parts.ts'
import type { HistoryEntry, Rollback } from './service.ts'
import { cut, namedThen, shownThen } from './values.ts'

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
): OutgoingMessage {
  if (entries.length === 0 && isFirst) return plain('Nothing was changed yet.')
  const turning = [
    ...(isFirst ? [] : [button('history', `:${ref}`, 'Newest')]),
    ...(before === null ? [] : [button('history', `${before}:${ref}`, 'Older')]),
  ]
  return {
    embeds: [
      {
        color: COLOUR,
        title: ref === '' ? 'Changes of settings' : `Changes of ${ref}`,
        description: entries.map((entry) => historyLine(entry, find(entry))).join('\n') || 'Nothing more.',
      },
    ],
    components: [
      ...(entries.length > 0 ? [row(rollbackSelect(entries, find, contents))] : []),
      ...(turning.length > 0 ? [row(...turning)] : []),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

/** One change as a suggestion: `Log channel: not set → #logs · #12`. */
export function changeName(entry: HistoryEntry, setting: Setting | undefined, contents: GuildContents): string {
  const values = [entry.oldValue, entry.newValue].map((value) => namedThen(setting, value, contents))
  return cut(`#${entry.id} ${setting?.label ?? nameOf(entry)}: ${values.join(' → ')}`, 100)
}

/** What a rollback would do, with the button that does it as long as nothing else changes. */
export function rollbackPreview(
  { entry, from, to, version }: Rollback,
  setting: Setting | undefined,
  reason = '',
): OutgoingMessage {
  const confirm = button('rollback', `${entry.id}:${version}`, 'Roll back', { style: ButtonStyle.Danger })
  return plain(`${reason}Roll back change #${entry.id} by ${whoOf(entry)}? ${becomes(entry, setting, from, to)}.`, [
    row(confirm, button('keep', '', 'Leave it')),
  ])
}

export function rolledBackReply({ entry, from, to }: Rollback, setting: Setting | undefined): OutgoingMessage {
  return plain(`Rolled back: ${becomes(entry, setting, from, to)}`)
}

const AUDIT_COLOUR = 0xe6_7e_22

/** To the log channel of the guild. */
export function toldReply(entries: readonly HistoryEntry[], find: FindSetting): OutgoingMessage {
  const latest = entries.at(-1)
  return {
    embeds: [
      {
        color: AUDIT_COLOUR,
        title: 'Settings changed',
        description: entries.map((entry) => historyLine(entry, find(entry))).join('\n'),
        ...(latest && { timestamp: latest.changedAt.toString({ smallestUnit: 'millisecond' }) }),
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

export function keptReply(): OutgoingMessage {
  return plain('Nothing was changed.')
}

function becomes(
  entry: HistoryEntry,
  setting: Setting | undefined,
  from: JsonValue | undefined,
  to: JsonValue | undefined,
): string {
  return `${setting?.label ?? nameOf(entry)}: ${shownThen(setting, from)} → ${shownThen(setting, to)}`
}

function historyLine(entry: HistoryEntry, setting: Setting | undefined): string {
  const seconds = Math.floor(entry.changedAt.epochMilliseconds / 1000)
  const origin = entry.source === 'api' ? ', through the API' : ''
  const undone = entry.changeType === 'rollback' ? ' (rollback)' : ''
  return `\`#${entry.id}\` ${changeOf(setting, entry)}${undone}\n-# by ${whoOf(entry)}${origin} <t:${seconds}:R>`
}

/** Whoever had their data erased is nobody. */
function whoOf({ changedBy }: HistoryEntry): string {
  return changedBy === null ? 'somebody whose data were erased' : `<@${changedBy}>`
}

function rollbackSelect(entries: readonly HistoryEntry[], find: FindSetting, contents: GuildContents) {
  return {
    type: ComponentType.StringSelect as const,
    custom_id: customId('settings', 'preview'),
    placeholder: 'Roll back one of these…',
    options: entries.map((entry) => ({
      label: changeName(entry, find(entry), contents),
      value: String(entry.id),
      description: nameOf(entry),
    })),
  }
}
