import ts from 'typescript'
import { type Module, nodesOf } from './modules.ts'

/** What can be counted in one module. */
export interface Metrics {
  readonly path: string
  readonly lines: number
  /** Lines that hold more than comment and space. */
  readonly codeLines: number
  /** Lines that a comment touches. */
  readonly commentLines: number
  /** For each function with a block body: the lines of code between its braces, and where it begins. */
  readonly functions: readonly { readonly lines: number; readonly at: string }[]
  /** `any` as a type. */
  readonly anys: readonly string[]
  /** `as` (but `as const`), `<T>x` and `x!`. */
  readonly casts: number
  readonly openEnds: readonly string[]
  readonly tries: number
}

const OPEN_END = /\b(TODO|FIXME|XXX|HACK)\b/

export function measure({ path, source }: Module): Metrics {
  const text = source.text
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const at = (position: number) => `${path}:${lineAt(position) + 1}`
  const nodes = [...nodesOf(source)]
  const comments = commentsOf(source)
  const linesOf = (ranges: readonly ts.TextRange[]) =>
    new Set(ranges.flatMap(({ pos, end }) => span(lineAt(pos), lineAt(end))))
  const codeLines = linesOf(tokensOf(source))
  const linesInside = ({ pos, end }: ts.TextRange) =>
    Math.max(1, span(lineAt(pos) + 1, lineAt(end) - 1).filter((line) => codeLines.has(line)).length)

  const start = (node: ts.Node) => node.getStart(source)
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    codeLines: codeLines.size,
    commentLines: linesOf(comments).size,
    functions: nodes.flatMap((node) => {
      const body = blockBodyOf(node)
      return body ? [{ lines: linesInside({ pos: start(body), end: body.end }), at: at(start(node)) }] : []
    }),
    anys: nodes.filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword).map((node) => at(start(node))),
    casts: nodes.filter(isCast).length,
    openEnds: comments.filter(({ pos, end }) => OPEN_END.test(text.slice(pos, end))).map(({ pos }) => at(pos)),
    tries: nodes.filter(ts.isTryStatement).length,
  }
}

const span = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)

function blockBodyOf(node: ts.Node): ts.Block | undefined {
  return ts.isFunctionLike(node) && 'body' in node && node.body && ts.isBlock(node.body) ? node.body : undefined
}

const isCast = (node: ts.Node) =>
  (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) ||
  ts.isTypeAssertionExpression(node) ||
  ts.isNonNullExpression(node)

/** The leaves of the tree, without the space and comments before them. */
function tokensOf(source: ts.SourceFile): ts.TextRange[] {
  const found: ts.TextRange[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return
    const children = node.getChildren(source)
    if (children.length > 0) children.forEach(visit)
    else if (node.end > node.getStart(source)) found.push({ pos: node.getStart(source), end: node.end })
  }
  visit(source)
  return found
}

/** Comments stand between one leaf and the next, or after the last. */
function commentsOf(source: ts.SourceFile): ts.TextRange[] {
  const text = source.text
  const found = new Map<number, ts.TextRange>()
  for (const { pos, end } of [{ pos: 0, end: 0 }, ...tokensOf(source)]) {
    const around = [...(ts.getLeadingCommentRanges(text, end) ?? []), ...(ts.getTrailingCommentRanges(text, end) ?? [])]
    for (const range of around) if (range.pos >= pos) found.set(range.pos, range)
  }
  return [...found.values()]
}
