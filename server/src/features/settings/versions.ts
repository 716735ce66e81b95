import { invalidField } from '../../kernel/refusal.ts'

/** The version of a guild's settings as HTTP's ETag: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3 */

export function etagOf(version: bigint): string {
  return `"${version}"`
}

/** The version that If-Match names; none where it is absent or `*`. Proxies that compress weaken a tag: both forms fit. */
export function versionIn(ifMatch: string | undefined): { readonly ifVersion?: bigint } {
  if (ifMatch === undefined || ifMatch.trim() === '*') return {}
  const digits = /^(?:W\/)?"(\d{1,18})"$/.exec(ifMatch.trim())?.[1]
  if (digits !== undefined) return { ifVersion: BigInt(digits) }
  const rule = 'If-Match must be the ETag of the settings, such as "7", or *'
  throw invalidField('settings.if_match', 'If-Match', rule)
}

/** Whether If-None-Match names this version: then the reader has it already. */
export function isKnown(ifNoneMatch: string | undefined, version: bigint): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes(etagOf(version))
}
