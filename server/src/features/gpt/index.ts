import type { Feature } from '../../platform/feature.ts'
import { statusCommand } from './commands/status.ts'
import { gptSettings } from './settings.ts'
import type { ReadFigures } from './status.ts'

/** The language model: what a guild can choose about it, and whether it can be used. */
export function gpt(figures: ReadFigures) {
  return {
    name: 'gpt',
    settings: gptSettings,
    build: (platform) => ({ commands: [statusCommand(platform, figures)] }),
  } satisfies Feature
}
