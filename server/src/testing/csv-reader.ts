/** A file as its lines of cells, by RFC 4180 and nothing more: a reader that knows nothing of who wrote it. */
export function readCsv(text: string): string[][] {
  const lines: string[][] = []
  let rest = text.replace(/^\uFEFF/, '')
  let line: string[] = []
  while (rest !== '') {
    const [whole, quoted, plain = '', end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest) ?? []
    if (whole === undefined) throw new Error(`no cell of RFC 4180: ${JSON.stringify(rest.slice(0, 80))}`)
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    rest = rest.slice(whole.length)
    if (end === ',') continue
    lines.push(line)
    line = []
  }
  if (line.length > 0) throw new Error('the last line has no end')
  return lines
}

/** The lines by the names of the first. */
export function readTable(text: string): Record<string, string>[] {
  const [names = [], ...lines] = readCsv(text)
  return lines.map((cells) => {
    if (cells.length !== names.length) throw new Error(`${cells.length} cells below ${names.length} names`)
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']))
  })
}
