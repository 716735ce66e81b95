import type { GuildId } from '../../../kernel/ids.ts'
import { termsOf } from '../terms.ts'
import { lookAgain, placedTerms } from './look-store.ts'
import { type PlaceNeeds, termsKey } from './work.ts'

/** After a change of settings or panels: tickets that were placed by other terms, and those that lacked something. */
export async function lookWhereTermsChanged(
  { db, clock, settings }: Pick<PlaceNeeds, 'db' | 'clock' | 'settings'>,
  guildId: GuildId,
): Promise<void> {
  await lookAgain(db, guildId, 'troubled', clock.now())
  for (const { panelId, keys } of await placedTerms(db, guildId)) {
    const key = termsKey(await termsOf(db, settings, { guildId, panelId }))
    if (keys.some((each) => each !== key)) await lookAgain(db, guildId, { panelId, notPlacedBy: key }, clock.now())
  }
}
