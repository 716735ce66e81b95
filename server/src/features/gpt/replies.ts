import type { Language } from '../../kernel/language.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { cut, timestamp, verbatim } from '../../platform/discord/text.ts'
import type { ModelFigures, ModelStatus } from './status.ts'
import { gptWords } from './words.ts'

const READY = 0x2e_cc_71
const NOT_READY = 0x95_a5_a6
const LONGEST_NAME = 200

export function statusReply(status: ModelStatus, language: Language): OutgoingMessage {
  const say = gptWords(language)
  const { missing, isOn, operatorModel } = status
  const state = isOn ? say('ready') : say('off')
  const field = (name: string, value: string) => ({ name, value: cut(value, LONGEST_NAME), inline: true })
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
          { name: say('today'), value: today(status.figures, language) },
        ],
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

function today(figures: ModelFigures, language: Language): string {
  const say = gptWords(language)
  const { success_count, error_count, total_tokens_today, average_latency_ms } = figures
  if (success_count + error_count === 0) return say('nothing_asked')
  const counts = [
    say('answers', { count: success_count }),
    say('failures', { count: error_count }),
    say('tokens', { count: total_tokens_today }),
    ...(success_count > 0 ? [say('takes', { ms: Math.round(average_latency_ms) })] : []),
  ]
  const last = [
    ...(figures.last_success_time
      ? [`${say('last_answer')}: ${timestamp(Temporal.Instant.from(figures.last_success_time), 'R')}`]
      : []),
    ...(figures.last_error_type
      ? [`${say('last_failure')}: ${verbatim(cut(figures.last_error_type, LONGEST_NAME))}`]
      : []),
  ]
  return [counts.join(', '), ...last].join('\n')
}
