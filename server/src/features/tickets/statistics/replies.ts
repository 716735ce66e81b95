import { type APIEmbedField, ButtonStyle } from 'discord-api-types/v10'
import type { Language } from '../../../kernel/language.ts'
import { chart } from '../../../platform/discord/chart.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../platform/discord/message.ts'
import { button, row } from '../../../platform/discord/message-parts.ts'
import { cut, verbatim } from '../../../platform/discord/text.ts'
import { PERIODS } from './contract.ts'
import { averageOf, type PeriodName, type TicketStats } from './stats.ts'
import type { KindFigures, Lasting, StaffFigures } from './stats-store.ts'
import { statsWords } from './words.ts'

const COLOUR = 0x58_65_f2
/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const LONGEST_FIELD = 1024
const LONGEST_NAME = 60
const MOST_LINES = 10

/** `/ticket_stats` and its buttons. */
export function statsReply(stats: TicketStats, language: Language): OutgoingMessage {
  const say = statsWords(language)
  const { opened, closed, unsolved, deflected, period } = stats
  const title = period === 'all' ? say('title_all') : say('title', { count: Number(period) })
  const { text, daysPerColumn } = chart(stats.days.map(({ day, opened: runs }) => ({ day, runs })))
  const closings = chart(stats.days.map(({ day, closed: runs }) => ({ day, runs })))
  const footer = [
    say('utc'),
    daysPerColumn !== null && daysPerColumn > 1 ? say('columns', { days: daysPerColumn }) : '',
  ]
  return {
    embeds: [
      {
        color: COLOUR,
        title,
        description: [
          say('counts', { opened, closed, unsolved }),
          say('deflected', { count: deflected }),
          `${say('opened_per_day')}\n\`\`\`\n${text}\n\`\`\``,
          `${say('closed_per_day')}\n\`\`\`\n${closings.text}\n\`\`\``,
        ].join('\n'),
        fields: fieldsOf(stats, language),
        footer: { text: footer.filter((part) => part !== '').join(' · ') },
      },
    ],
    components: [row(...PERIODS.map((name) => periodButton(name, period, language)), refresh(period, language))],
    allowed_mentions: NO_MENTIONS,
  }
}

function periodButton(name: PeriodName, shown: PeriodName, language: Language) {
  const say = statsWords(language)
  const label = name === 'all' ? say('button_all') : say('button_days', { days: name })
  const style = name === shown ? ButtonStyle.Primary : ButtonStyle.Secondary
  return button(customId('tickets', 'stats', name), label, { style })
}

/** A custom id occurs once in a message. */
function refresh(period: PeriodName, language: Language) {
  return button(customId('tickets', 'stats', `${period}:again`), statsWords(language)('refresh'))
}

export function readPeriod(about: string): PeriodName {
  const [named] = about.split(':', 1)
  return PERIODS.find((name) => name === named) ?? '30'
}

function fieldsOf(stats: TicketStats, language: Language): APIEmbedField[] {
  const say = statsWords(language)
  const average = averageOf(stats.ratings)
  const count = stats.ratings.reduce((sum, each) => sum + each, 0)
  const rated = average === null ? say('nobody') : say('rated', { average: figure(average, language), count })
  const all: readonly (readonly [string, string, boolean])[] = [
    [say('first_response'), lastingWords(stats.firstResponse, language), true],
    [say('resolution'), lastingWords(stats.resolution, language), true],
    [say('ratings'), rated, true],
    [say('per_staff'), linesOf(stats.staff.map((each) => staffLine(each, language))), false],
    [say('per_panel'), linesOf(stats.panels.map((each) => kindLine(each, language))), false],
    [say('per_label'), linesOf(stats.labels.map((each) => kindLine(each, language))), false],
  ]
  return all.flatMap(([name, value, inline]) => (value === '' ? [] : [{ name, value, inline }]))
}

function lastingWords({ median, p90 }: Lasting, language: Language): string {
  const say = statsWords(language)
  if (median === null || p90 === null) return say('nothing')
  return say('lasting', { median: lasts(median, language), p90: lasts(p90, language) })
}

function staffLine({ userId, closed, answered, medianResolution, averageRating }: StaffFigures, language: Language) {
  const say = statsWords(language)
  const parts = [
    say('staff', { who: `<@${userId}>`, closed, answered }),
    medianResolution === null ? '' : lasts(medianResolution, language),
    averageRating === null ? '' : `${figure(averageRating, language)} ★`,
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function kindLine({ name, opened, closed, medianResolution }: KindFigures, language: Language): string {
  const say = statsWords(language)
  const shown = name === null ? say('no_panel') : cut(verbatim(name), LONGEST_NAME)
  const line = say('kind', { name: shown, opened, closed })
  return medianResolution === null ? line : `${line} · ${lasts(medianResolution, language)}`
}

/** As many whole lines as a field holds. */
function linesOf(lines: readonly string[]): string {
  return cut(lines.slice(0, MOST_LINES).join('\n'), LONGEST_FIELD)
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function lasts(seconds: number, language: Language): string {
  const say = statsWords(language)
  if (seconds < HOUR) return say('minutes', { n: figure(seconds / MINUTE, language) })
  return seconds < 2 * DAY
    ? say('hours', { n: figure(seconds / HOUR, language) })
    : say('days_lasted', { n: figure(seconds / DAY, language) })
}

function figure(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value)
}
