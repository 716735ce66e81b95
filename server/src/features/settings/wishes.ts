import { ChannelType } from 'discord-api-types/v10'
import { type GuildId, UserId } from '../../kernel/ids.ts'
import { inEach, type Localised } from '../../kernel/language.ts'
import { type FieldError, Refusal } from '../../kernel/refusal.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import type { GuildAccess, GuildContents } from '../../platform/discord/guild-access.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import type { SettingRegistry } from '../../platform/settings/registry.ts'
import { judge } from '../../platform/settings/value.ts'
import { MASK } from './mask.ts'
import type { Wish } from './steps.ts'
import { thingOf } from './things.ts'
import { refusalWords } from './words-refusals.ts'

/** One wish as it came in: null resets to the default. */
export interface SettingChange {
  readonly scope: string
  readonly key: string
  readonly value: JsonValue
}

/** Where a change stood in the request, for the paths of errors. */
export type PathOf = (change: SettingChange) => string

interface Judged {
  readonly wishes: readonly (Wish & { readonly path: string })[]
  readonly errors: readonly FieldError[]
}

const MOST_TOLD = 3

/** @throws {Refusal} with everything that is wrong: unknown names, broken rules, and what the guild does not have. */
export async function wishesOf(
  { registry, guildAccess }: { readonly registry: SettingRegistry; readonly guildAccess: GuildAccess },
  guildId: GuildId,
  changes: readonly SettingChange[],
  pathOf: PathOf = pathInCategories,
): Promise<readonly Wish[]> {
  const { wishes, errors } = judgeAll(registry, changes, pathOf)
  const missing = await missingIn(guildAccess, guildId, wishes)
  if (errors.length + missing.length > 0) throw refusalOf([...errors, ...missing])
  return wishes
}

const pathInCategories: PathOf = ({ scope, key }) => `/${escaped(scope)}/${escaped(key)}`

/** As a step of a JSON pointer: https://www.rfc-editor.org/rfc/rfc6901#section-3 */
export function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

export function unknownCategory(category: string, path: string): FieldError {
  return fieldError(path, refusalWords.everywhere('unknown_category', { category }))
}

function fieldError(path: string, said: Localised): FieldError {
  return { path, message: said.en, said }
}

/** The sentence says the first problems; `errors` has all of them. */
export function refusalOf(errors: readonly FieldError[]): Refusal {
  const distinct = [...new Map(errors.map((error) => [`${error.path} ${error.message}`, error])).values()]
  const untold = distinct.length - MOST_TOLD
  const sentence = inEach((language) => {
    const sentences = distinct.slice(0, MOST_TOLD).map(({ message, said }) => said?.[language] ?? message)
    const told = sentences.join('; ')
    return untold > 0 ? refusalWords(language)('and_more', { told, untold }) : told
  })
  return new Refusal('invalid', 'settings.invalid', sentence, { errors: distinct })
}

function judgeAll(registry: SettingRegistry, changes: readonly SettingChange[], pathOf: PathOf): Judged {
  const wishes: Judged['wishes'][number][] = []
  const errors: FieldError[] = []
  for (const change of changes) {
    const path = pathOf(change)
    const setting = registry.find(change.scope, change.key)
    if (!registry.scopes.includes(change.scope)) errors.push(unknownCategory(change.scope, path))
    else if (!setting)
      errors.push(fieldError(path, refusalWords.everywhere('unknown_setting', { name: nameOf(change) })))
    // A form sends back what it was shown: a masked secret stays as it is.
    else if (!(setting.secret && change.value === MASK)) {
      const verdict = change.value === null ? { value: undefined } : judge(setting, change.value)
      if ('value' in verdict) wishes.push({ setting, value: verdict.value, path })
      else errors.push(fieldError(path, brokenBy(setting, verdict.claim)))
    }
  }
  return { wishes, errors }
}

/** What the guild, asked only where a wish names something of it, does not have. */
async function missingIn(
  guildAccess: GuildAccess,
  guildId: GuildId,
  wishes: Judged['wishes'],
): Promise<readonly FieldError[]> {
  const naming = wishes.filter(({ setting, value }) => setting.default === null && value !== undefined)
  if (naming.length === 0) return []
  const contents = await guildAccess.contents(guildId)
  if (!contents) throw new Refusal('not_found', 'settings.guild_not_found', refusalWords.everywhere('bot_not_in_guild'))
  const checked = naming.map(async ({ setting, value, path }) => {
    const id = String(value)
    const isThere =
      setting.type === 'user'
        ? await guildAccess.isMember(guildId, UserId.parse(id))
        : idsFor(setting, contents).includes(id)
    return isThere ? [] : [fieldError(path, brokenBy(setting, mustBeIdOf(setting)))]
  })
  return (await Promise.all(checked)).flat()
}

/** The ids that the setting may have in this guild; of members no list is kept. */
function idsFor(setting: Setting, { channels, roles }: GuildContents): readonly string[] {
  const channelsOf = (types: readonly ChannelType[]) =>
    channels.filter(({ type }) => types.includes(type)).map(({ id }) => id)
  if (setting.type === 'role') return roles.map(({ id }) => id)
  if (setting.type === 'category') return channelsOf([ChannelType.GuildCategory])
  return setting.type === 'channel' ? channelsOf(setting.channelTypes) : []
}

function mustBeIdOf(setting: Setting): Localised {
  const thing = thingOf(setting)
  return inEach((language) => refusalWords(language)('must_be_id', { thing: thing[language] }))
}

function brokenBy(setting: Setting, claim: Localised): Localised {
  return inEach((language) => `${nameOf(setting)} ${claim[language]}`)
}
