import { type APIStringSelectComponent, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10'
import type { Language } from '../../../kernel/language.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../platform/discord/message.ts'
import { button, type Row, row } from '../../../platform/discord/message-parts.ts'
import { cut, verbatim } from '../../../platform/discord/text.ts'
import type { Panel } from '../panels/panel.ts'
import { isUnsolved, PRIORITIES, type Ticket } from '../ticket.ts'
import { autoCloseButton } from '../time/messages.ts'
import { controlsWords } from '../words-controls.ts'
import type { Label } from './annotations-store.ts'
import { menuWords } from './words-menu.ts'

/** https://discord.com/developers/docs/components/reference#string-select */
const MOST_OPTIONS = 25
const OPTION_LABEL = 100
/** The choice that leads to no panel, but to the settings of the guild. */
export const NO_PANEL = 'none'

/** What a menu of a ticket has to choose from. */
export interface MenuChoices {
  readonly panels: readonly Pick<Panel, 'id' | 'name'>[]
  readonly labels: readonly Pick<Label, 'name'>[]
}

/** What staff can do to a ticket beside its moves; only who asked for it sees it. `done`: what was just done. */
export function menuMessage(
  ticket: Ticket,
  choices: MenuChoices,
  language: Language,
  done: string | null = null,
): OutgoingMessage {
  const say = menuWords(language)
  const unsolved = isUnsolved(ticket) ? [assigning(ticket, language), transferring(ticket, choices, language)] : []
  const rows = [...unsolved, prioritising(ticket, language), labelling(ticket, choices, language)]
  return {
    content: [done, say('menu', { number: ticket.number })].filter((line) => line !== null).join('\n'),
    components: [...rows.flatMap((one) => one ?? []), buttons(ticket, language)],
    allowed_mentions: NO_MENTIONS,
  }
}

function assigning({ id, claimedBy }: Ticket, language: Language): Row {
  return row({
    type: ComponentType.UserSelect,
    custom_id: customId('tickets', 'assign', id),
    placeholder: menuWords(language)('assign'),
    ...(claimedBy && { default_values: [{ id: claimedBy, type: SelectMenuDefaultValueType.User }] }),
  })
}

function transferring({ id, panelId }: Ticket, { panels }: MenuChoices, language: Language): Row | null {
  const say = menuWords(language)
  const others = panels.filter((panel) => panel.id !== panelId)
  const options = others
    .slice(0, MOST_OPTIONS - 1)
    .map((panel) => ({ value: panel.id, label: cut(panel.name, OPTION_LABEL) }))
  const all = panelId === null ? options : [...options, { value: NO_PANEL, label: say('no_panel') }]
  return all.length === 0 ? null : row(select(customId('tickets', 'transfer', id), say('transfer'), all))
}

function prioritising({ id, priority }: Ticket, language: Language): Row {
  const options = PRIORITIES.map((value) => ({
    value,
    label: menuWords(language)('priority', { priority: controlsWords(language)(`priority_${value}`) }),
    default: value === priority,
  }))
  return row(select(customId('tickets', 'priority', id), menuWords(language)('choose_priority'), options))
}

function labelling({ id, labels }: Ticket, choices: MenuChoices, language: Language): Row | null {
  // What the ticket has stays to be chosen, also where the guild has taken it off its list.
  const names = [...new Set([...labels, ...choices.labels.map(({ name }) => name)])].slice(0, MOST_OPTIONS)
  if (names.length === 0) return null
  const options = names.map((name) => ({ value: name, label: name, default: labels.includes(name) }))
  return row({
    ...select(customId('tickets', 'labels', id), menuWords(language)('choose_labels'), options),
    min_values: 0,
    max_values: options.length,
  })
}

function buttons(ticket: Ticket, language: Language): Row {
  const say = menuWords(language)
  const { id, openerId, channelId } = ticket
  const canAsk = isUnsolved(ticket) && openerId !== null && channelId !== null
  return row(
    button(customId('tickets', 'note_add', id), say('add_note')),
    button(customId('tickets', 'notes', id), say('show_notes')),
    ...(canAsk ? [button(customId('tickets', 'ask_close', id), say('ask_close'))] : []),
    ...(isUnsolved(ticket) ? [autoCloseButton(ticket, language)] : []),
  )
}

function select(custom_id: string, placeholder: string, options: APIStringSelectComponent['options']) {
  return { type: ComponentType.StringSelect as const, custom_id, placeholder, options }
}

/** The labels of a guild, as a list. */
export function labelList(labels: readonly Label[], language: Language): string {
  if (labels.length === 0) return menuWords(language)('no_labels')
  const shown = ({ name, color }: Label) => `- ${verbatim(name)}${color === null ? '' : ` (${colorText(color)})`}`
  return labels.map(shown).join('\n')
}

const colorText = (color: number) => `#${color.toString(16).padStart(6, '0')}`
