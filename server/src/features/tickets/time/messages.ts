import type { APIEmbedField } from 'discord-api-types/v10'
import type { Language } from '../../../kernel/language.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../platform/discord/message.ts'
import { button, type Row, row } from '../../../platform/discord/message-parts.ts'
import { timestamp } from '../../../platform/discord/text.ts'
import type { Terms } from '../terms.ts'
import type { Ticket } from '../ticket.ts'
import type { Silence } from './silence.ts'
import type { Target } from './targets.ts'
import type { TargetKind } from './time.ts'
import { timeWords } from './words-time.ts'

/** What time says in the channel of a ticket, in the words of its member. */

const DAY_HOURS = 24

/** `3 days`, or in hours where it is no whole number of days. */
export function lastsWords(hours: number, language: Language): string {
  const say = timeWords(language)
  return hours % DAY_HOURS === 0 ? say('days', { count: hours / DAY_HOURS }) : say('hours', { count: hours })
}

export function reminderMessage(ticket: Ticket, terms: Terms, silence: Silence): OutgoingMessage {
  const say = timeWords(ticket.language)
  const { since, owes, staysBecause } = silence
  const silent = timestamp(since, 'R')
  const isForStaff = owes === 'staff'
  const { names, mentions } = isForStaff ? calledStaff(ticket, terms) : calledMember(ticket)
  const closes = staysBecause === null ? say('remind_closes') : ''
  const sentence = isForStaff ? say('remind_staff', { silent }) : say('remind_member', { silent })
  return {
    content: [names, sentence, closes].filter((part) => part !== '').join(' '),
    components: [
      row(...(isForStaff ? [] : [button(customId('tickets', 'stay', ticket.id), say('stay'))]), whyButton(ticket)),
    ],
    allowed_mentions: mentions,
  }
}

/** Before a target is due, and once it was missed. */
export function targetMessage(
  ticket: Ticket,
  terms: Terms,
  about: 'warn' | 'missed',
  target: TargetKind,
  dueAt: Temporal.Instant,
): OutgoingMessage {
  const { names, mentions } = calledStaff(ticket, terms)
  const sentence = timeWords(ticket.language)(`${about}_${target}`, { when: timestamp(dueAt, 'R') })
  return { content: names === '' ? sentence : `${names} ${sentence}`, allowed_mentions: mentions }
}

interface Called {
  readonly names: string
  readonly mentions: OutgoingMessage['allowed_mentions']
}

function calledMember({ openerId }: Ticket): Called {
  return openerId === null
    ? { names: '', mentions: NO_MENTIONS }
    : { names: `<@${openerId}>`, mentions: { users: [openerId] } }
}

/** Whoever has it; where nobody has, everybody who could. */
function calledStaff({ claimedBy, escalatedTo }: Ticket, { staffRoleIds }: Terms): Called {
  if (claimedBy !== null) return { names: `<@${claimedBy}>`, mentions: { users: [claimedBy] } }
  const roles = escalatedTo === null ? staffRoleIds : [escalatedTo]
  return {
    names: roles.map((id) => `<@&${id}>`).join(' '),
    mentions: roles.length > 0 ? { roles: [...roles] } : NO_MENTIONS,
  }
}

/** For the message at the head of a ticket's channel. */
export function targetField(targets: readonly Target[], language: Language): APIEmbedField[] {
  const say = timeWords(language)
  return targets.map(({ kind, state, dueAt }) => ({
    name: say(`target_${kind}`),
    value: state === 'running' && dueAt ? timestamp(dueAt, 'R') : say(`state_${state}`),
    inline: true,
  }))
}

export function archiveField(at: Temporal.Instant | null, language: Language): APIEmbedField[] {
  return at ? [{ name: timeWords(language)('archived'), value: timestamp(at, 'R'), inline: true }] : []
}

const whyButton = ({ id, language }: Ticket) => button(customId('tickets', 'why', id), timeWords(language)('why'))

/** Below what the bot did by itself. */
export function whyRow(ticket: Ticket): Row {
  return row(whyButton(ticket))
}

/** In the menu of the staff: takes the ticket out of reminders and closing, or back into them. */
export function autoCloseButton({ id }: Ticket, language: Language) {
  return button(customId('tickets', 'auto_close', id), timeWords(language)('toggle'))
}
