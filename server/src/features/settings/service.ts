import type { Actor } from '../../kernel/actor.ts'
import type { GuildId } from '../../kernel/ids.ts'
import { inEach } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Commit, Tx } from '../../platform/database/connect.ts'
import { notify } from '../../platform/database/listen.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { type OperationalEvent, recordEvents } from '../../platform/events/operational-event.ts'
import type { Platform } from '../../platform/feature.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import type { SettingRegistry } from '../../platform/settings/registry.ts'
import { SETTINGS_CHANNEL, settingsNotice } from '../../platform/settings/settings.ts'
import { readStored, type StoredSettings } from '../../platform/settings/store.ts'
import { judge, keptValue } from '../../platform/settings/value.ts'
import { Turns } from '../../platform/turns.ts'
import { changeEvents, rollbackEvent } from './log-entries.ts'
import { masked, maskedEntry } from './mask.ts'
import { type Step, stepsTo, type Wish } from './steps.ts'
import { apply, findEntry, type HistoryEntry, type HistoryFilter, history, lockVersion } from './store.ts'
import { type PathOf, type SettingChange, wishesOf } from './wishes.ts'
import { refusalWords } from './words-refusals.ts'

export type { HistoryEntry, HistoryFilter, SettingChange }

/** A setting of a guild as it stands; the value of a secret is masked. */
export interface CurrentSetting {
  readonly setting: Setting
  /** What holds: the stored value, or the default. */
  readonly value: JsonValue
  readonly isDefault: boolean
}

export interface WriteOptions {
  /** The version that the caller saw; another one by now is a conflict. */
  readonly ifVersion?: bigint
  /** Puts more into the transaction that stores the change. */
  readonly commit?: Commit
  /** Where the caller's request named a change; `/scope/key` when absent. */
  readonly pathOf?: PathOf
}

export interface Written {
  /** The guild's settings version after the write. */
  readonly version: bigint
  readonly changes: readonly HistoryEntry[]
}

export interface Rollback {
  readonly entry: HistoryEntry
  /** What stands now, and what would or does stand afterwards. */
  readonly from: JsonValue | undefined
  readonly to: JsonValue | undefined
  readonly version: bigint
}

/**
 * What people may do with the settings of a guild; callers have made sure that the actor administers it. Every "no" is a
 * Refusal that names scope and key, and then nothing at all is stored.
 */
export interface SettingsService {
  /** Every declared setting, in the order of declaration. */
  readonly registry: readonly Setting[]
  current(guildId: GuildId): Promise<{ readonly version: bigint; readonly settings: readonly CurrentSetting[] }>
  /** All or nothing. What already holds changes nothing and leaves no history. */
  change(actor: Actor, guildId: GuildId, changes: readonly SettingChange[], options?: WriteOptions): Promise<Written>
  history(guildId: GuildId, filter: HistoryFilter): Promise<readonly HistoryEntry[]>
  rollback(
    actor: Actor,
    guildId: GuildId,
    historyId: bigint,
    options?: WriteOptions & { readonly dryRun?: boolean },
  ): Promise<Rollback>
}

export interface SettingsNeeds extends Pick<Platform, 'db' | 'clock' | 'guildAccess' | 'settings'> {
  readonly registry: SettingRegistry
}

/** One person's change of one guild: which steps it takes depends on what is stored once the guild is locked. */
interface Write {
  readonly actor: Actor
  readonly guildId: GuildId
  readonly ifVersion: bigint | undefined
  readonly undoes: bigint | null
  stepsFrom(stored: StoredSettings): readonly Step[]
  events(steps: readonly Step[]): readonly OperationalEvent[]
}

