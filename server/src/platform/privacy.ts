import type { GuildId, UserId } from '../kernel/ids.ts'
import type { Tx } from './database/connect.ts'
import type { JsonObject, Tables } from './database/tables.ts'

/** Of whom, and where: null is everywhere. */
export interface PersonInGuild {
  readonly userId: UserId
  readonly guildId: GuildId | null
}

/** The privacy of one feature. */
export interface Held {
  readonly feature: string
  readonly privacy: Privacy
}

/** What a feature keeps of persons, and how it lets go of it. */
export interface Privacy {
  /** Its tables that name persons. Every such table is in one feature's list. */
  readonly tables: readonly (keyof Tables)[]
  /** Of what `export` gives, what `erase` leaves, because it is not ours to erase or proves that it was done. */
  readonly stays?: readonly string[]
  /** Everything kept of the person, by what it is; ids as strings, times in ISO 8601. Secrets are left out. */
  export(tx: Tx, person: PersonInGuild): Promise<Readonly<Record<string, readonly JsonObject[]>>>
  /**
   * Erases it, or takes the name off what the guild still needs, such as counts; what `export` gives afterwards is
   * empty, but for what stays. Runs in one transaction with all other features. @returns how many rows were erased or made nameless, by
   * what they were.
   */
  erase(tx: Tx, person: PersonInGuild): Promise<Readonly<Record<string, number>>>
}
