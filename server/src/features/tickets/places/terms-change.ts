import type { GuildId } from '../../../kernel/ids.ts'
import { termsOf } from '../terms.ts'
import { lookAgain, placedPanels } from './look-store.ts'
import { type PlaceNeeds, termsKey } from './work.ts'

/** After a change of settings or panels: tickets that were placed by other terms, and those that lacked something. */
export async function lookWhereTermsChanged(
  { db, clock, settings }: Pick<PlaceNeeds, 'db' | 'clock' | 'settings'>,
  guildId: GuildId,
): Promise<void> {
  await lookAgain(db, guildId, 'troubled', clock.now())
  for (const panelId of await placedPanels(db, guildId)) {
    const key = termsKey(await termsOf(db, settings, { guildId, panelId }))
    await lookAgain(db, guildId, { panelId, notPlacedBy: key }, clock.now())
  }
}
