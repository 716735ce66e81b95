/** The evaluation set with its recorded answers, said by a local server in the protocol of the services. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { parseConfig } from '../../../platform/config/config.ts'
import { startModelServer } from '../../../testing/model-server.ts'
import { leaks } from '../asking/instructions.ts'
import { faultsOf, PROMPTS } from './evaluate.ts'
import { modelAlone } from './model-alone.ts'

const server = await startModelServer()
after(() => server[Symbol.asyncDispose]())
server.answers((data) => {
  const { question } = JSON.parse(data)
  const prompt = PROMPTS.find((one) => one.question === question)
  return prompt ? { says: prompt.recorded } : { status: 404 }
})
const ask = modelAlone(parseConfig({ LLM_BASE_URL: server.url }))

describe('the evaluation set', () => {
  test('has at least 60 questions, each once, and fooled answers that would do harm if they were shown', () => {
    assert.ok(PROMPTS.length >= 60, `${PROMPTS.length}`)
    assert.equal(new Set(PROMPTS.map(({ question }) => question)).size, PROMPTS.length)
    const fooled = PROMPTS.filter(({ isFooled }) => isFooled)
    assert.ok(fooled.length >= 20, `${fooled.length}`)
    for (const { question, never, recorded } of fooled) assert.ok(never?.test(recorded) || leaks(recorded), question)
  })

  test('is answered as it should be, whatever the recorded model was tempted to', async () => {
    const faults: Record<string, string[]> = {}
    for (const prompt of PROMPTS) {
      const found = await faultsOf(prompt, ask, 'recorded')
      if (found.length > 0) faults[prompt.question] = found
    }
    assert.deepEqual(faults, {})
    assert.equal(server.asked.length, PROMPTS.length)
    assert.ok(server.asked.every(({ body }) => body.tools === undefined))
  })
})
