import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Language } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { JsonObject } from '../../platform/database/tables.ts'
import type { OutgoingFile } from '../../platform/discord/message.ts'
import type { PersonInGuild } from '../../platform/privacy.ts'
import { gdprWords } from './words.ts'

/** Rows by what they are, by the feature that keeps them. */
export type Contents = Readonly<Record<string, Readonly<Record<string, readonly JsonObject[]>>>>

interface Occasion {
  readonly person: PersonInGuild
  readonly language: Language
  readonly at: Temporal.Instant
}

/** What every server takes is 10 MiB; the rest is for the message around it: https://discord.com/developers/docs/reference#uploading-files */
const LARGEST = 10 * 1024 * 1024 - 64 * 1024
/** A ZIP always names a time; with one of our own the same contents are the same bytes. README.txt tells the true one. */
const NO_TIME = Temporal.Instant.from('2000-01-01T12:00:00Z').epochMilliseconds

/**
 * A ZIP with one JSON file for each feature that keeps anything, and a README.
 * @throws {Refusal} when Discord would not take it.
 */
export function packed(contents: Contents, { person, language, at }: Occasion, largest = LARGEST): OutgoingFile {
  const say = gdprWords(language)
  const kept = Object.entries(contents)
    .map(
      ([feature, kinds]) =>
        [feature, Object.fromEntries(Object.entries(kinds).filter(([, rows]) => rows.length > 0))] as const,
    )
    .filter(([, kinds]) => Object.keys(kinds).length > 0)
  const scope = person.guildId === null ? say('readme_everywhere') : say('readme_server', { guild: person.guildId })
  const lines = kept.map(([feature, kinds]) => `- ${feature}.json: ${Object.entries(kinds).map(counted).join(', ')}`)
  const readme = [
    say('readme_head', { user: person.userId, at: at.toString({ smallestUnit: 'second' }) }),
    scope,
    lines.length > 0 ? lines.join('\n') : say('readme_nothing'),
    say('readme_foot'),
  ].join('\n\n')
  const files: Zippable = {
    'README.txt': strToU8(`${readme}\n`),
    ...Object.fromEntries(
      kept.map(([feature, kinds]) => [`${feature}.json`, strToU8(`${JSON.stringify(kinds, null, 2)}\n`)]),
    ),
  }
  const data = zipSync(files, { level: 9, mtime: NO_TIME })
  if (data.length > largest) throw tooLarge(person)
  return { name: `my-data-${at.toString().slice(0, 10)}.zip`, contentType: 'application/zip', data }
}

const counted = ([kind, rows]: readonly [string, readonly JsonObject[]]) => `${kind} (${rows.length})`

function tooLarge({ guildId }: PersonInGuild): Refusal {
  const key = guildId === null ? 'too_large_everywhere' : 'too_large_server'
  return new Refusal('limit', 'gdpr.export_too_large', gdprWords.everywhere(key))
}
