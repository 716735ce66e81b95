import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { parseConfig } from '../../platform/config/config.ts'
import { servicesOf } from '../../platform/language-model/services.ts'
import { startApp } from '../../testing/app.ts'
import { chosenModel } from './model-of-guild.ts'
import { statusReply } from './replies.ts'
import { type ModelStatus, missingVariable } from './status.ts'

const app = await startApp({ roles: ['gateway'] })
after(() => app[Symbol.asyncDispose]())
const { owner, member, simulator } = app

type Shown = Awaited<ReturnType<typeof member.slash>>
const described = (seen: Shown) => seen.embeds[0]?.description ?? ''
const AT = Temporal.Instant.from('2027-03-01T12:00:00Z')
const LIMITS = { tokens: 0, nanoDollars: 0, memberQuestions: 0, warnAtPercent: 80 }
const TODAY = { answers: 0, failures: 0, tokens: 0, averageLatencyMs: 0, lastAnswerAt: null, lastFailure: null }
const STATUS: ModelStatus = {
  provider: 'grok',
  second: undefined,
  missing: null,
  isOn: true,
  model: 'grok-3',
  operatorModel: undefined,
  today: TODAY,
  budget: { spent: { tokens: 0, nanoDollars: 0 }, limits: LIMITS, resetsAt: AT },
  ownQuestions: 0,
}

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
    const named = (variables: Record<string, string>, ofGuild = 'grok-3') => {
      const [service] = servicesOf(parseConfig({ GROK_API_KEY: 'k', OPENAI_API_KEY: 'k', ...variables }).languageModel)
      return chosenModel(ofGuild) ?? service?.model
    }
    assert.equal(named({}), 'grok-3')
    assert.equal(named({ LLM_MODEL: 'llama3' }), 'llama3')
    assert.equal(named({ LLM_MODEL: 'llama3' }, 'ours'), 'ours')
    assert.equal(named({ LLM_PROVIDER: 'openai' }), 'gpt-4.1-mini')
  })

  test('tells what the model did today, and that it is turned off', () => {
    const [embed] = statusReply(STATUS, 'en').embeds ?? []
    assert.equal(embed?.description, '🟢 A language model is set up.')
    assert.equal(embed?.fields?.at(-1)?.value, 'nothing was asked')
    const today = {
      answers: 1,
      failures: 2,
      tokens: 345,
      averageLatencyMs: 12,
      lastAnswerAt: AT,
      lastFailure: 'rate_limited',
    }
    const [used] = statusReply({ ...STATUS, isOn: false, today }, 'en').embeds ?? []
    assert.match(used?.description ?? '', /^⚪ .* turned off in this server/)
    const counts = '1 answer, 2 failures, 345 tokens, calls take 12 ms on average'
    assert.equal(used?.fields?.at(-1)?.value, `${counts}\nLast answer: <t:1803902400:R>\nLast failure: rate\\_limited`)
  })

  test("tells today's budget and one's own quota, where there are any", () => {
    const shown = (more: Partial<typeof LIMITS>, language: 'en' | 'nl' = 'en') => {
      const budget = {
        spent: { tokens: 12_345, nanoDollars: 1_250_000_000 },
        limits: { ...LIMITS, ...more },
        resetsAt: AT,
      }
      const [embed] = statusReply({ ...STATUS, budget, ownQuestions: 3 }, language).embeds ?? []
      return embed?.fields?.map(({ name, value }) => `${name}: ${value}`).join('\n') ?? ''
    }
    assert.match(shown({}), /Budget of today: no limit\nToday/)
    assert.match(shown({ tokens: 100_000 }), /12,345 of 100,000 tokens\nIt starts anew <t:1803902400:R>/)
    assert.match(shown({ nanoDollars: 2e9 }), /1\.25 of 2\.00 US dollars/)
    assert.match(
      shown({ tokens: 100_000, memberQuestions: 10 }, 'nl'),
      /12\.345 van 100\.000 tokens\n(.*\n)*.*vandaag: 3 van 10/,
    )
  })
})
