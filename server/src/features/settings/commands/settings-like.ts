import { nameOf, type Setting } from '../../../platform/settings/define.ts'

/** Words of the documented sub-commands (`/config system set_log_channel`) that name no setting. */
const VERBS = new Set(['config', 'set', 'reset'])
const ALSO = new Map([['disable', 'enabled']])

/**
 * The settings whose scope, key and label, in either language, begin with each of the words, those whose own words they are first. So
 * `log channel`, `system.log_channel_id` and `system set_log_channel` all find the same. Pure.
 */
export function settingsLike(settings: readonly Setting[], typed: string): Setting[] {
  return ranked(settings, typed).map(({ setting }) => setting)
}

/** The setting of exactly this name or label, or else the only one that is like it. */
export function settingNamed(settings: readonly Setting[], typed: string): Setting | null {
  const found = ranked(settings, typed)
  const exact = found.filter(({ rank }) => rank === EXACT)
  const [only, ...more] = exact.length > 0 ? exact : found
  return only && more.length === 0 ? only.setting : null
}

const EXACT = 4

function ranked(settings: readonly Setting[], typed: string): { setting: Setting; rank: number }[] {
  const wanted = wordsOf(typed).filter((word) => !VERBS.has(word))
  return settings
    .map((setting) => ({ setting, rank: rankOf(setting, typed, wanted) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank)
}

/** `EXACT`: by its name or label; 3: by words of its name; 2: also of its label; 1: by beginnings of them; 0: not at all. */
function rankOf(setting: Setting, typed: string, wanted: readonly string[]): number {
  const text = typed.trim().toLowerCase()
  const labels = Object.values(setting.label).map((label) => label.toLowerCase())
  if ([nameOf(setting), ...labels].includes(text)) return EXACT
  const own = wordsOf(nameOf(setting))
  const all = [...own, ...labels.flatMap(wordsOf)]
  const isIn = (words: readonly string[]) => (word: string) => words.includes(ALSO.get(word) ?? word)
  if (wanted.every(isIn(own))) return 3
  if (wanted.every(isIn(all))) return 2
  return wanted.every((word) => isIn(all)(word) || all.some((other) => other.startsWith(word))) ? 1 : 0
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
