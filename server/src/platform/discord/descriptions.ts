import type { Localised } from '../../kernel/language.ts'

/**
 * What Discord shows beside a name, up to 100 characters: English for everybody, and Dutch for whoever reads Dutch.
 * https://discord.com/developers/docs/interactions/application-commands#localization
 */
export function described({ en, nl }: Localised) {
  return { description: en, description_localizations: { nl } }
}
