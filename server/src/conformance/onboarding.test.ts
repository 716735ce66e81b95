/** Of the chapter "Dashboard Configuration Endpoints" of the API reference 2.4.0: onboarding. */
import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { assertShape } from '../testing/shape.ts'

const { demo_owner: OWNER, demo_member: MEMBER } = DEMO.people
const PATH = `/api/dashboard/${DEMO.guild}/onboarding`

const app = await startApp({ roles: ['api'] })
after(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  await app.db.deleteFrom('onboarding_questions').execute()
  await app.db.deleteFrom('onboarding_rules').execute()
})

const signedIn = await app.signIn(OWNER)
const send = (method: string, path: string, body?: unknown, headers = signedIn) =>
  sendJson(`${app.alphapy.apiUrl}${PATH}${path}`, method, body, headers)

const QUESTIONS = `[
{
"id": 1,
"question": "What is your trading experience?",
"question_type": "select",
"options": [{"label": "Beginner", "value": "beginner"}],
"required": true,
"enabled": true,
"step_order": 1
}
]`
const RULES = `[
{
"id": 1,
"title": "Be Respectful",
"description": "Treat all members with respect",
"thumbnail_url": "https://example.com/thumb.png",
"image_url": "https://example.com/image.png",
"enabled": true,
"rule_order": 1
}
]`
const LISTS = [
  { path: '/questions', sample: QUESTIONS, one: 'Question' },
  { path: '/rules', sample: RULES, one: 'Rule' },
]
const SAVED = '{"success": true, "message": "Question saved successfully", "id": 1}'
const DONE = '{"success": true, "message": "Order updated successfully"}'
const said = (sample: string, message: string) => JSON.stringify({ ...JSON.parse(sample), message })

for (const { path, sample, one } of LISTS) {
  const [{ id: _, ...item }] = JSON.parse(sample)
  const add = async (): Promise<number> => (await send('POST', path, item)).json.id

  describe(`${PATH}${path}`.replace(DEMO.guild, '{guild_id}'), () => {
    test(`${one === 'Question' ? 'R-03: ' : ''}GET answers as shown`, async () => {
      await add()
      const fields = Object.keys(item).map((field) => `[].${field}`)
      assertShape(await send('GET', path), sample, { verbatim: fields })
    })

    test('POST takes the structure that GET answers, to save and to update', async () => {
      const saved = said(SAVED, `${one} saved successfully`)
      assertShape(await send('POST', path, item), saved, { verbatim: ['success', 'message'] })
      const [listed] = (await send('GET', path)).json
      assertShape(await send('POST', path, { ...listed, enabled: false }), saved, { verbatim: ['success', 'message'] })
      assert.deepEqual((await send('GET', path)).json, [{ ...listed, enabled: false }])
    })

    test('DELETE deletes by id', async () => {
      const id = await add()
      const deleted = said(DONE, `${one} deleted successfully`)
      assertShape(await send('DELETE', `${path}/${id}`), deleted, { verbatim: ['success', 'message'] })
      assert.deepEqual((await send('GET', path)).json, [])
      const again = await send('DELETE', `${path}/${id}`)
      assert.deepEqual([again.status, again.json.detail], [404, `${one} not found`])
    })

    test('needs the token of an admin of the guild', async () => {
      const member = await app.signIn(MEMBER)
      for (const [method, target, body] of [
        ['GET', path],
        ['POST', path, item],
        ['DELETE', `${path}/1`],
      ] as const) {
        assert.equal((await send(method, target, body, {})).status, 401, method)
        assert.equal((await send(method, target, body, member)).status, 403, method)
      }
    })
  })
}

describe('rules', () => {
  test('need neither thumbnail_url nor image_url', async () => {
    const [{ title, description }] = JSON.parse(RULES)
    assert.equal((await send('POST', '/rules', { title, description })).status, 200)
    assertShape(await send('GET', '/rules'), RULES, { nullable: ['[].thumbnail_url', '[].image_url'] })
  })
})

describe('POST /api/dashboard/{guild_id}/onboarding/reorder', () => {
  const BODY = `{
"questions": [1, 3, 2],
"rules": [2, 1]
}`

  test('takes the body that is shown, its numbers being ids', async () => {
    const shown: Record<string, readonly number[]> = JSON.parse(BODY)
    const wished: Record<string, readonly unknown[]> = {}
    for (const { path, sample } of LISTS) {
      const [{ id: _, ...item }] = JSON.parse(sample)
      const places = shown[path.slice(1)] ?? []
      const ids: number[] = []
      for (const _place of places)
        ids.push((await send('POST', path, { ...item, step_order: undefined, rule_order: undefined })).json.id)
      wished[path.slice(1)] = places.map((place) => ids[place - 1])
    }
    assertShape(await send('POST', '/reorder', wished), DONE, { verbatim: ['success', 'message'] })
    for (const list of ['questions', 'rules']) {
      const listed = (await send('GET', `/${list}`)).json
      assert.deepEqual(
        listed.map(({ id }: { id: number }) => id),
        wished[list],
      )
    }
  })

  test('needs the token of an admin of the guild', async () => {
    assert.equal((await send('POST', '/reorder', BODY, {})).status, 401)
    assert.equal((await send('POST', '/reorder', BODY, await app.signIn(MEMBER))).status, 403)
  })
})
