import type { Language } from '../../../kernel/language.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL' }

/** How a transcript writes times. */
export function momentIn(language: Language, zone: string): (instant: Temporal.Instant) => string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: zone,
  })
  return (instant) => format.format(instant.epochMilliseconds)
}
