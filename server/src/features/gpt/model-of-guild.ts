import type { GuildId } from '../../kernel/ids.ts'
import type { Platform } from '../../platform/feature.ts'
import { ModelFailure } from '../../platform/language-model/failure.ts'
import { type ModelQuestion, objectIn } from '../../platform/language-model/language-model.ts'
import { bookkeeping } from './books.ts'
import type { Asking } from './purpose.ts'
import { gptSettings } from './settings.ts'

export type { Asking, Purpose } from './purpose.ts'

export interface GuildQuestion extends Pick<ModelQuestion, 'instructions' | 'mostTokens'> {
  /** What the instructions are about; whatever stands in it instructs nobody. */
  readonly data: unknown
}

/**
 * The language model as the guild has set it, within the budget of the guild and the quota of the member. It takes as
 * long as the model may, so it must not be asked within a transaction.
 */
export interface GuildModel {
  /** `off`: the guild wants nothing to be asked. */
  readiness(guildId: GuildId): Promise<'ready' | 'off' | 'not_configured'>
  /** @returns a JSON object of which nothing is known. @throws {ModelFailure} */
  askForObject(asking: Asking, question: GuildQuestion): Promise<object>
  /** `onText` hears all that was written so far, as it grows; it begins anew where another service is asked. @throws {ModelFailure} */
  askForText(asking: Asking, question: GuildQuestion, onText?: (soFar: string) => void): Promise<string>
}

interface Reading<Answer> extends Pick<ModelQuestion, 'form'> {
  /** @throws {ModelFailure} where what is written is no answer. */
  read(written: string): Answer
  readonly onText?: (soFar: string) => void
}

export function modelOfGuild(platform: Platform): GuildModel {
  const { config, clock, logger, settings, languageModel } = platform
  const booksOf = bookkeeping(platform)

  async function ask<Answer>(asking: Asking, question: GuildQuestion, reading: Reading<Answer>): Promise<Answer> {
    const { guildId } = asking
    if (!(await settings.read(gptSettings.enabled, guildId)))
      throw new ModelFailure('off', 'the guild wants nothing to be asked')
    const model = chosenModel(await settings.read(gptSettings.model, guildId))
    const temperature = await settings.read(gptSettings.temperature, guildId)
    const { provider } = config.languageModel
    const books = booksOf({ ...asking, provider, model: languageModel.modelFor(model), begunAt: clock.now() })
    const course = await languageModel.ask(
      { ...question, form: reading.form, model, temperature },
      { ...reading, books },
    )
    // Whoever waits is given what was paid for; a call that is not closed counts as lost, and so as spent.
    await books
      .close(course)
      .catch((err: unknown) => logger.error({ err }, 'What the language model did was not noted'))
    if (course.ended instanceof ModelFailure) throw course.ended
    return course.ended
  }

  return {
    async readiness(guildId) {
      if (!(await settings.read(gptSettings.enabled, guildId))) return 'off'
      return languageModel.isConfigured ? 'ready' : 'not_configured'
    },
    askForObject: (asking, question) => ask(asking, question, { form: 'object', read: objectIn }),
    askForText: (asking, question, onText) =>
      ask(asking, question, { form: 'text', read: (written) => written, ...(onText && { onText }) }),
  }
}

/** Null where the guild has left it to the operator. */
export function chosenModel(ofGuild: string): string | null {
  return ofGuild === gptSettings.model.default ? null : ofGuild
}
