import { importCycles } from './cycles.ts'
import { type Import, isTest, type Module } from './modules.ts'

/** A rule of the house: finds what breaks it, one line each. */
export interface Law {
  readonly name: string
  find(modules: readonly Module[]): string[]
}

/** Which rooms a room may import from. Whatever is missing here points up or sideways. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel'],
  platform: ['platform', 'kernel'],
  features: ['features', 'platform', 'kernel'],
  app: ['app', 'features', 'platform', 'kernel', 'simulator'],
  'main.ts': ['app', 'features', 'platform', 'kernel'],
  testing: ['testing', 'app', 'features', 'platform', 'kernel', 'simulator'],
  simulator: ['simulator'],
}
const TESTS_MAY_IMPORT = ['testing', 'simulator', 'scripts']

/** `server/src/<room>/…`, or else the folder at the root; a package belongs to no room. */
const roomOf = (path: string) => /^server\/src\/([^/]+)|^(simulator|scripts|bench)\//.exec(path)?.slice(1).find(Boolean)

const featureOf = (path: string) => /^server\/src\/features\/([^/]+)\//.exec(path)?.[1]

/** `server/src/platform/http/http.ts` reads `platform/http/http.ts`, as people say it. */
const short = (path: string) => path.replace(/^server\/src\//, '')

function brokenImports(modules: readonly Module[], isBroken: (from: string, found: Import) => boolean): string[] {
  return modules.flatMap(({ path, imports }) =>
    imports.filter((found) => isBroken(path, found)).map(({ to }) => `${short(path)} -> ${short(to)}`),
  )
}

const arrowsPointDown: Law = {
  name: 'arrows point down: main, app, features, platform, kernel; tests alone use testing; the simulator stands alone',
  find: (modules) =>
    brokenImports(modules, (from, { to }) => {
      const [room, target] = [roomOf(from), roomOf(to)]
      if (!room || !target || ['scripts', 'bench'].includes(room)) return false
      if (isTest(from) && room !== 'simulator' && TESTS_MAY_IMPORT.includes(target)) return false
      return !MAY_IMPORT[room]?.includes(target)
    }),
}

const featuresStandAlone: Law = {
  name: 'a feature imports nothing of another but its events.ts',
  find: (modules) =>
    brokenImports(modules, (from, { to }) => {
      const [own, other] = [featureOf(from), featureOf(to)]
      return own !== undefined && other !== undefined && own !== other && !to.endsWith(`/${other}/events.ts`)
    }),
}

const workspacesByName: Law = {
  name: 'a workspace is imported by its name, not by a path into it',
  find: (modules) =>
    brokenImports(
      modules,
      (from, { to, specifier }) =>
        specifier.startsWith('.') &&
        ['server', 'simulator'].some(
          (workspace) => to.startsWith(`${workspace}/`) && isOtherWorkspace(from, workspace),
        ),
    ),
}

/** Scripts and benches stand outside the workspaces and reach into any of them. */
const isOtherWorkspace = (from: string, workspace: string) =>
  /^(server|simulator)\//.test(from) && !from.startsWith(`${workspace}/`)

const contractsStandAlone: Law = {
  name: 'a contract imports only the schema library, kernel and platform/schema',
  find: (modules) =>
    brokenImports(
      modules.filter(({ path }) => featureOf(path) && path.endsWith('/contract.ts')),
      (_, { to }) => to !== 'typebox' && !/^server\/src\/(kernel|platform\/schema)\//.test(to),
    ),
}

const kernelIsPure: Law = {
  name: 'kernel does no I/O: it imports itself and hashing',
  find: (modules) =>
    brokenImports(
      modules.filter(({ path }) => roomOf(path) === 'kernel' && !isTest(path)),
      (_, { to }) => roomOf(to) === undefined && to !== 'node:crypto',
    ),
}

/** What the house calls a mechanism as well as a feature. */
const MECHANISMS = ['health', 'settings']

const platformKnowsNoFeature: Law = {
  name: "no feature's name stands in a path of platform",
  find(modules) {
    const features = new Set(modules.map(({ path }) => featureOf(path)).filter((name) => name !== undefined))
    const namesFeature = (path: string) =>
      path.split(/[/.-]/).some((word) => !MECHANISMS.includes(word) && (features.has(word) || features.has(`${word}s`)))
    return modules.map(({ path }) => path).filter((path) => roomOf(path) === 'platform' && namesFeature(path))
  },
}

const noCycles: Law = {
  name: 'no modules import one another in a ring',
  find: (modules) => importCycles(modules).map((ring) => [...ring, ring[0] ?? ''].map(short).join(' -> ')),
}

export const ARROW_LAWS = {
  arrowsPointDown,
  featuresStandAlone,
  workspacesByName,
  contractsStandAlone,
  kernelIsPure,
  platformKnowsNoFeature,
  noCycles,
}
