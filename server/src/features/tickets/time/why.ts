import type { Language } from '../../../kernel/language.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { timestamp } from '../../../platform/discord/text.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import { archiveHoursOf, type Terms, termsOf } from '../terms.ts'
import { isUnsolved, type Ticket } from '../ticket.ts'
import { archiveAt } from './archiving.ts'
import { lastsWords } from './messages.ts'
import { noteShown } from './reminder.ts'
import { timeRules } from './rules.ts'
import { remindAfterHours, reminderIsOfPanel, type Silence, type SilenceRules, silenceOf } from './silence.ts'
import type { Timed } from './time.ts'
import { findTimed, latestFacts } from './time-store.ts'
import { timeWords } from './words-time.ts'

/** Tells by which rule the bot reminds, closes and archives, with its figures, and what stops it. */
export async function whyWords(needs: WhyNeeds, ticket: Ticket, language: Language): Promise<string> {
  const { db, settings } = needs
  if (!isUnsolved(ticket)) return solvedWords(needs, ticket, language)
  const found = await findTimed(db, ticket)
  if (found) await noteShown(db, found)
  const timed = await findTimed(db, ticket)
  const terms = await termsOf(db, settings, ticket)
  const rules = await timeRules(settings, ticket.guildId, terms)
  return timed ? goesOn(silenceOf(timed, rules), rules, terms, language) : timeWords(language)('stays_solved')
}

interface WhyNeeds {
  readonly db: Db
  readonly settings: Settings
}

/** Why it was closed, and what time does to it since. */
async function solvedWords({ db, settings }: WhyNeeds, ticket: Ticket, language: Language): Promise<string> {
  const [closed, archived, timed, archiveHours] = await Promise.all([
    latestFacts(db, ticket.id, 'close'),
    latestFacts(db, ticket.id, 'archive'),
    findTimed(db, ticket),
    archiveHoursOf(settings, ticket.guildId),
  ])
  const closing = factsOf(closed, 'silent_since')
  const since =
    ticket.status === 'archived' || !timed
      ? [wasArchived(factsOf(archived, 'closed_at'), language)]
      : staysClosed(timed, archiveHours, language)
  return [closing ? wasClosed(closing, language) : timeWords(language)('closed_by_people'), ...since].join('\n')
}

function wasArchived(facts: Facts | null, language: Language): string {
  const say = timeWords(language)
  if (!facts) return say('archived_by_people')
  return `${say('why_was_archived', { time: lastsWords(facts.hours, language) })} ${ruleOf(facts.isOfPanel, language)}`
}

function staysClosed(timed: Timed, hours: number | null, language: Language): string[] {
  const say = timeWords(language)
  const at = archiveAt(timed, hours)
  if (at === null || hours === null)
    return [say(timed.time.neverCloses ? 'stays_excluded' : 'stays_solved'), say('why_reopen')]
  const archives = say('why_archives', { time: lastsWords(hours, language), when: timestamp(at, 'R') })
  return [`${archives} ${ruleOf(false, language)}`, say('why_archive_stops')]
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

interface Facts {
  readonly since: Temporal.Instant
  readonly hours: number
  readonly isOfPanel: boolean
}

function wasClosed({ since, hours, isOfPanel }: Facts, language: Language): string {
  const words = timeWords(language)('why_was_closed', {
    since: timestamp(since, 'f'),
    time: lastsWords(hours, language),
  })
  return `${words}\n${ruleOf(isOfPanel, language)}`
}

/** As `silenceFacts` and `archiveFacts` wrote them; null where people did it. */
function factsOf(details: unknown, beginning: 'silent_since' | 'closed_at'): Facts | null {
  const because = fieldOf(details, 'because')
  const [since, hours, of] = [beginning, 'hours', 'of'].map((name) => fieldOf(because, name))
  if (typeof since !== 'string' || typeof hours !== 'number') return null
  return { since: Temporal.Instant.from(since), hours, isOfPanel: of === 'panel' }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined
}
