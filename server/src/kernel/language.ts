/** The languages in which the bot speaks, each of them completely. */
export const LANGUAGES = ['en', 'nl'] as const
export type Language = (typeof LANGUAGES)[number]

/** The same in every language; for what is declared rather than said: descriptions of commands, labels of settings. */
export type Localised = Readonly<Record<Language, string>>

/** What of Discord's locales we speak (https://discord.com/developers/docs/reference#locales); null for the others. */
export function languageOf(locale: string): Language | null {
  const [code = ''] = locale.toLowerCase().split('-', 1)
  return LANGUAGES.find((language) => language === code) ?? null
}

/** Who reads in a language that we do not speak reads in that of the guild, and else English. */
export function languageFor(locale: string | null, guildLocale: string): Language {
  return (locale === null ? null : languageOf(locale)) ?? languageOf(guildLocale) ?? 'en'
}

/** What is put together anew in each language. */
export function inEach(said: (language: Language) => string): Localised {
  return { en: said('en'), nl: said('nl') }
}
