import ts from 'typescript'
import type { Law } from './arrow-laws.ts'
import { isTest, lineOf, type Module, nodesOf } from './modules.ts'

const isProduct = ({ path }: Module) =>
  /^(server|simulator)\//.test(path) && !path.startsWith('server/src/testing/') && !isTest(path)

/** What of each module answers the question, as `path:line what`. */
function places(modules: readonly Module[], question: (node: ts.Node) => string | undefined): string[] {
  return modules.flatMap((module) =>
    [...nodesOf(module.source)].flatMap((node) => {
      const what = question(node)
      return what === undefined ? [] : [`${module.path}:${lineOf(module, node)} ${what}`]
    }),
  )
}

const importsOf = (modules: readonly Module[], specifier: RegExp, names: readonly string[]) =>
  modules.flatMap(({ path, imports }) =>
    imports
      .filter((found) => specifier.test(found.specifier) && !found.typeOnly)
      .filter((found) => names.includes('*') || found.names.some((name) => name === '*' || names.includes(name)))
      .map((found) => `${path} -> ${found.specifier} { ${found.names.join(', ')} }`),
  )

/** `Date.now` for `Date.now()`, `Date['now']` and `globalThis.Date.now`. */
function memberName(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined
  const owner = node.expression
  const name = ts.isPropertyAccessExpression(owner) ? owner.name.text : owner.getText()
  const member = ts.isPropertyAccessExpression(node) ? node.name.text : node.argumentExpression.getText().slice(1, -1)
  return `${name}.${member}`
}

/** `{ a, b } = owner` takes `owner.a`. */
function takesFrom(node: ts.Node, owner: string, member: string): boolean {
  return (
    ts.isVariableDeclaration(node) &&
    ts.isObjectBindingPattern(node.name) &&
    node.initializer?.getText() === owner &&
    node.name.elements.some((element) => (element.propertyName ?? element.name).getText() === member)
  )
}

const environmentInConfig: Law = {
  name: 'the environment is read in platform/config/config.ts alone',
  find(modules) {
    const others = modules.filter(
      (module) => isProduct(module) && module.path !== 'server/src/platform/config/config.ts',
    )
    const reads = (node: ts.Node) => memberName(node) === 'process.env' || takesFrom(node, 'process', 'env')
    return [
      ...places(others, (node) => (reads(node) ? 'process.env' : undefined)),
      ...importsOf(others, /^(node:)?process$/, ['env']),
    ]
  },
}

const QUERIES = new Set([
  'selectFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
  'replaceInto',
  'executeQuery',
])
const MAY_QUERY = /^server\/src\/(platform\/database\/|.*[/-]store\.ts$)/

const sqlInStores: Law = {
  name: 'SQL stands in store.ts, *-store.ts and platform/database alone',
  find(modules) {
    const others = modules.filter((module) => isProduct(module) && !MAY_QUERY.test(module.path))
    return [
      ...importsOf(others, /^(kysely|pg)(\/|$)/, ['*']),
      ...places(others, (node) =>
        ts.isPropertyAccessExpression(node) && QUERIES.has(node.name.text) ? node.name.text : undefined,
      ),
    ]
  },
}

const CLOCKS = ['server/src/kernel/clock.ts', 'simulator/src/clock.ts']
const PRESENT = new Set(['Date.now', 'Temporal.Now'])

const presentFromClock: Law = {
  name: 'the present comes from clock.ts alone',
  find: (modules) =>
    places(
      modules.filter((module) => isProduct(module) && !CLOCKS.includes(module.path)),
      (node) => {
        const member = memberName(node)
        if (member !== undefined && PRESENT.has(member)) return member
        if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
          return 'new Date()'
        return ts.isCallExpression(node) && node.expression.getText() === 'Date' ? 'Date()' : undefined
      },
    ),
}

const TIMERS = new Set(['setTimeout', 'setInterval'])
const STOPWATCHES = new Set(['performance.now', 'process.hrtime', 'hrtime.bigint', 'process.uptime'])

