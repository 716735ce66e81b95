import type { Privacy } from '../../platform/privacy.ts'
import { removeRowsOf, rowsOf, TABLES } from './privacy-store.ts'

/** Answers and how far somebody has come go with the person; how many came how far is kept without names. */
export const onboardingPrivacy: Privacy = {
  tables: TABLES,
  async export(tx, person) {
    const kept: [string, Awaited<ReturnType<typeof rowsOf>>][] = []
    for (const table of TABLES) kept.push([table, await rowsOf(tx, table, person)])
    return Object.fromEntries(kept.filter(([, rows]) => rows.length > 0))
  },
  async erase(tx, person) {
    const erased: [string, number][] = []
    for (const table of TABLES) erased.push([table, await removeRowsOf(tx, table, person)])
    return Object.fromEntries(erased)
  },
}
