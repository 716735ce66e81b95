/** What a file is, by its first bytes; what people call it proves nothing. Pure. */

/** Pictures that browsers show without running anything in them; everything else is a file. */
export type Kind = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'application/octet-stream'

const SIGNATURES: readonly (readonly [Kind, (head: string) => boolean])[] = [
  ['image/png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['image/gif', (head) => head.startsWith('GIF87a') || head.startsWith('GIF89a')],
  ['image/webp', (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
]

export function kindOf(bytes: Uint8Array): Kind {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return SIGNATURES.find(([, isIt]) => isIt(head))?.[0] ?? 'application/octet-stream'
}

export function isPicture(kind: Kind): boolean {
  return kind !== 'application/octet-stream'
}
