import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { inProse } from '../../platform/discord/markdown.ts'

const FILE = resolve(import.meta.dirname, '../../../../CHANGELOG.md')

/** What changed, for operators; null where the program was installed without it. */
export async function readChangelog(): Promise<string | null> {
  return readFile(FILE, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

export interface ReleaseNotes {
  /** Of this version, or of what has no number yet. */
  readonly of: 'version' | 'unreleased'
  readonly text: string
}

/** The section of the version, else what is not released yet; null when there is neither. */
export function notesOf(changelog: string, version: string): ReleaseNotes | null {
  const own = section(changelog, (heading) => isOfVersion(heading, version))
  if (own) return { of: 'version', text: own }
  const next = section(changelog, (heading) => /^\[?unreleased\b/i.test(heading))
  return next ? { of: 'unreleased', text: next } : null
}

/** With the text in place of each link that leads to a file beside the list: Discord opens whole addresses alone. */
export function withoutFileLinks(text: string): string {
  return inProse(text, (prose) => prose.replaceAll(/\[([^\]]+)\]\((?!https?:\/\/)[^)]*\)/g, '$1'))
}

/** So many characters of it at most, in whole lines where that is possible. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 2)
  const end = kept.lastIndexOf('\n')
  return end > 0 ? `${kept.slice(0, end)}\n…` : `${kept}…`
}

/** `2.4.0`, `[2.4.0]` or `v2.4.0`, and whatever follows it. */
function isOfVersion(heading: string, version: string): boolean {
  const [named = ''] = heading.split(/[\s(]/, 1)
  return named.replaceAll(/^\[?v?|\]$/g, '') === version
}

function section(changelog: string, isMeant: (heading: string) => boolean): string {
  const [, ...sections] = changelog.split(/^## +/m)
  const found = sections.find((text) => isMeant(text.split('\n', 1)[0] ?? '')) ?? ''
  return found.slice(found.indexOf('\n') + 1).trim()
}
