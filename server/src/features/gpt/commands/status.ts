import { defineCommand } from '../../../platform/discord/commands.ts'
import type { Platform } from '../../../platform/feature.ts'
import { modelName } from '../model-of-guild.ts'
import { statusReply } from '../replies.ts'
import { gptSettings } from '../settings.ts'
import { missingVariable, type ReadFigures } from '../status.ts'
import { gptWords } from '../words.ts'

/** `/gptstatus`: for everybody, of this guild; it asks no service anything. */
export function statusCommand({ config, settings }: Pick<Platform, 'config' | 'settings'>, figures: ReadFigures) {
  const { provider, model: operatorModel } = config.languageModel
  return defineCommand({
    name: 'gptstatus',
    description: gptWords.everywhere('status_description'),
    options: {},
    answers: 'message',
    async handle(_options, { guildId, language }) {
      const status = {
        provider,
        operatorModel,
        missing: missingVariable(config.languageModel),
        isOn: await settings.read(gptSettings.enabled, guildId),
        model: modelName(config.languageModel, await settings.read(gptSettings.model, guildId)),
        figures: await figures([guildId]),
      }
      return { kind: 'message', message: statusReply(status, language) }
    },
  })
}
