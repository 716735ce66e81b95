import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importCycles } from './cycles.ts'
import { type Metrics, measure } from './metrics.ts'
import { isTest, type Module, projectRoot } from './modules.ts'
import { PLACE_LAWS } from './place-laws.ts'

/** The source of one workspace, counted; tests and their tools apart. */
export interface Counted {
  readonly name: string
  readonly modules: readonly Module[]
  readonly code: readonly Metrics[]
  readonly tests: readonly Metrics[]
}

export interface Result {
  readonly value: string
  readonly isKept: boolean
  /** Where it is worst. */
  readonly worst?: string
  /** What breaks a hard limit. */
  readonly broken?: readonly string[]
}

/** One line of the table of budgets. */
export interface Budget {
  readonly measure: string
  readonly limit: string
  /** `undefined` where it says nothing about that workspace. */
  readonly of: (counted: Counted) => Result | undefined
}

const FUNCTION_LINES = { p90: 25, max: 50 }
const FILE_LINES = { p90: 180, max: 300 }
const RUNTIME_DEPENDENCIES = 28
/** Words that everything is about: the server's kernel, and the plain data of the simulator. */
const KERNEL = /^server\/src\/kernel\/|^simulator\/src\/state\/model\.ts$/

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const p90 = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * 0.9) - 1] ?? 0
const perKloc = (count: number, code: readonly Metrics[]) =>
  (count * 1000) / sum(code.map(({ codeLines }) => codeLines))
const oneDigit = (number: number) => number.toFixed(1)

/** A count of places that must be none. */
const none = (places: readonly string[]) => ({
  value: String(places.length),
  isKept: places.length === 0,
  broken: places,
})

function shape(numbers: readonly number[], limit: { readonly p90: number; readonly max: number }) {
  const [most, max] = [p90(numbers), Math.max(0, ...numbers)]
  return { value: `${most} / ${max}`, isKept: most <= limit.p90 && max <= limit.max }
}

function mostImported(modules: readonly Module[]): { readonly to: string; readonly percent: number } {
  const own = modules.filter(({ path }) => !isTest(path))
  const importers = own
    .filter(({ path }) => !KERNEL.test(path))
    .map(({ path }) => ({ to: path, count: own.filter(({ imports }) => imports.some(({ to }) => to === path)).length }))
  const most = importers.toSorted((a, b) => b.count - a.count)[0]
  return { to: most?.to ?? '', percent: ((most?.count ?? 0) / own.length) * 100 }
}

export const BUDGETS: readonly Budget[] = [
  {
    measure: 'function lines, p90 / max',
    limit: `${FUNCTION_LINES.p90} / ${FUNCTION_LINES.max}`,
    of({ code }) {
      const functions = code.flatMap((file) => file.functions)
      const tooLong = functions.filter(({ lines }) => lines > FUNCTION_LINES.max)
      return {
        ...shape(
          functions.map(({ lines }) => lines),
          FUNCTION_LINES,
        ),
        broken: tooLong.map(({ at, lines }) => `${at} has ${lines} lines`),
      }
    },
  },
  {
    measure: 'file lines of code, p90 / max',
    limit: `${FILE_LINES.p90} / ${FILE_LINES.max}`,
    of({ code }) {
      const longest = code.toSorted((a, b) => b.codeLines - a.codeLines)[0]
      return {
        ...shape(
          code.map(({ codeLines }) => codeLines),
          FILE_LINES,
        ),
        worst: longest?.path ?? '',
      }
    },
  },
  {
    measure: 'lines with a comment',
    limit: '4–9 %',
    of({ code }) {
      const percent = (sum(code.map(({ commentLines }) => commentLines)) / sum(code.map(({ lines }) => lines))) * 100
      return { value: `${oneDigit(percent)} %`, isKept: percent >= 4 && percent <= 9 }
    },
  },
  { measure: 'any', limit: '0', of: ({ code }) => none(code.flatMap(({ anys }) => anys)) },
  {
    measure: 'casts per 1000 lines',
    limit: '3',
    of({ code }) {
      const casts = perKloc(sum(code.map((file) => file.casts)), code)
      return { value: oneDigit(casts), isKept: casts <= 3 }
    },
  },
  {
    measure: 'TODO and its kin',
    limit: '0',
    of: ({ code, tests }) => none([...code, ...tests].flatMap(({ openEnds }) => openEnds)),
  },
  {
    measure: 'import cycles',
    limit: '0',
    of: ({ modules }) => none(importCycles(modules).map((ring) => ring.join(', '))),
  },
  {
    measure: 'most imported outside kernel',
    limit: '25 %',
    of({ name, modules }) {
      if (name === 'scripts') return undefined
      const { to, percent } = mostImported(modules)
      return { value: `${percent.toFixed(0)} %`, isKept: percent <= 25, worst: to }
    },
  },
  {
    measure: 'lines of test per line of code',
    limit: '0.9–1.5',
    of({ name, code, tests }) {
      if (name === 'scripts') return undefined
      const ratio = sum(tests.map(({ codeLines }) => codeLines)) / sum(code.map(({ codeLines }) => codeLines))
      return { value: ratio.toFixed(2), isKept: ratio >= 0.9 && ratio <= 1.5 }
    },
  },
  { measure: 'tests named "should …"', limit: '0', of: ({ modules }) => none(PLACE_LAWS.testsAreFacts.find(modules)) },
  {
    measure: 'runtime dependencies',
    limit: String(RUNTIME_DEPENDENCIES),
    of({ name }) {
      if (name === 'scripts') return undefined
      const { dependencies } = JSON.parse(readFileSync(join(projectRoot, name, 'package.json'), 'utf8'))
      const packages = Object.keys(dependencies).filter((dependency) => !dependency.startsWith('@alphapy/'))
      const isKept = packages.length <= RUNTIME_DEPENDENCIES
      return { value: String(packages.length), isKept, broken: isKept ? [] : [`${name}: ${packages.join(', ')}`] }
    },
  },
  {
    measure: 'process.env outside config.ts',
    limit: '0',
    of: ({ modules }) => none(PLACE_LAWS.environmentInConfig.find(modules)),
  },
  {
    measure: 'try per 1000 lines of features',
    limit: '2',
    of({ code }) {
      const features = code.filter(({ path }) => path.startsWith('server/src/features/'))
      if (features.length === 0) return undefined
      const tries = perKloc(sum(features.map((file) => file.tries)), features)
      return { value: oneDigit(tries), isKept: tries <= 2 }
    },
  },
]

const isTestCode = (path: string) => isTest(path) || path.startsWith('server/src/testing/')

export function count(name: string, all: readonly Module[]): Counted {
  const modules = all.filter(({ path, source }) => path.startsWith(`${name}/`) && !source.isDeclarationFile)
  const metrics = modules.map(measure)
  return {
    name,
    modules,
    code: metrics.filter(({ path }) => !isTestCode(path)),
    tests: metrics.filter(({ path }) => isTestCode(path)),
  }
}
