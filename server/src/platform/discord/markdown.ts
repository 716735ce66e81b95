/** Code as Discord reads it: a fence to its end, also where it is not closed, or a run of backticks and the same again. */
const CODE = /```[\s\S]*?(?:```|$)|(?<!`)(`{1,2})(?!`)[^\n]*?[^`\n]\1(?!`)/g

/** Changes what is not code. */
export function inProse(text: string, change: (prose: string) => string): string {
  const parts: string[] = []
  let from = 0
  for (const { 0: code, index } of text.matchAll(CODE)) {
    parts.push(change(text.slice(from, index)), code)
    from = index + code.length
  }
  return [...parts, change(text.slice(from))].join('')
}
