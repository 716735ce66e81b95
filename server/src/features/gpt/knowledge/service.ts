import type { Actor } from '../../../kernel/actor.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { GuildId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { lockName } from '../../../platform/database/advisory-lock.ts'
import type { Commit, Tx } from '../../../platform/database/connect.ts'
import { announceChange } from '../../../platform/events/data-change.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import { countUploaded, type DocumentKey, deleteUploaded, findVersion, putDocument } from './documents-store.ts'
import { cutDocument, nameOf, requirePlace } from './rules.ts'
import { knowledgeWords } from './words.ts'

interface Upload {
  readonly name: string
  readonly markdown: string
  /** The version that it takes the place of; not given: whichever there is. */
  readonly version?: number | undefined
}

/** The documents that a guild's admins upload. */
export function knowledgeService({ clock }: { readonly clock: Clock }) {
  return {
    /** @throws {Refusal} */
    async upload(actor: Actor, guildId: GuildId, given: Upload, commit: Commit) {
      const name = nameOf(given.name)
      const cut = cutDocument(name, given.markdown)
      const key = { guildId, origin: 'uploaded', name } as const
      return commit(async (tx) => {
        // Of two at once the second counts the first.
        await lockName(tx, `knowledge ${guildId}`)
        const known = await findVersion(tx, key)
        if (given.version !== undefined && given.version !== (known ?? 0))
          throw new Refusal(
            'conflict',
            'gpt.document_replaced',
            knowledgeWords.everywhere('replaced', { version: known ?? 0 }),
          )
        if (known === null) requirePlace(await countUploaded(tx, guildId))
        const now = clock.now()
        const put = await putDocument(tx, { ...key, ...cut, updatedBy: actor.userId, modifiedMs: null }, now)
        await tell(tx, key, { act: known === null ? 'added' : 'replaced', by: actor.userId }, now)
        return { ...put, passages: cut.passages.length }
      })
    },
    /** @throws {Refusal} */
    async remove(actor: Actor, guildId: GuildId, id: string, commit: Commit): Promise<void> {
      await commit(async (tx) => {
        const name = await deleteUploaded(tx, guildId, id)
        if (name === null) throw new Refusal('not_found', 'gpt.no_such_document', knowledgeWords.everywhere('no_such'))
        await tell(tx, { guildId, origin: 'uploaded', name }, { act: 'removed', by: actor.userId }, clock.now())
      })
    },
  }
}

interface What {
  readonly act: 'added' | 'replaced' | 'removed'
  /** Null: whoever changes the data directory. */
  readonly by: string | null
}

/** In the operational log, and to open pages of the guild. */
export async function tell(tx: Tx, { guildId, origin, name }: DocumentKey, { act, by }: What, now: Temporal.Instant) {
  const message = `The document ${JSON.stringify(name)}, from which questions are answered, was ${act}`
  const details = { origin, name, act, ...(by !== null && { user_id: by }) }
  await recordEvents(tx, [{ type: 'KNOWLEDGE_CHANGED', guildId, message, details }], now)
  if (guildId !== null) await announceChange(tx, { guildId, kind: 'knowledge' }, now)
}
