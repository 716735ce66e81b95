import type { GuildId } from '../../kernel/ids.ts'
import type { Config } from '../../platform/config/config.ts'
import type { Platform } from '../../platform/feature.ts'
import type { ModelQuestion } from '../../platform/language-model/language-model.ts'
import { gptSettings } from './settings.ts'

const USUAL = { grok: gptSettings.model.default, openai: 'gpt-4.1-mini' }

/** The language model as the guild has set it, for features that ask it something. */
export function modelOfGuild({
  config,
  settings,
  languageModel,
}: Pick<Platform, 'config' | 'settings' | 'languageModel'>) {
  return {
    /** `off`: the guild wants nothing to be asked. */
    async readiness(guildId: GuildId): Promise<'ready' | 'off' | 'not_configured'> {
      if (!(await settings.read(gptSettings.enabled, guildId))) return 'off'
      return languageModel.isConfigured ? 'ready' : 'not_configured'
    },
    async ask(guildId: GuildId, question: Omit<ModelQuestion, 'model' | 'temperature'>): Promise<object> {
      const model = modelName(config.languageModel, await settings.read(gptSettings.model, guildId))
      const temperature = await settings.read(gptSettings.temperature, guildId)
      return languageModel.askForObject({ ...question, model, temperature })
    },
  }
}

/** What the guild chose, else the operator's, else what is usual for the service. */
export function modelName({ provider, model }: Config['languageModel'], ofGuild: string): string {
  return ofGuild === gptSettings.model.default ? (model ?? USUAL[provider]) : ofGuild
}
