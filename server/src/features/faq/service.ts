import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Commit, Db } from '../../platform/database/connect.ts'
import * as editing from './editing.ts'
import type { Entry, EntryContent } from './entry.ts'
import { reindexed } from './reindexing.ts'
import { settleMiss } from './searches-store.ts'
import { type EntryKey, findEntry } from './store.ts'

interface Needs {
  readonly db: Db
  readonly clock: Clock
}

/** A form that was sent: it is in the entry, or somebody was quicker and it is kept aside as that version. */
type Sent = { readonly entry: Entry; readonly aside: number | null }

/** Who does it, where, and to which version. */
interface Doing {
  readonly actor: Actor
  readonly guildId: GuildId
  readonly ifVersion?: number | undefined
  readonly commit?: Commit
}

/**
 * What staff may do with the entries of their guild; callers have made sure that the actor is staff of it. Each act is a
 * version, in the operational log, and told to open pages.
 */
export function faqService({ db, clock }: Needs) {
  const own: Commit = (work) => db.transaction().execute(work)
  const at = ({ guildId, ifVersion }: Doing, key: EntryKey) => ({ guildId, key, ifVersion })
  return {
    async entry(guildId: GuildId, key: EntryKey): Promise<Entry> {
      return (await findEntry(db, guildId, key)) ?? editing.missing(key)
    },
    /** With `missId`, what somebody looked for in vain is dealt with by it. */
    add(
      { actor, guildId, commit = own }: Doing,
      content: EntryContent,
      { state = 'published', missId = null }: { state?: 'draft' | 'published'; missId?: number | null } = {},
    ): Promise<Entry> {
      return commit(async (tx) => {
        const entry = { ...content, state, ticketId: null }
        const added = await editing.addEntry(tx, guildId, entry, editing.authorOf(actor), clock.now())
        if (missId !== null) await settleMiss(tx, guildId, missId, 'done')
        return added
      })
    },
    edit(doing: Doing, key: EntryKey, content: EntryContent): Promise<Entry> {
      const { actor, commit = own } = doing
      return commit((tx) => editing.editEntry(tx, at(doing, key), content, editing.authorOf(actor), clock.now()))
    },
    /** Loses nothing of what was written, whatever somebody else did meanwhile. */
    async editOrKeep(doing: Doing, key: EntryKey, content: EntryContent): Promise<Sent> {
      try {
        return { entry: await this.edit(doing, key, content), aside: null }
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== editing.CHANGED_MEANWHILE) throw error
        const author = editing.authorOf(doing.actor)
        const place = { guildId: doing.guildId, key }
        const entry = await own((tx) => editing.setAside(tx, place, content, author, clock.now()))
        return { entry, aside: entry.version }
      }
    },
    remove(doing: Doing, key: EntryKey): Promise<Entry> {
      const { actor, commit = own } = doing
      return commit((tx) => editing.deleteEntry(tx, at(doing, key), editing.authorOf(actor), clock.now()))
    },
    restore(doing: Doing, key: EntryKey, version: number): Promise<Entry> {
      const { actor, commit = own } = doing
      return commit((tx) => editing.restoreVersion(tx, at(doing, key), version, editing.authorOf(actor), clock.now()))
    },
    publish(doing: Doing, key: EntryKey): Promise<Entry> {
      const { actor, commit = own } = doing
      return commit((tx) => editing.publishEntry(tx, at(doing, key), {}, editing.authorOf(actor), clock.now()))
    },
    /** @returns how many entries are found anew. */
    reindex: (guildId: GuildId): Promise<number> => reindexed(db, guildId),
  }
}

export type FaqService = ReturnType<typeof faqService>
