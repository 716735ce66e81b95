import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import type { Choice } from '../../../platform/discord/options.ts'
import { nameOf, type Setting } from '../../../platform/settings/define.ts'
import { changeName, HISTORY_PAGE, historyReply, rollbackPreview, rolledBackReply } from '../replies-history.ts'
import type { HistoryEntry } from '../service.ts'
import { refusalWords } from '../words-refusals.ts'
import type { ConfigNeeds } from './needs.ts'
import { namedSetting } from './setting-option.ts'

/** Of how many of the latest changes suggestions are made. */
const RECENT = 100

/** Looking back and taking back; each answers with what is to be read. */
export function pastOf(needs: ConfigNeeds) {
  const { service, contentsOf } = needs
  const find = ({ scope, key }: Pick<HistoryEntry, 'scope' | 'key'>) =>
    service.registry.find((setting) => setting.scope === scope && setting.key === key)

  async function page(invocation: Invocation, setting: Setting | null, before?: bigint): Promise<OutgoingMessage> {
    const { guildId, language } = invocation
    const only = setting && { scope: setting.scope, key: setting.key }
    const wanted = { ...only, limit: HISTORY_PAGE + 1, ...(before !== undefined && { before }) }
    const found = await service.history(guildId, wanted)
    const entries = found.slice(0, HISTORY_PAGE)
    const oldest = entries.at(-1)
    const rest = found.length > HISTORY_PAGE && oldest ? oldest.id : null
    const shown = { entries, ref: setting ? nameOf(setting) : '', before: rest, isFirst: before === undefined }
    return historyReply(shown, find, await contentsOf(guildId), language)
  }

  return {
    /** The latest changes, of one setting if one is named. */
    latest: (invocation: Invocation, name: string | null) =>
      page(invocation, name === null ? null : namedSetting(needs, name)),

    /** `about` is `before:scope.key`, either of which may be empty. */
    turned(invocation: Invocation, about: string): Promise<OutgoingMessage> {
      const [before = '', name = ''] = about.split(':')
      const setting = name === '' ? null : namedSetting(needs, name)
      return page(invocation, setting, before === '' ? undefined : idOf(before))
    },

    async suggestions({ guildId, language }: Invocation, typed: string): Promise<Choice[]> {
      const [found, contents] = await Promise.all([service.history(guildId, { limit: RECENT }), contentsOf(guildId)])
      const wanted = typed.trim().toLowerCase()
      return found.flatMap((entry) => {
        const name = (reader: Language) => changeName(entry, find(entry), contents, reader)
        const searched = [...LANGUAGES.map(name), nameOf(entry)].join(' ').toLowerCase()
        return searched.includes(wanted) ? [{ name: name(language), value: String(entry.id) }] : []
      })
    },

    async preview({ actor, guildId, language }: Invocation, change: string): Promise<OutgoingMessage> {
      const planned = await service.rollback(actor, guildId, idOf(change), { dryRun: true })
      return rollbackPreview(planned, find(planned.entry), language)
    },

    /** Takes back a change that still stands; what was changed again since is shown first. */
    async undo({ actor, guildId, language }: Invocation, change: string): Promise<OutgoingMessage> {
      const planned = await service.rollback(actor, guildId, idOf(change), { dryRun: true })
      const setting = find(planned.entry)
      if (planned.from !== planned.entry.newValue)
        return rollbackPreview(planned, setting, language, 'preview_of_changed')
      const done = await service.rollback(actor, guildId, idOf(change), { ifVersion: planned.version })
      return rolledBackReply(done, setting, language)
    },

    /** `about` is `change:version`: done only if nothing was changed since it was shown. */
    async rollBack({ actor, guildId, language }: Invocation, about: string): Promise<OutgoingMessage> {
      const [change = '', version = ''] = about.split(':')
      const done = await service.rollback(actor, guildId, idOf(change), { ifVersion: idOf(version) })
      return rolledBackReply(done, find(done.entry), language)
    },
  }
}

function idOf(text: string): bigint {
  const [, digits] = /^#?(\d{1,18})$/.exec(text.trim()) ?? []
  if (digits !== undefined) return BigInt(digits)
  throw new Refusal('invalid', 'settings.unknown_change', refusalWords.everywhere('unknown_change'))
}