export function settingsService(needs: SettingsNeeds): SettingsService {
  const { db, registry, settings } = needs
  const atOnce: Commit = (work) => db.transaction().execute(work)
  const turns = new Turns<GuildId>()

  async function committed({ guildId, ...write }: Write, commit: Commit = atOnce): Promise<Written> {
    const written = await turns.take(guildId, () => commit((tx) => writeIn(tx, needs, { guildId, ...write })))
    settings.forget(guildId)
    return { ...written, changes: written.changes.map((entry) => maskedEntry(registry, entry)) }
  }

  return {
    registry: registry.settings,

    async current(guildId) {
      const { version, values } = await readStored(db, guildId)
      return { version, settings: registry.settings.map((setting) => currentOf(setting, values)) }
    },

    async change(actor, guildId, changes, { ifVersion, commit, pathOf } = {}) {
      const wishes = await wishesOf(needs, guildId, changes, pathOf)
      const stepsFrom = (stored: StoredSettings) => stepsTo(wishes, stored)
      const events = (steps: readonly Step[]) => changeEvents(actor, guildId, steps)
      return committed({ actor, guildId, ifVersion, undoes: null, stepsFrom, events }, commit)
    },

    async history(guildId, filter) {
      return (await history(db, guildId, filter)).map((entry) => maskedEntry(registry, entry))
    },

    async rollback(actor, guildId, historyId, { ifVersion, commit, dryRun = false } = {}) {
      const entry = await findEntry(db, guildId, historyId)
      if (!entry) throw entryNotFound()
      const wish = wishOf(registry, entry)
      await wishesOf(needs, guildId, [{ ...entry, value: wish.value ?? null }])
      const stepsFrom = (stored: StoredSettings) => [undoing(wish, stored)]
      const events = (steps: readonly Step[]) => steps.map((step) => rollbackEvent(actor, guildId, step, historyId))
      const write: Write = { actor, guildId, ifVersion, undoes: historyId, stepsFrom, events }
      const { version, from } = dryRun ? await tried(needs, write) : undone(await committed(write, commit))
      const { secret } = wish.setting
      return {
        entry: maskedEntry(registry, entry),
        from: masked(secret, from),
        to: masked(secret, wish.value),
        version,
      }
    },
  }
}

function currentOf(setting: Setting, values: StoredSettings['values']): CurrentSetting {
  const stored = values.get(nameOf(setting))
  const kept = stored && keptValue(setting, stored)
  return { setting, value: masked(setting.secret, kept ?? setting.default), isDefault: kept === undefined }
}

/** Value, history, event and notice become visible together or not at all. */
async function writeIn(tx: Tx, { clock }: SettingsNeeds, write: Write): Promise<Written> {
  const { actor, guildId, undoes } = write
  const version = await lockVersion(tx, guildId)
  checkVersion(write.ifVersion, version)
  const steps = write.stepsFrom(await readStored(tx, guildId))
  if (steps.length === 0) return { version, changes: [] }
  const now = clock.now().round('millisecond')
  const source = actor.door === 'api' ? 'api' : 'command'
  const raised = version + 1n
  const changes = await apply(tx, { guildId, by: actor.userId, source, steps, undoes, now }, raised)
  await recordEvents(tx, write.events(steps), now)
  await announceChange(tx, { guildId, kind: 'settings', version: raised }, now)
  await notify(tx, SETTINGS_CHANNEL, settingsNotice(guildId, raised))
  return { version: raised, changes }
}

function checkVersion(expected: bigint | undefined, version: bigint): void {
  if (expected === undefined || expected === version) return
  const versions = { version: String(version), expected: String(expected) }
  throw new Refusal('conflict', 'settings.changed_elsewhere', refusalWords.everywhere('changed_elsewhere', versions))
}

function entryNotFound(): Refusal {
  return new Refusal('not_found', 'settings.history_entry_not_found', refusalWords.everywhere('entry_not_found'))
}

/** What a rollback of the entry brings back. @throws {Refusal} when that is no valid value any more. */
function wishOf(registry: SettingRegistry, { scope, key, oldValue, valueType }: HistoryEntry): Wish {
  const setting = registry.find(scope, key)
  const name = nameOf({ scope, key })
  if (!setting)
    throw new Refusal('invalid', 'settings.unknown', refusalWords.everywhere('not_known_any_more', { name }))
  if (oldValue === undefined) return { setting, value: undefined }
  const value = keptValue(setting, { value: oldValue, valueType })
  if (value !== undefined) return { setting, value }
  const { claim = refusalWords.everywhere('another_kind') } = judge(setting, oldValue)
  const sentence = inEach((language) => refusalWords(language)('no_longer_valid', { name, claim: claim[language] }))
  throw new Refusal('invalid', 'settings.no_longer_valid', sentence)
}

function undoing(wish: Wish, stored: StoredSettings): Step {
  const [step] = stepsTo([wish], stored)
  if (step) return step
  const sentence = refusalWords.everywhere('nothing_to_undo', { name: nameOf(wish.setting) })
  throw new Refusal('conflict', 'settings.unchanged', sentence)
}

interface Undone {
  readonly from: JsonValue | undefined
  readonly version: bigint
}

async function tried({ db }: SettingsNeeds, write: Write): Promise<Undone> {
  const stored = await readStored(db, write.guildId)
  checkVersion(write.ifVersion, stored.version)
  return { from: write.stepsFrom(stored)[0]?.from, version: stored.version }
}

function undone({ version, changes }: Written): Undone {
  return { from: changes[0]?.oldValue, version }
}
