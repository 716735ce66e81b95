/** Cuts a text into messages. */

const FENCE = /^\s*```(.*)$/
/** Where a block that is too long is cut, the best place first: lines, sentences, words. */
const PLACES = ['\n', /(?<=[.!?])\s+/, /\s+/] as const

/** Each of at most so many characters; what belongs together stays together as long as it fits. */
export function pagesOf(text: string, most: number): string[] {
  const pages: string[] = []
  for (const block of blocksOf(text).flatMap((one) => piecesOf(one, most))) {
    const last = pages.at(-1)
    if (last !== undefined && last.length + 2 + block.length <= most) pages[pages.length - 1] = `${last}\n\n${block}`
    else pages.push(block)
  }
  return pages
}

/** Paragraphs, lists and code blocks: what stands between blank lines, save those within a code block. */
function blocksOf(text: string): string[] {
  const blocks: string[][] = [[]]
  let isCode = false
  for (const line of text.split('\n')) {
    if (FENCE.test(line) && !line.trim().slice(3).includes('```')) isCode = !isCode
    if (line.trim() === '' && !isCode) blocks.push([])
    else blocks.at(-1)?.push(line)
  }
  return blocks.map((lines) => lines.join('\n')).filter((block) => block !== '')
}

function piecesOf(block: string, most: number): string[] {
  if (block.length <= most) return [block]
  const [opening = '', ...lines] = block.split('\n')
  const language = FENCE.exec(opening)?.[1]
  if (language === undefined) return cutUp(block, most, 0)
  // Each piece is a code block of its own.
  const head = `\`\`\`${language.slice(0, 20)}\n`
  const code = lines.join('\n').replace(/\n?```\s*$/, '')
  return cutUp(code, most - head.length - 4, 0).map((piece) => `${head}${piece}\n\`\`\``)
}

function cutUp(text: string, most: number, from: number): string[] {
  const place = PLACES[from]
  if (text.length <= most) return [text]
  if (place === undefined) return hardPieces(text, most)
  const glue = place === '\n' ? '\n' : ' '
  const pieces: string[] = []
  for (const part of text.split(place).flatMap((one) => cutUp(one, most, from + 1))) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + glue.length + part.length <= most)
      pieces[pieces.length - 1] = last + glue + part
    else pieces.push(part)
  }
  return pieces
}

function hardPieces(text: string, most: number): string[] {
  const pieces: string[] = []
  let piece = ''
  // By code points: half of a character is none.
  for (const character of text) {
    if (piece.length + character.length > most) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}
