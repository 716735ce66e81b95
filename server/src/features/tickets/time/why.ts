import type { Language } from '../../../kernel/language.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { timestamp } from '../../../platform/discord/text.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import { type Terms, termsOf } from '../terms.ts'
import { isUnsolved, type Ticket } from '../ticket.ts'
import { lastsWords } from './messages.ts'
import { noteShown } from './reminder.ts'
import { timeRules } from './rules.ts'
import { remindAfterHours, reminderIsOfPanel, type Silence, type SilenceRules, silenceOf } from './silence.ts'
import { findTimed, latestFacts } from './time-store.ts'
import { timeWords } from './words-time.ts'

/** Tells by which rule the bot reminds and closes, with its figures, and what stops it. */
export async function whyWords(
  { db, settings }: { readonly db: Db; readonly settings: Settings },
  ticket: Ticket,
  language: Language,
): Promise<string> {
  const say = timeWords(language)
  if (!isUnsolved(ticket)) {
    const closing = closingFacts(await latestFacts(db, ticket.id, 'close'))
    return closing ? wasClosed(closing, language) : say('stays_solved')
  }
  const found = await findTimed(db, ticket)
  if (found) await noteShown(db, found)
  const timed = await findTimed(db, ticket)
  const terms = await termsOf(db, settings, ticket)
  const rules = await timeRules(settings, ticket.guildId, terms)
  return timed ? goesOn(silenceOf(timed, rules), rules, terms, language) : say('stays_solved')
}

function goesOn(silence: Silence, rules: SilenceRules, terms: Terms, language: Language): string {
  const say = timeWords(language)
  const { since, closeAt, staysBecause } = silence
  if (staysBecause === 'switched_off' || staysBecause === 'excluded') return say(`stays_${staysBecause}`)
  const time = lastsWords(rules.autoCloseHours, language)
  const closing = closeAt
    ? say('why_closes', { time, when: timestamp(closeAt, 'R') })
    : say('why_would_close', { time })
  const lines = [
    say('why_silence', { since: timestamp(since, 'f') }),
    `${say('why_reminder', { time: lastsWords(remindAfterHours(rules), language) })} ${ruleOf(reminderIsOfPanel(terms), language)}`,
    staysBecause ? say(`stays_${staysBecause}`) : `${closing} ${ruleOf(terms.panel?.autoCloseHours != null, language)}`,
    say('why_stops'),
  ]
  return lines.join('\n')
}

function ruleOf(isOfPanel: boolean, language: Language): string {
  return timeWords(language)(isOfPanel ? 'rule_of_panel' : 'rule_of_guild')
}

interface ClosingFacts {
  readonly since: Temporal.Instant
  readonly hours: number
  readonly isOfPanel: boolean
}

function wasClosed({ since, hours, isOfPanel }: ClosingFacts, language: Language): string {
  const say = timeWords(language)
  return [
    say('why_was_closed', { since: timestamp(since, 'f'), time: lastsWords(hours, language) }),
    say(isOfPanel ? 'rule_of_panel' : 'rule_of_guild'),
    say('why_reopen'),
  ].join('\n')
}

/** As `silenceFacts` wrote them; null where people closed it. */
function closingFacts(details: unknown): ClosingFacts | null {
  const because = fieldOf(details, 'because')
  const [since, hours, of] = ['silent_since', 'hours', 'of'].map((name) => fieldOf(because, name))
  if (typeof since !== 'string' || typeof hours !== 'number') return null
  return { since: Temporal.Instant.from(since), hours, isOfPanel: of === 'panel' }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
}
