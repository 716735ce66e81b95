import { type APIEmbed, type APIEmbedField, ButtonStyle } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { OutgoingMessage } from '../../platform/discord/message.ts'
import { button, type Row, row } from '../../platform/discord/message-parts.ts'
import { cut, timestamp, verbatim } from '../../platform/discord/text.ts'
import { type MoveName, moves, statusName } from './moves.ts'
import type { StaffButton } from './ports.ts'
import type { Terms } from './terms.ts'
import type { Status, Ticket } from './ticket.ts'
import { controlsWords } from './words-controls.ts'

/**
 * What an embed shows of what a member wrote: five answers, the description and the rest stay below the 6000 characters
 * of https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 */
const SHOWN = { description: 1500, question: 100, answer: 600, labels: 300, welcome: 1500 } as const
const BUTTONS_IN_ROW = 5
const MOST_ROWS = 5

const COLORS: Readonly<Record<Status, number>> = {
  open: 0x3b82f6,
  claimed: 0x22c55e,
  waiting_for_user: 0xf59e0b,
  escalated: 0xef4444,
  closed: 0x6b7280,
  archived: 0x6b7280,
}

/** Moves with a button of their own, in their order; the menu has the others. */
export const BUTTON_MOVES = [
  'claim',
  'unclaim',
  'wait',
  'resume',
  'escalate',
  'deescalate',
  'close',
  'reopen',
  'archive',
] as const satisfies readonly MoveName[]

const STYLES: Partial<Record<MoveName, ButtonStyle.Primary | ButtonStyle.Danger>> = {
  claim: ButtonStyle.Primary,
  close: ButtonStyle.Danger,
  archive: ButtonStyle.Danger,
}

/** Whom the first posting calls; an edit calls nobody. */
function calledFor({ openerId }: Ticket, { staffRoleIds }: Terms) {
  return { users: openerId === null ? [] : [openerId], roles: [...staffRoleIds] }
}

/** The message at the head of a ticket's channel: what it is about, how it stands, and what can be done. `more`: fields of other rooms. */
export function controlMessage(
  ticket: Ticket,
  terms: Terms,
  staffButtons: readonly StaffButton[],
  language: Language,
  more: readonly APIEmbedField[] = [],
): OutgoingMessage {
  const say = controlsWords(language)
  const called = calledFor(ticket, terms)
  const names = [...called.users.map((id) => `<@${id}>`), ...called.roles.map((id) => `<@&${id}>`)]
  const welcome = terms.panel?.welcome ?? say('welcome')
  return {
    content: [names.join(' '), cut(welcome, SHOWN.welcome)].filter((line) => line !== '').join('\n'),
    embeds: [embedOf(ticket, terms, language, more)],
    components: controlRows(ticket, staffButtons, language),
    allowed_mentions: called,
  }
}

function embedOf(ticket: Ticket, { panel }: Terms, language: Language, more: readonly APIEmbedField[]): APIEmbed {
  const say = controlsWords(language)
  const { number, status, description, username, createdAt } = ticket
  const title = panel
    ? say('title_of_panel', { number, panel: cut(panel.name, SHOWN.question) })
    : say('title', { number })
  return {
    title,
    color: COLORS[status],
    description: cut(verbatim(description), SHOWN.description),
    fields: [...answersOf(ticket), ...stateOf(ticket, language), ...more],
    // Erased with the member; Discord takes no empty one.
    ...(username !== '' && { footer: { text: username } }),
    timestamp: createdAt.toString({ smallestUnit: 'millisecond' }),
  }
}

function answersOf({ answers }: Ticket): APIEmbedField[] {
  return answers.map(({ question, answer }) => ({
    name: cut(verbatim(question), SHOWN.question),
    value: cut(verbatim(answer), SHOWN.answer) || '–',
  }))
}

function stateOf(ticket: Ticket, language: Language): APIEmbedField[] {
  const say = controlsWords(language)
  const { status, priority, claimedBy, escalatedTo, labels, closedAt } = ticket
  const lines: readonly (readonly [string, string | null])[] = [
    [say('status'), statusName(status)[language]],
    [say('claimed_by'), claimedBy && `<@${claimedBy}>`],
    [say('escalated_to'), escalatedTo && `<@&${escalatedTo}>`],
    [say('priority'), priority === 'normal' ? null : say(`priority_${priority}`)],
    [say('labels'), labels.length === 0 ? null : cut(labels.map(verbatim).join(', '), SHOWN.labels)],
    [say('closed_at'), closedAt && timestamp(closedAt, 'R')],
  ]
  return lines.flatMap(([name, value]) => (value === null ? [] : [{ name, value, inline: true }]))
}

function controlRows(
  { id, status, claimedBy }: Ticket,
  staffButtons: readonly StaffButton[],
  language: Language,
): Row[] {
  if (status === 'archived') return []
  const say = controlsWords(language)
  const fits = (move: MoveName) => {
    const { from, claimed } = moves[move]
    return from.includes(status) && (claimed === undefined || claimed === (claimedBy !== null))
  }
  const buttons = [
    ...BUTTON_MOVES.filter(fits).map((move) =>
      button(customId('tickets', move, id), say(`button_${move}`), { style: STYLES[move] ?? ButtonStyle.Secondary }),
    ),
    button(customId('tickets', 'more', id), say('button_more')),
    ...staffButtons.map(({ label, customId: idFor }) => button(idFor(id), label[language])),
  ]
  return Array.from({ length: Math.min(MOST_ROWS, Math.ceil(buttons.length / BUTTONS_IN_ROW)) }, (_, index) =>
    row(...buttons.slice(index * BUTTONS_IN_ROW, (index + 1) * BUTTONS_IN_ROW)),
  )
}
