/** A language model that hangs holds up nobody but whoever asked it, and them no longer than its time. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { startModelServer } from '../testing/model-server.ts'
import { until } from '../testing/until.ts'

/** Longer than everybody else needs on a busy machine. */
const TIMEOUT_SECONDS = 15
/** More than the program has connections to its database. */
const ASKING = 14

const server = await startModelServer()
const app = await startApp({
  environment: { LLM_BASE_URL: server.url, LLM_TIMEOUT_SECONDS: String(TIMEOUT_SECONDS) },
})
after(async () => {
  await app[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})
const { member, owner, simulator } = app
const OWNER = DEMO.people.demo_owner
const faq = `${app.alphapy.apiUrl}/api/dashboard/${DEMO.guild}/faq`
const ENTRY = { title: 'When do we raid?', summary: 'On Fridays.' }
assert.equal((await sendJson(faq, 'POST', ENTRY, await app.signIn(OWNER))).status, 200)

function newcomer(number: number) {
  const person = simulator.person(simulator.createUser({ username: `asker${number}` }).id)
  person.speaks('en-US')
  person.join(DEMO.guild)
  return person
}

describe('while the language model hangs', () => {
  test('other commands and the API answer before those who asked it, and those are answered in words', async () => {
    server.answers('hang')
    let answered = 0
    const begunAt = performance.now()
    const asking = Array.from({ length: ASKING }, async (_, at) => {
      const seen = await (await newcomer(at).slash('ask', { question: 'When do we raid?' })).settled()
      answered += 1
      return { content: seen.content, ms: performance.now() - begunAt }
    })
    await until('as many questions as are asked at once', () => server.asked.length === 4)
    const found = await member.slash('faq search', { query: 'raid' })
    assert.match(found.embeds[0]?.description ?? '', /When do we raid/)
    const tea = { name: 'Tea', when: 'tomorrow at 9:00' }
    assert.match(JSON.stringify((await member.slash('add_reminder', tea)).embeds), /Tea/)
    assert.match(JSON.stringify((await owner.slash('gptstatus')).embeds), /set up/)
    assert.equal((await app.send(OWNER, 'GET', '/api/health')).status, 200)
    assert.equal(answered, 0)
    for (const { content, ms } of await Promise.all(asking)) {
      assert.match(content, /⚠️ The language model did not answer in time\. Nothing was lost; try again\./)
      // Those who wait for others wait no longer: one after another they would need four times as long.
      assert.ok(ms < 2.5 * TIMEOUT_SECONDS * 1000, `${ms} ms`)
    }
  })
})
