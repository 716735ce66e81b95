/** A program without a key for any language model: everything works, and whatever would use one says what is missing. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAnnouncing } from '../testing/announcements.ts'
import { sendJson } from '../testing/http.ts'

const app = await startAnnouncing({})
after(() => app[Symbol.asyncDispose]())
const { db, admin, simulator } = app
const member = simulator.person(DEMO.people.demo_member)
const headers = await app.signIn(DEMO.people.demo_owner)
const path = `${app.alphapy.apiUrl}/api/dashboard/${DEMO.guild}`
const RAIDS = '# Raids\n\nWe raid on Fridays. See [the list](https://raids.example/list).'
const ENTRY = { title: 'How do I get the blue colour?', summary: 'Ask for it in #colours, @everyone.' }
for (const [where, body] of [
  ['knowledge', { name: 'Handbook', markdown: RAIDS }],
  ['faq', ENTRY],
] as const) {
  const { status, text } = await sendJson(`${path}/${where}`, 'POST', body, headers)
  assert.equal(status, 200, text)
}

describe('without a language model', () => {
  test('/ask says so, and shows what was found on the question', async () => {
    const seen = await (await member.slash('ask', { question: 'When do we raid?' })).settled()
    assert.ok(seen.ephemeral)
    assert.equal(
      seen.content,
      '> When do we raid?\n\nNo language model is set up for this bot; whoever runs it can change that (`/gptstatus`). ' +
        'Everything else works without.\n\n**Handbook › Raids**\n> We raid on Fridays. See [the list] ' +
        '(`https://raids.example/list`).\n\nTry it in other words, or ask the staff with `/ticket`.',
    )
    assert.deepEqual(seen.components, [])
    member.speaks('nl')
    const dutch = await (await member.slash('ask', { question: 'How do I get the blue colour?' })).settled()
    member.speaks('en-US')
    assert.match(dutch.content, /Voor deze bot is geen taalmodel ingesteld/)
    assert.match(
      dutch.content,
      /\*\*FAQ #1 · How do I get the blue colour\?\*\*\n> Ask for it in #colours, @\u200beveryone\./,
    )
  })

  test('/ask is no error, and nothing is kept of it', async () => {
    for (const table of ['model_calls', 'failed_questions'] as const)
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [])
    const { json } = await app.send(DEMO.people.demo_owner, 'GET', '/api/dashboard/metrics')
    assert.equal(json.gpt.error_count, 0)
  })

  test('an unclear announcement is asked about all the same, and /debug_parse_embed says what is missing', async () => {
    app.announce('Senate', 'On 15/03/2027, half an hour before eight in the evening, at the Forum')
    const asked = await app.question('Senate')
    assert.match(JSON.stringify(asked.embeds), /names no time of day/)
    const seen = await admin.slash('debug_parse_embed', {}, { channel: app.news })
    assert.match(JSON.stringify(seen.embeds), /not asked: none is set up \(`\/gptstatus`\)/)
  })
})
