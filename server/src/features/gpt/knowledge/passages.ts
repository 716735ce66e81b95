/** Cuts a Markdown document into passages that are small enough to be given to a language model, by its headings. */

export interface DocumentPassage {
  /** The document and the headings under which it stands. */
  readonly title: string
  readonly text: string
}

export const LONGEST_PASSAGE = 1_500
const LONGEST_TITLE = 200
const DEEPEST = 6

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*$/
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/

/** In the order in which they stand; headings with nothing below them are no passage. */
export function passagesIn(name: string, markdown: string): DocumentPassage[] {
  const document = name.replace(/\.md$/i, '')
  return sectionsIn(markdown).flatMap(({ headings, lines }) => {
    const title = [document, ...headings].join(' › ').slice(0, LONGEST_TITLE)
    return piecesOf(lines.join('\n').trim()).map((text) => ({ title, text }))
  })
}

interface Section {
  /** From the outermost. */
  readonly headings: readonly string[]
  readonly lines: string[]
}

function sectionsIn(markdown: string): Section[] {
  // Comments are not meant to be read, and NUL is what PostgreSQL does not store.
  const lines = markdown.replaceAll(/<!--[\s\S]*?-->|\0/g, '').split(/\r\n|\r|\n/)
  const sections: Section[] = [{ headings: [], lines: [] }]
  const above: (string | undefined)[] = Array.from({ length: DEEPEST })
  let isCode = false
  for (const line of lines) {
    if (FENCE.test(line)) isCode = !isCode
    const heading = isCode ? null : HEADING.exec(line)
    if (!heading?.[1] || !heading[2]) {
      sections.at(-1)?.lines.push(line)
      continue
    }
    above.fill(undefined, heading[1].length - 1)
    above[heading[1].length - 1] = heading[2]
    sections.push({ headings: above.filter((one) => one !== undefined), lines: [] })
  }
  return sections
}

/** Whole paragraphs as long as they fit, else whole lines, else what fits. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const [glue, part] of partsOf(text)) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + glue.length + part.length <= LONGEST_PASSAGE)
      pieces[pieces.length - 1] = last + glue + part
    else pieces.push(part)
  }
  return pieces
}

/** Each with what stood before it. */
function partsOf(text: string): [glue: string, part: string][] {
  return text
    .split(/\n[ \t]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) => {
      if (paragraph.length <= LONGEST_PASSAGE) return [['\n\n', paragraph] satisfies [string, string]]
      const lines = paragraph.split('\n').flatMap(chunksOf)
      return lines.map((line, at): [string, string] => [at === 0 ? '\n\n' : '\n', line])
    })
}

function chunksOf(line: string): string[] {
  if (line.length <= LONGEST_PASSAGE) return [line]
  const characters = [...line]
  const size = LONGEST_PASSAGE / 2
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, at) =>
    characters.slice(at * size, (at + 1) * size).join(''),
  )
}
