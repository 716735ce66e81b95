import { privacyOfRows } from '../../../platform/personal-rows-store.ts'
import type { Privacy } from '../../../platform/privacy.ts'
import { blocks, openings } from './privacy-store.ts'

/** With what this room keeps: what was written and not sent goes, a block stays. */
export function openingPrivacy(desk: Privacy): Privacy {
  const own = privacyOfRows([openings, blocks])
  return {
    ...desk,
    tables: [...desk.tables, ...own.tables],
    stays: [...(desk.stays ?? []), blocks.table],
    export: async (tx, person) => ({ ...(await desk.export(tx, person)), ...(await own.export(tx, person)) }),
    erase: async (tx, person) => ({ ...(await desk.erase(tx, person)), ...(await own.erase(tx, person)) }),
  }
}
