import type { Actor } from '../../kernel/actor.ts'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { type Act, checkedContent, type Entry, type EntryContent, type EntryState } from './entry.ts'
import { countWords } from './search/vocabulary-store.ts'
import * as store from './store.ts'
import { findVersion } from './versions-store.ts'
import { editingWords } from './words-editing.ts'

/** Who changes an entry, and through which door; null is nobody: a language model. */
export interface Author {
  readonly userId: UserId | null
  readonly source: 'api' | 'command' | 'ticket'
}

export const authorOf = ({ userId, door }: Actor): Author => ({
  userId,
  source: door === 'api' ? 'api' : 'command',
})

interface Place {
  readonly guildId: GuildId
  readonly key: store.EntryKey
  /** The version that the author has seen; none: whichever there is. */
  readonly ifVersion?: number | undefined
}

/** What an act makes of an entry. */
interface Outcome extends EntryContent {
  readonly state: EntryState
  readonly act: Act
}

export async function addEntry(
  tx: Tx,
  guildId: GuildId,
  entry: store.NewEntry,
  author: Author,
  now: Temporal.Instant,
): Promise<Entry> {
  const content = checkedContent(entry)
  await store.holdGuild(tx, guildId)
  const added = await store.insertEntry(tx, guildId, { ...entry, ...content }, now)
  await countWords(tx, guildId, only(added), 1)
  await store.insertVersion(tx, guildId, added, { act: 'created', by: author.userId }, now)
  await tell(tx, guildId, added, 'created', author, now)
  return added
}

/** @throws {Refusal} where it is deleted, or somebody changed it since the version that was seen. */
export function editEntry(
  tx: Tx,
  place: Place,
  content: EntryContent,
  author: Author,
  now: Temporal.Instant,
): Promise<Entry> {
  const checked = checkedContent(content)
  return change(tx, place, author, now, (entry) => {
    requireLive(entry)
    return { ...checked, state: entry.state, act: 'edited' }
  })
}

/** Keeps what was written as a version that is shown nowhere; it can be restored. @returns the entry, unchanged but for the count. */
export function setAside(
  tx: Tx,
  place: Place,
  content: EntryContent,
  author: Author,
  now: Temporal.Instant,
): Promise<Entry> {
  const checked = checkedContent(content)
  return change(tx, place, author, now, (entry) => ({ ...entry, act: 'set_aside' }), checked)
}

export function deleteEntry(tx: Tx, place: Place, author: Author, now: Temporal.Instant): Promise<Entry> {
  return change(tx, place, author, now, (entry) => {
    requireLive(entry)
    return { ...entry, state: 'deleted', act: 'deleted' }
  })
}

/** With other words where they are given. One that is published already is edited. */
export function publishEntry(
  tx: Tx,
  place: Place,
  words: Partial<EntryContent>,
  author: Author,
  now: Temporal.Instant,
): Promise<Entry> {
  return change(tx, place, author, now, (entry) => {
    requireLive(entry)
    const act = entry.state === 'draft' ? 'published' : 'edited'
    return { ...checkedContent({ ...entry, ...words }), state: 'published', act }
  })
}

/** Makes an earlier version the latest; a deleted entry is there again. */
export async function restoreVersion(
  tx: Tx,
  place: Place,
  version: number,
  author: Author,
  now: Temporal.Instant,
): Promise<Entry> {
  const { id } = await requireEntry(tx, place)
  const wanted = await findVersion(tx, place.guildId, id, version)
  if (!wanted)
    throw new Refusal('not_found', 'faq.version_not_found', editingWords.everywhere('version_not_found', { version }))
  const { title, answer, keywords, category, language } = wanted
  return change(tx, place, author, now, (entry) => {
    const before = wanted.state === 'deleted' ? 'draft' : wanted.state
    const state = entry.state === 'deleted' ? before : entry.state
    return { title, answer, keywords, category, language, state, act: 'restored' }
  })
}

async function requireEntry(tx: Tx, { guildId, key }: Pick<Place, 'guildId' | 'key'>): Promise<Entry> {
  return (await store.findEntry(tx, guildId, key)) ?? missing(key)
}

export function missing(key: store.EntryKey): never {
  const sentence =
    'number' in key ? editingWords.everywhere('not_found', { number: key.number }) : editingWords.everywhere('gone')
  throw new Refusal('not_found', 'faq.not_found', sentence)
}

async function change(
  tx: Tx,
  place: Place,
  author: Author,
  now: Temporal.Instant,
  outcomeOf: (entry: Entry) => Outcome,
  kept?: EntryContent,
): Promise<Entry> {
  const { guildId, ifVersion } = place
  await store.holdGuild(tx, guildId)
  const entry = await requireEntry(tx, place)
  if (ifVersion !== undefined && ifVersion !== entry.version) throw changedMeanwhile(entry.number)
  const { act, ...outcome } = outcomeOf(entry)
  await countWords(tx, guildId, only(entry), -1)
  const changed = await store.updateEntry(tx, entry.id, { ...outcome, version: entry.version + 1 }, now)
  await countWords(tx, guildId, only(changed), 1)
  await store.insertVersion(tx, guildId, { ...changed, ...kept }, { act, by: author.userId }, now)
  await tell(tx, guildId, changed, act, author, now)
  return changed
}

export const CHANGED_MEANWHILE = 'faq.changed_meanwhile'

function changedMeanwhile(number: number): Refusal {
  return new Refusal('conflict', CHANGED_MEANWHILE, editingWords.everywhere('changed_meanwhile', { number }))
}

function requireLive({ state, number }: Entry): void {
  if (state === 'deleted')
    throw new Refusal('conflict', 'faq.is_deleted', editingWords.everywhere('is_deleted', { number }))
}

const only = ({ number }: Entry) => ({ from: number, to: number })

async function tell(
  tx: Tx,
  guildId: GuildId,
  { id, number, version }: Entry,
  act: Act,
  { userId, source }: Author,
  now: Temporal.Instant,
): Promise<void> {
  const details = { action: act, entry: id, number, version, updated_by: userId, source }
  const message = `FAQ entry ${number}: ${act.replace('_', ' ')}`
  await recordEvents(tx, [{ type: 'FAQ_CHANGED', guildId, message, details }], now)
  await announceChange(tx, { guildId, kind: 'faq', ref: String(id), version: BigInt(version) }, now)
}
