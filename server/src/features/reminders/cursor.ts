import { isSnowflake } from '../../kernel/ids.ts'
import { invalidField } from '../../kernel/refusal.ts'
import type { ReminderCursor } from './store.ts'
import { refusalWords } from './words-refusals.ts'

/** Where a page of reminders ended, as an opaque text for clients. */
export function cursorText({ nextSendAt, id }: ReminderCursor): string {
  return Buffer.from(`${nextSendAt?.epochMilliseconds ?? ''} ${id}`).toString('base64url')
}

/** @throws {Refusal} unless the text was made by `cursorText`. */
export function parseCursor(text: string): ReminderCursor {
  const match = /^(\d{1,15}|) (\d{1,19})$/.exec(Buffer.from(text, 'base64url').toString())
  const [, epochMs, id] = match ?? []
  if (epochMs === undefined || id === undefined || !isSnowflake(id))
    throw invalidField('reminders.invalid_cursor', 'cursor', refusalWords.everywhere('cursor'))
  return { nextSendAt: epochMs === '' ? null : Temporal.Instant.fromEpochMilliseconds(Number(epochMs)), id }
}
