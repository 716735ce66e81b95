import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { OPERATIONS } from './operations.ts'
import { findOperation } from './paths.ts'
import { schemaOf } from './schemas.ts'

// Named in a variable, so that the compiler does not check the package's own source by our rules.
const description: string = 'discord-api-spec'
const { pathsList }: { pathsList: Record<string, string[]> } = await import(description)

describe('the map of operations', () => {
  const described = Object.entries(pathsList).flatMap(([method, paths]) =>
    paths.map((path) => `${method.toUpperCase()} ${path}`),
  )
  const tokenEndpoints = ['POST /oauth2/token', 'POST /oauth2/token/revoke']

  test('names only operations of the description, and the token endpoints it leaves out', () => {
    const unknown = Object.keys(OPERATIONS).filter((key) => !described.includes(key))
    assert.deepEqual(unknown, tokenEndpoints)
  })

  test('names only schemas that exist', () => {
    for (const { body, answers } of Object.values(OPERATIONS)) {
      for (const expression of [body ?? '', ...Object.values(answers)].filter(Boolean)) schemaOf(expression, 'request')
    }
  })

  test('finds each operation by its path', () => {
    for (const key of Object.keys(OPERATIONS)) {
      const [method = '', template = ''] = key.split(' ')
      assert.equal(findOperation(method, `/api/v10${template.replace(/\{[^}]+\}/g, '123')}`)?.key, key)
    }
  })
})

test('the hand rules load without the description', () => {
  const refuseDescription = `import { registerHooks } from 'node:module'
    registerHooks({ resolve(specifier, context, next) {
      if (/^(zod|discord-api-spec)/.test(specifier)) throw new Error(specifier + ' was loaded')
      return next(specifier, context)
    } })`
  const load = (file: string) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(refuseDescription)}`,
        fileURLToPath(import.meta.resolve(file)),
      ],
      { encoding: 'utf8' },
    )
  assert.equal(load('./rules.ts').stderr, '')
  assert.match(load('./check.ts').stderr, /zod\/mini was loaded/)
})
