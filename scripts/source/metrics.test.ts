import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measure } from './metrics.ts'
import { parseModule } from './modules.ts'

const of = (text: string) => measure(parseModule('server/src/kernel/ids.ts', text))

test('lines of code hold more than comment and space', () => {
  const { lines, codeLines, commentLines } = of(
    '/** one\n * two */\nconst a = 1 // three\n\n// four\nconst b = `\n  // text`\n// five\n',
  )
  assert.deepEqual({ lines, codeLines, commentLines }, { lines: 8, codeLines: 3, commentLines: 5 })
})

test('a function has the lines of code between its braces, and so has each within it', () => {
  const { functions } = of(
    'function a() {\n\n  // why\n  const b = () => {\n    return 1\n  }\n  return b\n}\nconst c = () => 1',
  )
  assert.deepEqual(functions, [
    { lines: 4, at: 'server/src/kernel/ids.ts:1' },
    { lines: 1, at: 'server/src/kernel/ids.ts:4' },
  ])
})

test('casts are as, angle brackets and !, not as const, satisfies or generics', () => {
  assert.equal(of('x as A; <A>x; x!; x as const; x satisfies A; f<A>(x)').casts, 3)
})

test('any is counted as a type, not as a word', () => {
  assert.deepEqual(of('const any = 1\nlet a: any[]').anys, ['server/src/kernel/ids.ts:2'])
})

test('an open end is one in a comment, not in a text', () => {
  const word = 'TO' + 'DO'
  assert.deepEqual(of(`const a = '${word}'\n/* ${word}: more */`).openEnds, ['server/src/kernel/ids.ts:2'])
})

test('try is counted, using is not', () => {
  assert.equal(of('try { a() } finally { b() }\n{ using c = d() }').tries, 1)
})
