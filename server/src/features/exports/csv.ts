import { type Options, stringify } from 'csv-stringify/sync'
import type { Cell } from './source.ts'

/** What a file begins with, and its lines: RFC 4180, UTF-8. See docs/decisions/0035-csv-that-opens-anywhere.md. */

/** Without it Excel takes UTF-8 for the code page of the country, and umlauts for two letters each. */
const BYTE_ORDER_MARK = '\uFEFF'

const LINES: Options = {
  record_delimiter: 'windows',
  eof: true,
  escape_formulas: true,
}

export function csvHead(columns: readonly string[]): string {
  return BYTE_ORDER_MARK + stringify([[...columns]], LINES)
}

/** Texts are quoted and numbers are not, so that a reader may tell the id "110" from the number 110. */
export function csvLines<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): string {
  if (rows.length === 0) return ''
  return stringify(
    rows.map((row) => columns.map((column) => written(row[column]))),
    { ...LINES, quoted_string: true },
  )
}

function written(cell: Cell): string | number | null {
  if (cell instanceof Temporal.Instant) return cell.toString()
  if (typeof cell === 'object' && cell !== null) return cell.join(';')
  return typeof cell === 'boolean' ? String(cell) : cell
}
