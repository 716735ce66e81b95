import { globSync, readFileSync } from 'node:fs'
import { join, posix, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** What one module asks of another. */
export interface Import {
  /** The module's path in the project, or the specifier of a package. */
  readonly to: string
  /** As it stands in the source. */
  readonly specifier: string
  /** The other side's names; `*` for all of it. */
  readonly names: readonly string[]
  /** Gone at run time. */
  readonly typeOnly: boolean
}

/** A source file, parsed. `path` is relative to the project, with `/`. */
export interface Module {
  readonly path: string
  readonly source: ts.SourceFile
  readonly imports: readonly Import[]
}

export const projectRoot = resolve(fileURLToPath(new URL('../..', import.meta.url)))

const GENERATED = new Set(['server/src/platform/database/tables.ts', 'client/src/api.ts'])
const WORKSPACES = ['server', 'simulator', 'client']

/** All modules of the project written by hand. */
export function readModules(): Module[] {
  const patterns = [...WORKSPACES, 'scripts', 'bench'].map((folder) => `${folder}/**/*.ts`)
  return globSync(patterns, { cwd: projectRoot, exclude: (name) => name === 'node_modules' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !GENERATED.has(path))
    .sort()
    .map((path) => parseModule(path, readFileSync(join(projectRoot, path), 'utf8')))
}

export function parseModule(path: string, text: string): Module {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports: Import[] = []
  for (const node of nodesOf(source)) {
    const found = importOf(node)
    if (found) imports.push({ ...found, to: resolveSpecifier(path, found.specifier) })
  }
  return { path, source, imports }
}

/** Every node of the tree, the root first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    children.push(child)
  })
  for (const child of children) yield* nodesOf(child)
}

export const lineOf = (module: Module, node: ts.Node) =>
  module.source.getLineAndCharacterOfPosition(node.getStart(module.source)).line + 1

export const isTest = (path: string) => /\.(test|browser)\.ts$/.test(path)

function resolveSpecifier(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const workspace = /^@alphapy\/(\w+)(?:\/(.+))?$/.exec(specifier)
  return workspace ? `${workspace[1]}/src/${workspace[2] ?? 'index.ts'}` : specifier
}

type Found = Omit<Import, 'to'>

function importOf(node: ts.Node): Found | undefined {
  if (ts.isImportDeclaration(node)) return declared(node)
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) return reExported(node, node.moduleSpecifier)
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return whole(node.arguments[0], false)
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return whole(node.argument.literal, true)
  return undefined
}

function whole(specifier: ts.Node | undefined, typeOnly: boolean): Found | undefined {
  if (!specifier || !ts.isStringLiteralLike(specifier)) return undefined
  return { specifier: specifier.text, names: ['*'], typeOnly }
}

function declared(node: ts.ImportDeclaration): Found | undefined {
  const found = whole(node.moduleSpecifier, false)
  const clause = node.importClause
  if (!found || !clause) return found
  const bindings = clause.namedBindings
  const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : []
  return {
    ...found,
    names: [
      ...(clause.name ? ['default'] : []),
      ...(bindings && ts.isNamespaceImport(bindings) ? ['*'] : []),
      ...elements.map((element) => (element.propertyName ?? element.name).text),
    ],
    typeOnly: clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause.name && allTypes(elements)),
  }
}

function reExported(node: ts.ExportDeclaration, specifier: ts.Expression): Found | undefined {
  const found = whole(specifier, node.isTypeOnly)
  if (!found || !node.exportClause || !ts.isNamedExports(node.exportClause)) return found
  const elements = [...node.exportClause.elements]
  return {
    ...found,
    names: elements.map((element) => (element.propertyName ?? element.name).text),
    typeOnly: node.isTypeOnly || allTypes(elements),
  }
}

const allTypes = (elements: readonly { readonly isTypeOnly: boolean }[]) =>
  elements.length > 0 && elements.every((element) => element.isTypeOnly)
