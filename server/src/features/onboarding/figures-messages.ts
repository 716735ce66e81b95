import type { UserId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { timestamp } from '../../platform/discord/text.ts'
import type { Funnel } from './funnel.ts'
import type { StepCount } from './funnel-store.ts'
import type { Response } from './responses-store.ts'
import { summaryLines, summaryText, typed } from './summary.ts'
import { adminWords } from './words-admin.ts'

/** With as many lines of as much the description keeps within 4096 characters: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const MOST_LINES = 50
const LONGEST_TITLE = 30
const BLURPLE = 0x5865f2

export function funnelMessage(funnel: Funnel, days: number, language: Language): OutgoingMessage {
  const say = adminWords(language)
  const { started, completed, inProgress, abandoned, medianSeconds, steps } = funnel
  const shown = steps.slice(0, MOST_LINES)
  const lines =
    started === 0
      ? [say('funnel_none')]
      : [
          say('funnel_counts', { started, completed, inProgress, abandoned }),
          ...(medianSeconds === null
            ? []
            : [say('funnel_median', { duration: durationText(medianSeconds, language) })]),
          '',
          ...shown.map((step) => stepLine(step, language)),
          ...(steps.length > shown.length ? [say('funnel_more', { count: steps.length - shown.length })] : []),
        ]
  return embedded(say('funnel_title', { days }), lines.join('\n'))
}

function stepLine(step: StepCount, language: Language): string {
  const { reached, completed } = step
  return adminWords(language)('funnel_step', { title: titleOf(step, language), reached, completed })
}

function titleOf({ kind, title }: StepCount, language: Language): string {
  const say = adminWords(language)
  const shown = typed(title, LONGEST_TITLE)
  if (kind === 'rule' || kind === 'question') return shown
  return kind === 'followup' ? say('followup', { title: shown }) : say(`step_${kind}`)
}

function durationText(seconds: number, language: Language): string {
  const say = adminWords(language)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return say('duration_minutes', { minutes, seconds: seconds % 60 })
  return say('duration_hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

export function responseMessage(response: Response, language: Language): OutgoingMessage {
  const say = adminWords(language)
  const { userId, answers, personalization, language: spoken, completedAt } = response
  const lines = summaryLines({ answers, personalization, spoken }, [], language)
  const head = say('responses_of', { member: `<@${userId}>`, when: timestamp(completedAt, 'f') })
  const body = lines.length > 0 ? summaryText(lines, language) : say('responses_no_answers')
  return embedded(say('responses_title'), `${head}\n\n${body}`)
}

export function noResponseMessage(userId: UserId, isUnderWay: boolean, language: Language): OutgoingMessage {
  const key = isUnderWay ? 'responses_under_way' : 'responses_none'
  return { content: adminWords(language)(key, { member: `<@${userId}>` }), allowed_mentions: NO_MENTIONS }
}

function embedded(title: string, description: string): OutgoingMessage {
  return { embeds: [{ color: BLURPLE, title, description }], allowed_mentions: NO_MENTIONS }
}
