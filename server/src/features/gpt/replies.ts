import type { Language } from '../../kernel/language.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { plain } from '../../platform/discord/message-parts.ts'
import { cut, timestamp, verbatim } from '../../platform/discord/text.ts'
import { percentSpent } from './budget.ts'
import { dollarsOf } from './limits.ts'
import type { ModelStatus } from './status.ts'
import { gptWords } from './words.ts'

const READY = 0x2e_cc_71
const NOT_READY = 0x95_a5_a6
const LONGEST_NAME = 200

export function statusReply(status: ModelStatus, language: Language): OutgoingMessage {
  const say = gptWords(language)
  const { missing, isOn, operatorModel, second } = status
  const { memberQuestions } = status.budget.limits
  const state = isOn ? say('ready') : say('off')
  const field = (name: string, value: string) => ({ name, value: cut(value, LONGEST_NAME), inline: true })
  const asked = say('of_questions', { asked: status.ownQuestions, limit: memberQuestions })
  return {
    embeds: [
      {
        color: missing === null && isOn ? READY : NOT_READY,
        title: say('title'),
        description: missing === null ? state : say('missing', { variable: missing }),
        fields: [
          field(say('provider'), status.provider),
          field(say('model'), verbatim(status.model)),
          ...(operatorModel === undefined ? [] : [field(say('operator_model'), verbatim(operatorModel))]),
          ...(second === undefined ? [] : [field(say('second'), second)]),
          { name: say('budget'), value: budgetLines(status.budget, language) },
          ...(memberQuestions > 0 ? [{ name: say('quota'), value: asked }] : []),
          { name: say('today'), value: today(status.today, language) },
        ],
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

function budgetLines(budget: ModelStatus['budget'], language: Language): string {
  const say = gptWords(language)
  const spent = spentOf(budget, language)
  if (spent.length === 0) return say('no_budget')
  return [...spent, say('starts_anew', { at: timestamp(budget.resetsAt, 'R') })].join('\n')
}

/** Of each budget that there is. */
function spentOf({ spent, limits }: Pick<ModelStatus['budget'], 'spent' | 'limits'>, language: Language): string[] {
  const say = gptWords(language)
  const number = (value: number) => value.toLocaleString(language)
  const money = (nano: number) =>
    dollarsOf(nano).toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 4 })
  return [
    ...(limits.tokens > 0 ? [say('of_tokens', { spent: number(spent.tokens), limit: number(limits.tokens) })] : []),
    ...(limits.nanoDollars > 0
      ? [say('of_dollars', { spent: money(spent.nanoDollars), limit: money(limits.nanoDollars) })]
      : []),
  ]
}

function today(figures: ModelStatus['today'], language: Language): string {
  const say = gptWords(language)
  const { answers, failures, tokens, averageLatencyMs, lastAnswerAt, lastFailure } = figures
  if (answers + failures === 0) return say('nothing_asked')
  const counts = [
    say('answers', { count: answers }),
    say('failures', { count: failures }),
    say('tokens', { count: tokens }),
    say('takes', { ms: averageLatencyMs }),
  ]
  const last = [
    ...(lastAnswerAt ? [`${say('last_answer')}: ${timestamp(lastAnswerAt, 'R')}`] : []),
    ...(lastFailure ? [`${say('last_failure')}: ${verbatim(lastFailure)}`] : []),
  ]
  return [counts.join(', '), ...last].join('\n')
}

/** For the log channel, once a day each. */
export function budgetMessage(
  notice: 'warned' | 'stopped',
  budget: ModelStatus['budget'],
  language: Language,
): OutgoingMessage {
  const say = gptWords(language)
  const spent = spentOf(budget, language).join(', ')
  const percent = percentSpent(budget.spent, budget.limits) ?? 0
  const fact = notice === 'warned' ? say('budget_warned', { percent, spent }) : say('budget_stopped', { spent })
  return plain(`${fact} ${say('starts_anew', { at: timestamp(budget.resetsAt, 'R') })}\n${say('budget_change')}`)
}
