import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { agree, Browser } from '../../testing/browser.ts'
import { sendJson } from '../../testing/http.ts'
import { SupabaseProject } from '../../testing/supabase/supabase.ts'
import { until } from '../../testing/until.ts'

const { demo_owner: OWNER, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people
const project = await new SupabaseProject(() => app.clock.now()).start()
const app = await startApp({ roles: ['api'], environment: project.environment })
const origin = app.alphapy.apiUrl ?? ''
after(async () => {
  await app[Symbol.asyncDispose]()
  await project[Symbol.asyncDispose]()
})

/** Somebody who signed in at Supabase, with his browser. */
function person(subject: string = randomUUID()) {
  const browser = new Browser(origin)
  const authorization = `Bearer ${project.token({ subject })}`
  const ask = (method: string, path: string, at = origin) =>
    sendJson(`${at}${path}`, method, undefined, { authorization })
  return {
    subject,
    browser,
    ask,
    userId: async (at = origin) => (await ask('GET', '/api/auth/me', at)).json.user_id,
    async page(): Promise<string> {
      const response = await browser.open('/api/auth/link?return_to=/docs', {
        method: 'POST',
        headers: { authorization },
      })
      return JSON.parse(await response.text()).url
    },
  }
}

describe('linking a Discord account to one of Supabase', () => {
  test('opens what was refused before, until it is taken away', async () => {
    const { ask, page, browser, userId } = person()
    const refused = await ask('GET', `/api/reminders/${OWNER}`)
    assert.equal(refused.status, 403)
    assert.match(
      refused.json.detail,
      /^No Discord account linked to your profile\. Link one with POST \/api\/auth\/link/,
    )
    assert.equal(await userId(), null)

    const response = await browser.open(await agree(await page(), OWNER))
    assert.equal(response.headers.get('location'), '/docs')
    assert.equal(browser.cookies.has('alphapy_session'), false)
    assert.equal(await userId(), OWNER)
    assert.equal((await ask('GET', `/api/reminders/${OWNER}`)).status, 200)

    const another = await app.startAnother()
    assert.equal(await userId(another), OWNER)
    assert.equal((await ask('DELETE', '/api/auth/link')).status, 200)
    assert.equal(await userId(), null)
    await until('the other process to know', async () => (await userId(another)) === null)
    assert.equal((await ask('DELETE', '/api/auth/link')).status, 404)
  })

  test('goes before the profile of Supabase', async () => {
    const { subject, page, browser, userId } = person()
    project.setProfile(subject, GUEST)
    assert.equal(await userId(), GUEST)
    await browser.open(await agree(await page(), OWNER))
    assert.equal(await userId(), OWNER)
  })

  test('replaces no other link silently', async () => {
    const { page, browser, userId } = person()
    await browser.open(await agree(await page(), OWNER))
    assert.equal((await browser.open(await agree(await page(), OWNER))).status, 302)
    const response = await browser.open(await agree(await page(), MEMBER))
    assert.equal(response.status, 409)
    assert.match(await response.text(), /DELETE \/api\/auth\/link/)
    assert.equal(await userId(), OWNER)
  })

  test('is completed by the browser that began it: nobody is brought to link his account to somebody else', async () => {
    const attacker = person()
    const back = await agree(await attacker.page(), OWNER)
    for (const victim of [new Browser(origin), person().browser]) assert.equal((await victim.open(back)).status, 400)
    assert.equal(await attacker.userId(), null)
  })

  test('is for people of Supabase: whoever signed in with Discord is linked', async () => {
    const headers = await app.signIn(OWNER)
    for (const method of ['POST', 'DELETE']) {
      const { status, json } = await sendJson(`${origin}/api/auth/link`, method, undefined, headers)
      assert.deepEqual([status, json.code], [400, 'auth.nothing_to_link'])
    }
  })

  test('gives no right to the sessions that Discord’s own sign-in made, but ends them all', async () => {
    const own = await app.signIn(GUEST)
    const { ask, page, browser } = person()
    await browser.open(await agree(await page(), GUEST))
    assert.equal((await ask('POST', '/api/auth/token')).status, 403)
    assert.equal((await ask('POST', '/api/auth/sign-out')).status, 400)
    assert.equal((await ask('GET', '/api/auth/sessions')).json.length, 1)
    assert.deepEqual((await ask('POST', '/api/auth/sign-out-everywhere')).json, { success: true, sessions_ended: 1 })
    assert.equal((await sendJson(`${origin}/api/auth/me`, 'GET', undefined, own)).status, 401)
  })

  test('a subject of ours that Supabase would sign for is nobody of ours', async () => {
    const { json } = await sendJson(`${origin}/api/auth/me`, 'GET', undefined, await app.signIn(OWNER))
    assert.equal(await person(json.subject).userId(), null)
  })
})
