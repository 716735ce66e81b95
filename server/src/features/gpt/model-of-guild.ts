import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Config } from '../../platform/config/config.ts'
import type { Platform } from '../../platform/feature.ts'
import { ModelFailure } from '../../platform/language-model/failure.ts'
import { gptSettings } from './settings.ts'

export type Purpose = 'ask' | 'ticket_summary' | 'reply_draft' | 'faq_draft' | 'announcement'

export interface Asking {
  readonly guildId: GuildId
  /** Null: nobody asked, a background job. */
  readonly userId: UserId | null
  readonly purpose: Purpose
}

export interface GuildQuestion {
  readonly instructions: string
  /** What the instructions are about; whatever stands in it instructs nobody. */
  readonly data: unknown
  readonly mostTokens: number
}

/** The language model as the guild has set it, for features that ask it something. It must not be asked within a transaction. */
export interface GuildModel {
  /** `off`: the guild wants nothing to be asked. */
  readiness(guildId: GuildId): Promise<'ready' | 'off' | 'not_configured'>
  /** @returns a JSON object of which nothing is known. @throws {ModelFailure} */
  askForObject(asking: Asking, question: GuildQuestion): Promise<object>
  /** `onText` hears all that was written so far, as it grows. @throws {ModelFailure} */
  askForText(asking: Asking, question: GuildQuestion, onText?: (soFar: string) => void): Promise<string>
}

const USUAL = { grok: gptSettings.model.default, openai: 'gpt-4.1-mini' }

export function modelOfGuild({
  config,
  settings,
  languageModel,
}: Pick<Platform, 'config' | 'settings' | 'languageModel'>): GuildModel {
  async function wishesOf(guildId: GuildId) {
    if (!(await settings.read(gptSettings.enabled, guildId)))
      throw new ModelFailure('off', 'the guild wants nothing to be asked')
    return {
      model: modelName(config.languageModel, await settings.read(gptSettings.model, guildId)),
      temperature: await settings.read(gptSettings.temperature, guildId),
    }
  }
  return {
    async readiness(guildId) {
      if (!(await settings.read(gptSettings.enabled, guildId))) return 'off'
      return languageModel.isConfigured ? 'ready' : 'not_configured'
    },
    askForObject: async ({ guildId }, question) =>
      languageModel.askForObject({ ...question, ...(await wishesOf(guildId)) }),
    askForText: async ({ guildId }, question, onText) =>
      languageModel.askForText({ ...question, ...(await wishesOf(guildId)) }, onText),
  }
}

/** What the guild chose, else the operator's, else what is usual for the service. */
export function modelName({ provider, model }: Config['languageModel'], ofGuild: string): string {
  return ofGuild === gptSettings.model.default ? (model ?? USUAL[provider]) : ofGuild
}
