import type { GuildId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/database/connect.ts'
import type { Choice, Complete } from '../../../platform/discord/options.ts'
import type { Panel } from './panel.ts'
import { listPanels } from './panel-store.ts'

/** Panels of the guild whose names contain what was typed; the value is the id. */
export function panelsLike(db: Db, which: 'all' | 'enabled'): Complete {
  return async (typed, { guildId }) => {
    const panels = await listPanels(db, guildId)
    return panels.filter((panel) => (which === 'all' || panel.isEnabled) && isLike(panel, typed)).map(choiceOf)
  }
}

/** The one that was picked, or whose name was typed in full. */
export async function panelNamed(db: Db, guildId: GuildId, typed: string): Promise<Panel | null> {
  const panels = await listPanels(db, guildId)
  const name = typed.trim().toLowerCase()
  return panels.find(({ id }) => id === typed) ?? panels.find((panel) => panel.name.toLowerCase() === name) ?? null
}

/** The last name of a list that is being typed: `Billing, Rep`. */
export function panelListsLike(db: Db): Complete {
  return async (typed, { guildId }) => {
    const [last = '', ...before] = typed.split(',').toReversed()
    const named = before.toReversed().map((name) => name.trim())
    const panels = await listPanels(db, guildId)
    return (
      panels
        .filter((panel) => isLike(panel, last.trim()) && !named.includes(panel.name))
        .map((panel) => [...named, panel.name].join(', '))
        // The longest value that Discord takes of a choice.
        .filter((value) => value.length <= 100)
        .map((value) => ({ name: value, value }))
    )
  }
}

function isLike({ name }: Panel, typed: string): boolean {
  return name.toLowerCase().includes(typed.toLowerCase())
}

function choiceOf({ id, name }: Panel): Choice {
  return { name, value: id }
}