/** They measure or limit something outside, whose time no test of ours can move. */
const MAY_TIME: Readonly<Record<string, string>> = {
  'server/src/main.ts': 'limits how long stopping may take',
  'server/src/platform/database/connect.ts': 'waits for a database that is still starting',
  'server/src/platform/database/embedded.ts': 'waits for another process to let go of the data',
  'server/src/platform/database/embedded-cluster.ts': 'waits for the processes of PostgreSQL',
  'server/src/platform/database/migrate.ts': 'times what PostgreSQL does',
  'server/src/platform/health/finding.ts': 'limits how long a part that hangs may hold up the truth about it',
  'server/src/platform/database/health.ts': 'limits how long the database may take to answer',
  'server/src/platform/language-model/time-limit.ts': 'limits how long a language model may be silent',
  'server/src/platform/discord/interactions.ts': "Discord's limit of three seconds runs on Discord's clock",
  'server/src/platform/discord/growing-answer.ts': "Discord's limit of edits runs on Discord's clock",
  'server/src/platform/discord/pulse.ts': 'measures the beat of a connection',
  'simulator/src/people/waiting.ts': 'ends the wait for a bot that stays silent while the clock stands still',
  'simulator/src/storage.ts': 'gathers changes before writing a file',
}

const timersInClock: Law = {
  name: 'timers and stopwatches stand in clock.ts and where something outside is timed',
  find(modules) {
    const found = (some: readonly Module[]) => [
      ...importsOf(some, /^(node:)?timers(\/promises)?$/, ['*']),
      ...places(some, (node) => {
        if (ts.isCallExpression(node) && TIMERS.has(node.expression.getText())) return node.expression.getText()
        const member = memberName(node)
        return member !== undefined && STOPWATCHES.has(member) ? member : undefined
      }),
    ]
    const product = modules.filter((module) => isProduct(module) && !CLOCKS.includes(module.path))
    const idle = product.filter((module) => module.path in MAY_TIME && found([module]).length === 0)
    return [
      ...found(product.filter((module) => !(module.path in MAY_TIME))),
      ...idle.map(({ path }) => `${path} times nothing any more; take it off the list`),
    ]
  },
}

const VAGUE = /^(utils?|helpers?|common|misc|shared|types?|constants?|managers?)$/
const VAGUE_ENDING = /[-.](utils?|helpers?|misc|managers?)$/

const namesSaySomething: Law = {
  name: 'no file or folder is named utils, helpers, common, misc, shared, types, constants or manager',
  find: (modules) =>
    modules
      .map(({ path }) => path)
      .filter((path) =>
        path
          .replace(/(\.test)?\.ts$/, '')
          .split('/')
          .some((segment) => VAGUE.test(segment) || VAGUE_ENDING.test(segment)),
      ),
}

const exportsHaveNames: Law = {
  name: 'exports have names: nothing is exported as default',
  find: (modules) =>
    places(
      modules.filter(({ source }) => !source.isDeclarationFile),
      (node) => {
        const isDefault =
          ts.isExportAssignment(node) ||
          (node.kind === ts.SyntaxKind.DefaultKeyword &&
            (ts.isFunctionDeclaration(node.parent) || ts.isClassDeclaration(node.parent))) ||
          (ts.isExportSpecifier(node) && node.name.text === 'default')
        return isDefault ? 'export default' : undefined
      },
    ),
}

const TEST_CALL = /^(test|it|describe|suite|t\.test)(\.\w+)?$/

const testsAreFacts: Law = {
  name: 'a test is named by a fact, not by what "should" be',
  find: (modules) =>
    places(
      modules.filter(({ path }) => isTest(path)),
      (node) => {
        if (!ts.isCallExpression(node) || !TEST_CALL.test(node.expression.getText())) return undefined
        const name = node.arguments[0]
        return name && ts.isStringLiteralLike(name) && /^should\b/i.test(name.text) ? name.text : undefined
      },
    ),
}

/** Migrations run in the order of their numbers; a gap is a file forgotten or two branches at once. */
export function misnumberedMigrations(files: readonly string[]): string[] {
  return [...files].sort().filter((file, index) => {
    const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1]
    return Number(number) !== index + 1
  })
}

export const PLACE_LAWS = {
  environmentInConfig,
  sqlInStores,
  presentFromClock,
  timersInClock,
  namesSaySomething,
  exportsHaveNames,
  testsAreFacts,
}
