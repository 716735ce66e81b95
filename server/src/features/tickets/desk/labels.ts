import type { GuildId } from '../../../kernel/ids.ts'
import { invalidField, Refusal } from '../../../kernel/refusal.ts'
import { lockName } from '../../../platform/database/advisory-lock.ts'
import type { Commit } from '../../../platform/database/connect.ts'
import { announceChange } from '../../../platform/events/data-change.ts'
import { BOUNDS } from '../contract.ts'
import { deskWords } from '../words-desk.ts'
import * as store from './annotations-store.ts'
import type { AtTheDesk } from './at-the-desk.ts'

/** What a guild can label its tickets with. */
export function guildLabels({ db, clock }: Pick<AtTheDesk, 'db' | 'clock'>) {
  return {
    list: (guildId: GuildId) => store.labelsOf(db, guildId),

    /** Adds it, or changes the colour of the one that has the name. */
    async save(
      guildId: GuildId,
      { name, color }: Pick<store.Label, 'name' | 'color'>,
      commit: Commit = (work) => db.transaction().execute(work),
    ): Promise<store.Label> {
      const trimmed = labelName(name)
      return commit(async (tx) => {
        await lockName(tx, `ticket_labels:${guildId}`)
        const known = await store.labelsOf(tx, guildId)
        if (known.length >= BOUNDS.labels && !known.some((label) => isNamed(label, trimmed)))
          throw new Refusal(
            'limit',
            'tickets.labels_full',
            deskWords.everywhere('labels_full', { most: BOUNDS.labels }),
          )
        const now = clock.now()
        const saved = await store.saveLabel(tx, guildId, { name: trimmed, color }, now)
        await announceChange(tx, { guildId, kind: 'ticket_labels', ref: saved.id }, now)
        return saved
      })
    },

    /** Tickets keep the names that they were given. */
    async remove(
      guildId: GuildId,
      by: { readonly id: string } | { readonly name: string },
      commit: Commit = (work) => db.transaction().execute(work),
    ): Promise<store.Label> {
      return commit(async (tx) => {
        const gone = await store.deleteLabel(tx, guildId, by)
        if (!gone) throw new Refusal('not_found', 'tickets.no_such_label', deskWords.everywhere('label_not_found'))
        await announceChange(tx, { guildId, kind: 'ticket_labels', ref: gone.id }, clock.now())
        return gone
      })
    },
  }
}

export const isNamed = ({ name }: Pick<store.Label, 'name'>, wanted: string) =>
  name.toLowerCase() === wanted.toLowerCase()

function labelName(name: string): string {
  const text = name.trim().replaceAll(/\s+/g, ' ')
  const { length } = text
  if (length >= 1 && length <= BOUNDS.label) return text
  throw invalidField('tickets.label_length', '/name', deskWords.everywhere('label_length', { most: BOUNDS.label }))
}
