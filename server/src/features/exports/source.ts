import type { Expression } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/** The tables that can be had as CSV, by the names of their routes and commands. */
export const EXPORTS = ['tickets', 'faq', 'onboarding', 'reminders'] as const
export type ExportName = (typeof EXPORTS)[number]

/** Ids of Discord are strings: numbers would lose digits. A list becomes one cell, joined with `;`. */
export type Cell = string | number | boolean | null | Temporal.Instant | readonly string[]

/** What a feature gives to be exported. It keeps the rows; columns, once there, stay where they are. */
export interface ExportSource<Column extends string = string> {
  readonly name: ExportName
  /** In this order; their names are the first line. New ones come after the others. */
  readonly columns: readonly Column[]
  /** Whether the rows can be narrowed to those made since an instant. */
  readonly isByAge?: boolean
  /** The query for all rows of one guild, the newest first. It is run by a cursor within a read-only snapshot. */
  rows(db: Db, guildId: GuildId, since: Temporal.Instant | null): Expression<Readonly<Record<Column, Cell>>>
}

/** The source as the exports take it, once the compiler has seen that its query gives every column. */
export const sourceOf = <const Column extends string>(source: ExportSource<Column>): ExportSource => source
