import { invalidField } from '../../kernel/refusal.ts'
import { editingWords } from './words-editing.ts'

/** The version of an entry as HTTP's ETag: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3 */
export function tagOfVersion(version: number): string {
  return `"${version}"`
}

/** The version that If-Match names; none where it is absent or `*`. Proxies that compress weaken a tag. */
export function versionIn(ifMatch: string | undefined): number | undefined {
  const tag = strongTag(ifMatch)
  if (tag === undefined) return undefined
  const digits = /^"(\d{1,9})"$/.exec(tag)?.[1]
  if (digits === undefined) throw invalidField('faq.if_match', 'If-Match', editingWords.everywhere('if_match'))
  return Number(digits)
}

/** Without the sign of weakness; none where it is absent or `*`. */
export function strongTag(tag: string | undefined): string | undefined {
  const strong = tag?.trim().replace(/^W\//, '')
  return strong === '*' ? undefined : strong
}
