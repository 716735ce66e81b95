import { systemClock } from '../../../kernel/clock.ts'
import { type Config, secretsOf } from '../../../platform/config/config.ts'
import { ModelFailure } from '../../../platform/language-model/failure.ts'
import { languageModel } from '../../../platform/language-model/language-model.ts'
import { createLogger } from '../../../platform/logging/logger.ts'
import { metersOfProcess } from '../../../platform/metrics/meters.ts'
import type { AskModel } from '../asking/answering.ts'

/** The language model that is configured, without a guild, and so without its budget. */
export function modelAlone(config: Config): AskModel {
  const logger = createLogger({ level: 'error', secrets: secretsOf(config), pretty: false })
  const needs = { config: config.languageModel, clock: systemClock, logger, meters: metersOfProcess() }
  const model = languageModel(needs)
  const books = { cover: () => Promise.resolve() }
  return async (question, onText) => {
    const asked = { ...question, form: 'text', model: null, temperature: 0 } as const
    const { ended } = await model.ask(asked, { books, read: (written) => written, onText })
    if (ended instanceof ModelFailure) throw ended
    return ended
  }
}
