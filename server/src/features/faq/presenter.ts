import type { EntryInput, EntryOut } from './contract.ts'
import type { Entry, EntryContent, EntryLanguage, Version } from './entry.ts'
import type { Hit } from './search/judge.ts'

export function entryOut({ answer, keywords, ticketId, createdAt, updatedAt, ...entry }: Entry): EntryOut {
  return {
    ...entry,
    summary: answer,
    keywords: [...keywords],
    ticket_id: ticketId === null ? null : Number(ticketId),
    created_at: createdAt.toString(),
    updated_at: updatedAt.toString(),
  }
}

export function versionOut({ answer, keywords, changedBy, changedAt, state: _, ...version }: Version) {
  return {
    ...version,
    summary: answer,
    keywords: [...keywords],
    changed_by: changedBy,
    changed_at: changedAt.toString(),
  }
}

export function hitOut({ id, answer, reasons, ...hit }: Hit) {
  return { ...hit, id: Number(id), summary: answer, reasons: reasons.map((reason) => ({ ...reason })) }
}

export function contentOf(input: EntryInput, usual: EntryLanguage): EntryContent {
  const { title, summary, keywords = [], category = null, language = usual } = input
  return { title, answer: summary, keywords, category, language }
}
