import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../../testing/app.ts'
import { type Answer, as, sendJson } from '../../../testing/http.ts'
import { secretKey } from '../../../testing/supabase/signing-key.ts'
import { SupabaseProject } from '../../../testing/supabase/supabase.ts'
import { until } from '../../../testing/until.ts'

const { demo_owner: OWNER, demo_member: MEMBER } = DEMO.people
const SETTINGS = `/api/dashboard/settings/${DEMO.guild}`

describe('people who sign in at Supabase', async () => {
  const project: SupabaseProject = await new SupabaseProject(() => app.clock.now()).start()
  const app = await startApp({ roles: ['api'], environment: project.environment })
  after(async () => {
    await app[Symbol.asyncDispose]()
    await project[Symbol.asyncDispose]()
  })
  const ask = (path: string, token: string, headers: Record<string, string> = {}): Promise<Answer> =>
    sendJson(`${app.alphapy.apiUrl}${path}`, 'GET', undefined, { authorization: `Bearer ${token}`, ...headers })
  /** Somebody whose profile names this Discord user. */
  const subjectOf = (discordId: unknown) => {
    const subject = randomUUID()
    project.setProfile(subject, discordId)
    return subject
  }

  test('are the Discord users of their profiles', async () => {
    const made = await app.send(OWNER, 'POST', '/api/reminders', {
      name: 'Tea',
      channel_id: DEMO.channels.general,
      time: '09:00',
    })
    assert.equal(made.status, 200)
    for (const id of [OWNER, BigInt(OWNER)]) {
      const token = project.token({ subject: subjectOf(id) })
      const answer = await ask(`/api/reminders/${OWNER}`, token)
      assert.deepEqual([answer.status, answer.json.length], [200, 1])
      assert.equal((await ask(`/api/reminders/${MEMBER}`, token)).status, 403)
    }
  })

  test('administer what they administer on Discord, and nothing else', async () => {
    assert.equal((await ask(SETTINGS, project.token({ subject: subjectOf(OWNER) }))).status, 200)
    const refused = await ask(SETTINGS, project.token({ subject: subjectOf(MEMBER) }))
    assert.deepEqual([refused.status, refused.json.detail], [403, 'You do not have admin access to this guild.'])
  })

  test('S-05: become nobody else by what they write about themselves', async () => {
    const forged = { provider_id: OWNER, sub: OWNER, discord_id: OWNER }
    const claims = {
      user_metadata: forged,
      discord_id: OWNER,
      app_metadata: { provider: 'discord', provider_id: OWNER },
    }
    const unlinked = await ask(SETTINGS, project.token({ claims }))
    assert.equal(unlinked.status, 403)
    assert.match(unlinked.json.detail, /^No Discord account linked to your profile\./)
    const member = await ask(SETTINGS, project.token({ subject: subjectOf(MEMBER), claims }))
    assert.deepEqual([member.status, member.json.detail], [403, 'You do not have admin access to this guild.'])
  })

  test('are told when their profile names no Discord user', async () => {
    const answer = await ask(SETTINGS, project.token({ subject: subjectOf('somebody') }))
    assert.deepEqual([answer.status, answer.json.detail], [403, 'Invalid Discord ID in profile.'])
  })

  test('S-03: are not let in by a key when their token does not verify', async () => {
    const subject = subjectOf(OWNER)
    const now = Math.floor(app.clock.now().epochMilliseconds / 1000)
    const bad = [
      project.token({ subject, claims: { exp: now - 60 } }),
      project.token({ subject, claims: { nbf: now + 60 } }),
      project.token({ subject, claims: { iss: 'https://evil.example' } }),
      project.token({ subject, claims: { aud: 'others' } }),
      project.token({ subject, claims: { role: 'service_role' } }),
      project.token({ subject, claims: { role: 'anon' } }),
      project.token({ subject, header: { kid: 'unknown' } }),
      project.token({ subject, key: secretKey('guessed') }),
      project.token({ subject, header: { alg: 'none' } }).replace(/[^.]*$/, ''),
      project.token({ subject, header: { padding: 'x'.repeat(8192) } }),
    ]
    for (const token of bad) {
      const answer = await ask(`/api/reminders/${OWNER}`, token, as(OWNER))
      assert.equal(answer.status, 401, token)
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer .*invalid_token/)
      assert.deepEqual(Object.keys(answer.json).sort(), ['code', 'detail', 'request_id'])
    }
  })

  test('R-32: wait for a Supabase that hangs no longer than it is given, and alone', async () => {
    const known = project.token({ subject: subjectOf(OWNER) })
    assert.equal((await ask(SETTINGS, known)).status, 200)
    project.profiles.fault = 'hang'
    let answered = 0
    const waiting = Array.from({ length: 20 }, async () => {
      const answer = await ask(SETTINGS, project.token({ subject: subjectOf(OWNER) }))
      answered += 1
      return answer
    })
    await until('the questions', () => project.profiles.hanging === 20)
    const others = await Promise.all([
      sendJson(`${app.alphapy.apiUrl}/status`, 'GET'),
      app.send(OWNER, 'GET', `/api/reminders/${OWNER}`),
      ask(SETTINGS, known),
    ])
    assert.equal(answered, 0)
    assert.deepEqual(
      others.map(({ status }) => status),
      [200, 200, 200],
    )
    for (const { status, headers } of await Promise.all(waiting))
      assert.deepEqual([status, headers.get('retry-after')], [503, '5'])
  })

  test('leave no key and no token in the log', () => {
    assert.ok(app.log.length > 0)
    for (const secret of [project.serviceRoleKey, project.secret, 'eyJ']) assert.ok(!app.log.join('').includes(secret))
  })
})
