import type { Localised } from '../kernel/language.ts'
import type { Command } from '../platform/discord/commands.ts'

/** What people call the features that have commands; `/commands` lists them under these. */
const TITLES: Readonly<Record<string, Localised>> = {
  reminders: { en: 'Reminders', nl: 'Herinneringen' },
  embedwatcher: { en: 'Announcements', nl: 'Aankondigingen' },
  invites: { en: 'Invites', nl: 'Uitnodigingen' },
  onboarding: { en: 'Onboarding', nl: 'Onboarding' },
  tickets: { en: 'Tickets', nl: 'Tickets' },
  transcripts: { en: 'Transcripts of tickets', nl: 'Verslagen van tickets' },
  faq: { en: 'Questions and answers', nl: 'Vragen en antwoorden' },
  gdpr: { en: 'Privacy', nl: 'Privacy' },
  gpt: { en: 'Language model', nl: 'Taalmodel' },
  exports: { en: 'Exports', nl: 'Exports' },
  'channel-tools': { en: 'Channels', nl: 'Kanalen' },
  settings: { en: 'Settings', nl: 'Instellingen' },
  doctor: { en: 'Repairing', nl: 'Herstellen' },
  tips: { en: 'Tips', nl: 'Tips' },
  analytics: { en: 'Statistics', nl: 'Statistieken' },
  health: { en: 'Health', nl: 'Gezondheid' },
  about: { en: 'About the bot', nl: 'Over de bot' },
}

/** A feature without a title is listed by its name. */
export function titled(all: readonly { readonly name: string; readonly commands?: readonly Command[] }[]) {
  const order = Object.keys(TITLES)
  const placeOf = (feature: string) => (feature in TITLES ? order.indexOf(feature) : order.length)
  return all
    .flatMap(({ name, commands = [] }) => (commands.length > 0 ? [{ name, commands }] : []))
    .toSorted((one, other) => placeOf(one.name) - placeOf(other.name))
    .map(({ name, commands }) => ({ title: TITLES[name] ?? { en: name, nl: name }, commands }))
}
