import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { parseConfig } from '../../platform/config/config.ts'
import { startApp } from '../../testing/app.ts'
import { modelName } from './model-of-guild.ts'
import { statusReply } from './replies.ts'
import { missingVariable } from './status.ts'

const app = await startApp({ roles: ['gateway'] })
after(() => app[Symbol.asyncDispose]())
const { owner, member, simulator } = app

type Shown = Awaited<ReturnType<typeof member.slash>>
const described = (seen: Shown) => seen.embeds[0]?.description ?? ''
const FIGURES = {
  success_count: 0,
  error_count: 0,
  total_tokens_today: 0,
  average_latency_ms: 0,
  last_success_time: null,
  last_error_type: null,
}
const STATUS = { provider: 'grok', missing: null, isOn: true, model: 'grok-3', operatorModel: undefined }

describe('/gptstatus', () => {
  test('says which variable is missing and who can set it', async () => {
    const seen = await member.slash('gptstatus')
    assert.ok(seen.ephemeral)
    assert.match(described(seen), /^🔴 .*`GROK_API_KEY` is missing. Only whoever runs the bot can set it\./)
    member.speaks('nl')
    assert.match(described(await member.slash('gptstatus')), /`GROK_API_KEY` ontbreekt/)
    member.speaks('en-US')
  })

  test('shows the model of this server and of no other, as it was typed', async () => {
    await owner.slash('config set', { setting: 'gpt.model', value: 'my_*model* @everyone' })
    const models = async (seen: Promise<Shown>) => (await seen).embeds[0]?.fields?.[1]?.value
    assert.equal(await models(member.slash('gptstatus')), String.raw`my\_\*model\* @${'\u200b'}everyone`)
    const guest = simulator.person(DEMO.people.demo_guest)
    assert.equal(await models(guest.slash('gptstatus', {}, { guild: DEMO.otherGuild })), String.raw`grok\-3`)
  })

  test('asks for the key of the service that is used', () => {
    const missing = (variables: Record<string, string>) => missingVariable(parseConfig(variables).languageModel)
    assert.equal(missing({ GROK_API_KEY: 'key' }), null)
    assert.equal(missing({ GROK_API_KEY: 'key', LLM_PROVIDER: 'openai' }), 'OPENAI_API_KEY')
    assert.equal(missing({ OPENAI_API_KEY: 'key', LLM_PROVIDER: 'openai' }), null)
    assert.equal(missing({ OPENAI_API_KEY: 'key' }), 'GROK_API_KEY')
  })

  test('asks for no key where the operator names a service of his own', () => {
    const config = parseConfig({ LLM_BASE_URL: 'http://127.0.0.1:11434/v1' })
    assert.equal(missingVariable(config.languageModel), null)
  })

  test('names the model that answers: of the server, else of the operator, else what is usual for the service', () => {
    const named = (variables: Record<string, string>, ofGuild = 'grok-3') =>
      modelName(parseConfig(variables).languageModel, ofGuild)
    assert.equal(named({}), 'grok-3')
    assert.equal(named({ LLM_MODEL: 'llama3' }), 'llama3')
    assert.equal(named({ LLM_MODEL: 'llama3' }, 'ours'), 'ours')
    assert.equal(named({ LLM_PROVIDER: 'openai' }), 'gpt-4.1-mini')
  })

  test('tells what the model did today, and that it is turned off', () => {
    const [embed] = statusReply({ ...STATUS, figures: FIGURES }, 'en').embeds ?? []
    assert.equal(embed?.description, '🟢 A language model is set up.')
    assert.equal(embed?.fields?.at(-1)?.value, 'nothing was asked')
    const busy = {
      ...FIGURES,
      success_count: 1,
      error_count: 2,
      total_tokens_today: 345,
      average_latency_ms: 12.4,
      last_success_time: '2027-03-01T12:00:00Z',
      last_error_type: 'rate_limit',
    }
    const [used] = statusReply({ ...STATUS, isOn: false, figures: busy }, 'en').embeds ?? []
    assert.match(used?.description ?? '', /^⚪ .* turned off in this server/)
    const today = '1 answer, 2 failures, 345 tokens, answers take 12 ms on average'
    assert.equal(used?.fields?.at(-1)?.value, `${today}\nLast answer: <t:1803902400:R>\nLast failure: rate\\_limit`)
  })
})
