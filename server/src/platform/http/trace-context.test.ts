import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Type } from 'typebox'
import { startHttp } from '../../testing/http.ts'
import { traceOf } from './trace-context.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const PARENT = '00f067aa0ba902b7'

describe('traceparent', () => {
  const read: readonly (readonly [header: unknown, isRead: boolean])[] = [
    [`00-${TRACE}-${PARENT}-01`, true],
    [`00-${TRACE}-${PARENT}-00`, true],
    [`cc-${TRACE}-${PARENT}-01-what-the-future-adds`, true],
    [`00-${TRACE}-${PARENT}-01-more`, false],
    [`ff-${TRACE}-${PARENT}-01`, false],
    [`00-${'0'.repeat(32)}-${PARENT}-01`, false],
    [`00-${TRACE}-${'0'.repeat(16)}-01`, false],
    [`00-${TRACE.toUpperCase()}-${PARENT}-01`, false],
    [`${TRACE}-${PARENT}`, false],
    [undefined, false],
  ]
  for (const [header, isRead] of read)
    test(`${header} is ${isRead ? 'read' : 'as good as none'}`, () => {
      assert.deepEqual(traceOf(header), isRead ? { trace_id: TRACE, parent_id: PARENT } : null)
    })

  test('is in the log of the request that carries it, and only there', async () => {
    const schema = { operationId: 'open', summary: 'Open', tags: ['test'], response: { 200: Type.Object({}) } }
    await using server = await startHttp((http) => {
      http.get('/open', { config: { access: 'public', limit: 'none' }, schema }, async () => ({}))
    })
    await server.send('GET', '/open', { headers: { traceparent: `00-${TRACE}-${PARENT}-01` } })
    await server.send('GET', '/open')
    const answered = server.log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered')
    assert.deepEqual(
      answered.map(({ trace_id, parent_id }) => [trace_id, parent_id]),
      [
        [TRACE, PARENT],
        [undefined, undefined],
      ],
    )
  })
})
