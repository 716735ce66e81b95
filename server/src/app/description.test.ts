import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { apiDescription } from './description.ts'

interface Content {
  readonly content?: { readonly 'application/json'?: object }
}
interface Operation {
  readonly operationId: string
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

describe('the description of the whole API', async () => {
  const document = JSON.parse(JSON.stringify(await apiDescription()))
  const operations: Operation[] = Object.values<Record<string, Operation>>(document.paths).flatMap(Object.values)

  test('shows an example of everything that is sent and answered', () => {
    const without = operations.flatMap(({ operationId, requestBody, responses }) =>
      [requestBody, responses[200]]
        .map((part) => part?.content?.['application/json'])
        .filter((json) => json && !JSON.stringify(json).includes('"example'))
        .map(() => operationId),
    )
    assert.deepEqual(without, [])
  })

  test('names each operation once', () => {
    const ids = operations.map(({ operationId }) => operationId)
    assert.deepEqual([...new Set(ids)], ids)
    assert.ok(ids.length > 40)
  })
})
