import { createHash } from 'node:crypto'
import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import { invalidField, Refusal } from '../../kernel/refusal.ts'
import type { Commit, Db, Tx } from '../../platform/database/connect.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { plain } from './search/plan.ts'
import { insertGroup, listGroups, removeGroups, type StoredGroup } from './search/synonyms-store.ts'
import { holdGuild } from './store.ts'
import { editingWords } from './words-editing.ts'

const SYNONYM_BOUNDS = { groups: 200, words: 20, word: 50 } as const

/** Names what the groups of a guild are, for a reader who changes them later. */
export function tagOf(groups: readonly (readonly string[])[]): string {
  return `"${createHash('sha256').update(JSON.stringify(groups)).digest('hex').slice(0, 16)}"`
}

/** Without blanks, each word once. @throws {Refusal} naming the group and the rule. */
function checkedGroup(words: readonly string[], path = '/words'): string[] {
  const known = new Map(words.map((word) => word.trim().replaceAll(/\s+/g, ' ')).map((word) => [plain(word), word]))
  known.delete('')
  if (known.size < 2) throw invalidField('faq.synonyms_too_few', path, editingWords.everywhere('synonyms_too_few'))
  const { words: most, word: longest } = SYNONYM_BOUNDS
  if (known.size > most || [...known.values()].some((word) => [...word].length > longest))
    throw invalidField('faq.synonyms_too_many', path, editingWords.everywhere('synonyms_too_many', { most, longest }))
  return [...known.values()]
}

/** Which words mean the same in a guild. Groups are numbered from 1, in the order in which they were made. */
export function faqSynonyms({ db, clock }: { readonly db: Db; readonly clock: Clock }) {
  const own: Commit = (work) => db.transaction().execute(work)
  const changing = <Result>(actor: Actor, guildId: GuildId, commit: Commit, work: (tx: Tx) => Promise<Result>) =>
    commit(async (tx) => {
      await holdGuild(tx, guildId)
      const result = await work(tx)
      await tell(tx, actor, guildId, clock.now())
      return result
    })
  return {
    list: (guildId: GuildId): Promise<StoredGroup[]> => listGroups(db, guildId),
    add(actor: Actor, guildId: GuildId, words: readonly string[]): Promise<string[]> {
      const group = checkedGroup(words)
      return changing(actor, guildId, own, async (tx) => {
        requireRoom((await listGroups(tx, guildId)).length + 1)
        await insertGroup(tx, guildId, group)
        return group
      })
    },
    /** @returns the words of the group. */
    remove(actor: Actor, guildId: GuildId, number: number): Promise<readonly string[]> {
      return changing(actor, guildId, own, async (tx) => {
        const group = (await listGroups(tx, guildId))[number - 1]
        if (!group)
          throw new Refusal('not_found', 'faq.no_group', editingWords.everywhere('synonyms_no_group', { number }))
        await removeGroups(tx, guildId, [group.id])
        return group.words
      })
    },
    /** All of them anew. @returns them as they are stored. */
    replace(
      actor: Actor,
      guildId: GuildId,
      groups: readonly (readonly string[])[],
      { ifTag, commit = own }: { readonly ifTag?: string | undefined; readonly commit?: Commit },
    ): Promise<string[][]> {
      requireRoom(groups.length)
      const checked = groups.map((words, index) => checkedGroup(words, `/groups/${index}`))
      return changing(actor, guildId, commit, async (tx) => {
        const before = await listGroups(tx, guildId)
        if (ifTag !== undefined && ifTag !== tagOf(before.map(({ words }) => words)))
          throw new Refusal('conflict', 'faq.synonyms_changed', editingWords.everywhere('synonyms_changed'))
        await removeGroups(
          tx,
          guildId,
          before.map(({ id }) => id),
        )
        for (const words of checked) await insertGroup(tx, guildId, words)
        return checked
      })
    },
  }
}

export type FaqSynonyms = ReturnType<typeof faqSynonyms>

function requireRoom(count: number): void {
  const { groups: most } = SYNONYM_BOUNDS
  if (count > most)
    throw invalidField('faq.synonyms_full', '/groups', editingWords.everywhere('synonyms_full', { most }))
}

async function tell(tx: Tx, { userId, door }: Actor, guildId: GuildId, now: Temporal.Instant): Promise<void> {
  const details = { action: 'synonyms', updated_by: userId, source: door === 'api' ? 'api' : 'command' }
  await recordEvents(tx, [{ type: 'FAQ_CHANGED', guildId, message: 'FAQ synonyms changed', details }], now)
  await announceChange(tx, { guildId, kind: 'faq_synonyms' }, now)
}
