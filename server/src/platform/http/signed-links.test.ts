import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { Type } from 'typebox'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { startHttp } from '../../testing/http.ts'
import { signingKeys } from '../signing/signing-keys.ts'
import { linkSubjectOf } from './guards.ts'
import type { Http } from './http.ts'
import type { Limits } from './limits.ts'
import { signedLinks } from './signed-links.ts'

const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
const { db, ...database } = await testDatabase()
/** As a process makes them when it starts. */
const links = (publicUrl?: string) =>
  signedLinks({
    signingKeys: signingKeys({ db, clock, notices: { on: () => undefined } }),
    clock,
    publicUrl,
    host: '0.0.0.0',
    port: 8000,
  })
const about = { summary: 'A page', tags: ['test'], response: { 200: Type.Object({ subject: Type.String() }) } }
const route = (http: Http) =>
  void http.get(
    '/pages/:id',
    { config: { access: 'signed_link', limit: 'dashboard' }, schema: { ...about, operationId: 'page' } },
    async (request) => ({ subject: linkSubjectOf(request) }),
  )
const server = await startHttp(route, { signedLinks: links() })
after(async () => {
  await server[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})

const ask = (link: string) => server.send('GET', link.replace(/^https?:\/\/[^/]+/, ''))
const inAnHour = () => clock.now().add({ hours: 1 })
const linkTo = (path: string, subject = 'transcript:7') => links().link(path, { expiresAt: inAnHour(), subject })
const changed = (link: string, name: string, value: string) => {
  const url = new URL(link)
  url.searchParams.set(name, value)
  return url.href
}

describe('a signed link', () => {
  test('opens its page in every process, and after a restart, and is kept by no cache', async () => {
    const answer = await ask(await linkTo('/pages/7'))
    assert.deepEqual([answer.status, answer.json], [200, { subject: 'transcript:7' }])
    assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
    await using another = await startHttp(route, { signedLinks: links() })
    const { pathname, search } = new URL(await linkTo('/pages/7'))
    assert.equal((await another.send('GET', pathname + search)).status, 200)
  })

  test('opens no other page, is for no other subject and lasts no longer than was signed', async () => {
    const link = await linkTo('/pages/7')
    const forged = [
      '/pages/7',
      link.replace('/pages/7', '/pages/8'),
      link.replace('/pages/7', '/pages/%37'),
      changed(link, 'subject', 'transcript:8'),
      changed(link, 'expires', String(inAnHour().add({ hours: 1 }).epochMilliseconds / 1000)),
      changed(link, 'signature', `${new URL(link).searchParams.get('signature')?.replace(/^./, 'x')}`),
      changed(link, 'signature', ''),
      changed(link, 'key', 'unknown'),
      changed(link, 'key', '\0'),
    ]
    for (const one of forged) {
      const { status, json } = await ask(one)
      assert.deepEqual([status, json.code, json.detail], [403, 'http.link_not_valid', 'This link is not valid.'], one)
    }
  })

  test('ends when it says', async () => {
    const link = await linkTo('/pages/7')
    await clock.advance({ minutes: 59, seconds: 59 })
    assert.equal((await ask(link)).status, 200)
    await clock.advance({ seconds: 1 })
    const { status, json } = await ask(link)
    assert.deepEqual([status, json.detail], [403, 'This link has expired.'])
  })

  test('bears the address where people reach the server', async () => {
    assert.match(await linkTo('/pages/7'), /^http:\/\/localhost:8000\/pages\/7\?subject=/)
    const link = await links('https://desk.example.com/').link('/pages/7', { expiresAt: inAnHour(), subject: 'a b&c' })
    assert.match(link, /^https:\/\/desk\.example\.com\/pages\/7\?/)
    assert.equal((await ask(link)).json.subject, 'a b&c')
    await assert.rejects(links().link('/pages/7?x=1', { expiresAt: inAnHour(), subject: '' }), /without a query/)
  })

  test('is counted by the address of the client before it is looked at', async () => {
    const holders: string[] = []
    const limits: Limits = {
      look: () => null,
      spend(name, holder) {
        holders.push(`${name} ${holder}`)
        return { name, perMinute: 1, isAllowed: false, remaining: 0, secondsUntilFull: 60, secondsUntilOne: 60 }
      },
    }
    await using limited = await startHttp(route, { signedLinks: links(), limits })
    assert.equal((await limited.send('GET', '/pages/7')).status, 429)
    assert.deepEqual(holders, ['dashboard-read 127.0.0.1'])
  })
})

test('a route for signed links that is not limited, or that writes, is refused at the start', async () => {
  const schema = { ...about, operationId: 'page' }
  const unlimited = (http: Http) =>
    void http.get('/p', { config: { access: 'signed_link', limit: 'none' }, schema }, async () => ({ subject: '' }))
  await assert.rejects(startHttp(unlimited), /must declare config\.limit/)
  const writing = (http: Http) =>
    void http.post('/p', { config: { access: 'signed_link', limit: 'exports' }, schema }, async () => ({ subject: '' }))
  await assert.rejects(startHttp(writing), /changes nothing/)
})
