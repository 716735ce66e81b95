import type { Localised } from '../../kernel/language.ts'

/** What Discord shows beside a name: English for everybody, and Dutch for whoever reads Dutch. */
export type Description = string | Localised

/** https://discord.com/developers/docs/interactions/application-commands#localization */
export function described(description: Description) {
  if (typeof description === 'string') return { description }
  return { description: description.en, description_localizations: { nl: description.nl } }
}
