import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { MOVE_NAMES, type MoveName, moves, type Rule, type Standing, statusName } from './moves.ts'
import { STATUSES, type Status } from './ticket.ts'

/** `docs/tickets.md`, made from the table of moves. Run this file to write it. */
export const TICKETS_DOC = resolve(import.meta.dirname, '../../../../docs/tickets.md')

const STATES: Readonly<Record<Status, string>> = {
  open: 'Nobody takes care of it yet.',
  claimed: 'A member of its staff takes care of it.',
  waiting_for_user: 'The member is to answer first. The answer brings it back.',
  escalated: 'A role was called, which is staff of this ticket from then on; nobody of it has claimed the ticket yet.',
  closed: 'Solved. It can be opened again.',
  archived: 'Its channel is gone, what was said is in the transcript. Nothing leads back.',
}

const MEANINGS: Readonly<Record<MoveName, string>> = {
  claim: 'Takes it on oneself',
  unclaim: 'Gives it back',
  assign: 'Gives it to a member of its staff, also from somebody else',
  wait: 'Waits for the member',
  answer: 'The member has answered; the bot notices',
  resume: 'Waits no longer',
  escalate: 'Calls a role: the one named, else the escalation role of the settings',
  deescalate: 'Takes the escalation back',
  transfer: 'Takes it to another panel, with that panel’s staff',
  close: 'Closes it, with a reason that the member sees',
  reopen: 'Opens it again',
  archive: 'Removes its channel, once the transcript is complete',
}

const WHO: Readonly<Record<Standing, string>> = {
  system: 'bot',
  admin: 'admin',
  staff: 'staff',
  opener: 'member',
  other: 'others',
}

const RESULTS: Partial<Record<Rule['to'], string>> = {
  under_way: 'under way',
  given_back: 'given back',
}

const HEAD = `# Tickets: states and moves

Made from the table of moves (\`server/src/features/tickets/moves.ts\`), which is also what decides:
\`npx node server/src/features/tickets/tickets-doc.ts\` writes this page, and tests compare it and try every cell.

## States
`

const PEOPLE = `
## Who is who

- **admin**: whoever has the Administrator permission. *Manage Server* alone opens no tickets.
- **staff**: whoever has one of the staff roles of the ticket's panel or, where it has no panel or the panel names none,
  the staff role of the settings (\`ticketbot.staff_role_id\`); and whoever has the role that the ticket was escalated
  to. No admin role is needed.
- **member**: whoever opened the ticket, unless staff.
- **bot**: what happens by itself, such as closing after silence.

Everybody else may do nothing to a ticket, and neither may the staff of another panel.
`

const MOVES_HEAD = `
## Moves

A cell is the state that the move leads to from the state above; – is refused, and so is whoever is not named.

- *under way*: claimed where somebody has claimed it, else escalated where it was escalated, else open.
- *given back*: escalated where it was escalated, else open.
- *if free*: only where nobody has claimed it; *if claimed*: only where somebody has.
`

const BY_ITSELF = `
## What the bot does by itself

- It reminds of a ticket and closes it after silence (\`ticketbot.idle_days_threshold\`,
  \`ticketbot.auto_close_days_threshold\`, or the hours of the panel), unless the staff owes the answer.
- It calls the staff before a target of the panel is due, and once when it is missed.
- It archives a ticket \`ticketbot.archive_after_hours\` after it was closed, if that is not 0 (as it is at first): by the
  same move as people, so never before the transcript is complete. Opening it again takes that back; closed anew it has
  all its time. What was closed before the setting was switched on is archived as well.

The button “Why?” below what the bot says tells which rule it is and when. \`/ticket_autoclose exclude\` keeps a ticket out
of reminding, closing and archiving, and so does \`ticketbot.enabled\` for all tickets while it is off.
`

export function ticketsDoc(): string {
  const states = STATUSES.map((status) => `| \`${status}\` | ${statusName(status).en} | ${STATES[status]} |`)
  const head = `| move | what it does | who | ${STATUSES.map((status) => `\`${status}\``).join(' | ')} |`
  const lines = MOVE_NAMES.map(lineOf)
  return [
    HEAD,
    '| state | reads | means |',
    '|---|---|---|',
    ...states,
    PEOPLE,
    MOVES_HEAD.trimStart(),
    head,
    `|${'---|'.repeat(STATUSES.length + 3)}`,
    ...lines,
    BY_ITSELF,
  ].join('\n')
}

function lineOf(move: MoveName): string {
  const { by } = moves[move]
  const who = by.map((standing) => WHO[standing]).join(', ')
  const cells = STATUSES.map((status) => cellOf(moves[move], status))
  return `| \`${move}\` | ${MEANINGS[move]} | ${who} | ${cells.join(' | ')} |`
}

function cellOf({ from, to, claimed }: Rule, status: Status): string {
  if (!from.includes(status)) return '–'
  const result = RESULTS[to] ?? `\`${to}\``
  if (claimed === undefined) return result
  return `${result}, ${claimed ? 'if claimed' : 'if free'}`
}

if (import.meta.main) writeFileSync(TICKETS_DOC, ticketsDoc())
