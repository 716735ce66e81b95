import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { alphapyClient } from '@alphapy/client'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { API_KEY } from '../testing/http.ts'

const OWNER = DEMO.people.demo_owner

describe('the typed client', async () => {
  const app = await startApp({ roles: ['api'] })
  after(() => app[Symbol.asyncDispose]())
  const sent: Request[] = []
  const api = alphapyClient({
    baseUrl: app.alphapy.apiUrl ?? '',
    credentials: { apiKey: API_KEY, userId: OWNER },
    fetch: (request) => {
      sent.push(request.clone())
      return fetch(request)
    },
  })
  const body = { name: 'Tea', channel_id: DEMO.channels.general, time: '09:00', days: ['0' as const] }

  test('sends and reads ids as strings with all digits', async () => {
    const { data } = await api.POST('/api/reminders', { body })
    assert.equal(data?.reminder.channel_id, DEMO.channels.general)
    const list = await api.GET('/api/reminders/{user_id}', { params: { path: { user_id: OWNER } } })
    assert.deepEqual(
      list.data?.map(({ id, guild_id }) => [id, guild_id]),
      [[data?.id, DEMO.guild]],
    )
  })

  test('does nothing twice when the same request is sent again', async () => {
    await api.POST('/api/reminders', { body: { ...body, name: 'Once' } })
    const again = sent.at(-1)
    assert.ok(again)
    const answer = await fetch(again)
    assert.deepEqual([answer.status, answer.headers.get('idempotent-replay')], [200, 'true'])
    const { data = [] } = await api.GET('/api/reminders/{user_id}', { params: { path: { user_id: OWNER } } })
    assert.equal(data.filter(({ name }) => name === 'Once').length, 1)
  })

  test('tells a refusal with its sentence', async () => {
    const { error, response } = await api.POST('/api/reminders', { body: { ...body, name: '' } })
    assert.deepEqual([response.status, error?.detail], [400, 'name must be text of 1 to 100 characters.'])
  })
})
