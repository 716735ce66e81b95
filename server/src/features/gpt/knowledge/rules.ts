import { invalidField, Refusal } from '../../../kernel/refusal.ts'
import { type DocumentPassage, passagesIn } from './passages.ts'
import { knowledgeWords } from './words.ts'

export const MOST_DOCUMENTS = 100
export const MOST_BYTES = 256 * 1024
export const LONGEST_NAME = 100
const MOST_PASSAGES = 1_000

export interface CutDocument {
  readonly bytes: number
  readonly passages: readonly DocumentPassage[]
}

/** The document as it is searched. @throws {Refusal} where it is too long, or says nothing. */
export function cutDocument(name: string, markdown: string): CutDocument {
  const bytes = Buffer.byteLength(markdown)
  if (bytes > MOST_BYTES)
    throw invalidField('gpt.document_size', '/markdown', knowledgeWords.everywhere('size', { most: MOST_BYTES }))
  const passages = passagesIn(name, markdown)
  if (passages.length === 0) throw invalidField('gpt.document_empty', '/markdown', knowledgeWords.everywhere('empty'))
  if (passages.length > MOST_PASSAGES)
    throw invalidField(
      'gpt.document_sections',
      '/markdown',
      knowledgeWords.everywhere('sections', { most: MOST_PASSAGES }),
    )
  return { bytes, passages }
}

/** A name that people can read and that names one thing. @throws {Refusal} */
export function nameOf(given: string): string {
  const name = given.trim().replaceAll(/\s+/g, ' ')
  if (name === '' || /\p{C}/u.test(name))
    throw invalidField('gpt.document_name', '/name', knowledgeWords.everywhere('name', { most: LONGEST_NAME }))
  return name
}

/** @throws {Refusal} where the guild has no place for another document. */
export function requirePlace(documents: number): void {
  if (documents >= MOST_DOCUMENTS)
    throw new Refusal(
      'limit',
      'gpt.too_many_documents',
      knowledgeWords.everywhere('too_many', { most: MOST_DOCUMENTS }),
    )
}
