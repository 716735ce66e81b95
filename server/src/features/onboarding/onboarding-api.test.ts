import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { pino } from 'pino'
import { UserId } from '../../kernel/ids.ts'
import { connectDatabase, type Db } from '../../platform/database/connect.ts'
import { type Authentication, Unauthenticated } from '../../platform/http/caller.ts'
import { idempotency } from '../../platform/http/idempotency.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { sendJson, startHttp } from '../../testing/http.ts'
import { onboardingRoutes } from './routes.ts'
import { onboardingService } from './service.ts'

/** They differ in the last of 19 digits, which a JSON number of 53 bits does not have. */
const [GUILD, OTHER_GUILD] = ['1100000000000000001', '1100000000000000002']
const [ADMIN, OTHER_ADMIN, MEMBER] = ['1100000000000000101', '1100000000000000105', '1100000000000000104']
const ADMIN_OF: Readonly<Record<string, string>> = { [ADMIN]: GUILD, [OTHER_ADMIN]: OTHER_GUILD }

const authentication: Authentication = {
  async verify({ headers }) {
    const subject = /^Bearer user:(\d+)$/.exec(headers.authorization ?? '')?.[1]
    if (!subject) throw new Unauthenticated('A token is needed.')
    return { via: 'token', subject }
  },
  userOf: async ({ subject }) => UserId.parse(subject),
}
const guildAccess = {
  standing: async (guildId: string, userId: string) =>
    guildId === GUILD || guildId === OTHER_GUILD ? (ADMIN_OF[userId] === guildId ? 'admin' : 'member') : null,
  membership: async () => null,
  isBotOwner: async () => false,
  administered: async () => [],
  contents: async () => null,
  isMember: async () => true,
} as const

const { db, ...database } = await testDatabase()
const logger = pino({ level: 'silent' })
const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
const start = (own: Db) =>
  startHttp(
    (http) => onboardingRoutes(http, onboardingService({ db: own, clock }), idempotency({ db: own, clock, logger })),
    { authentication, guildAccess },
  )
/** Two processes on one database, each with a pool of its own. */
const otherDb = await connectDatabase({ url: database.url, logger })
const servers = [await start(db), await start(otherDb)] as const

after(async () => {
  for (const server of servers) await server[Symbol.asyncDispose]()
  await otherDb.destroy()
  await database[Symbol.asyncDispose]()
})
beforeEach(async () => {
  for (const table of ['onboarding_questions', 'onboarding_rules', 'operational_events', 'data_changes'] as const)
    await db.deleteFrom(table).execute()
})

interface Sent {
  readonly user?: string
  readonly guild?: string
  readonly server?: 0 | 1
  readonly headers?: Record<string, string>
}

function send(method: string, path: string, body?: unknown, sent: Sent = {}) {
  const { user = ADMIN, guild = GUILD, server = 0, headers = {} } = sent
  const url = `${servers[server].address}/api/dashboard/${guild}/onboarding/${path}`
  return sendJson(url, method, body, { authorization: `Bearer user:${user}`, ...headers })
}

type ListName = 'questions' | 'rules'
const LISTS: readonly ListName[] = ['questions', 'rules']
const NAMES = { questions: 'question', rules: 'title' } as const
const ORDERS = { questions: 'step_order', rules: 'rule_order' } as const

const bodyOf = (list: ListName, name: string, more: object = {}) =>
  list === 'questions'
    ? { question: name, question_type: 'text', ...more }
    : { title: name, description: 'As it says.', ...more }

async function add(list: ListName, name: string, more: object = {}, sent: Sent = {}): Promise<number> {
  const { status, json, text } = await send('POST', list, bodyOf(list, name, more), sent)
  assert.equal(status, 200, text)
  return json.id
}

/** The names of a list in its order, which has to be 1, 2, 3 … */
async function names(list: ListName, sent: Sent = {}): Promise<string> {
  const { json } = await send('GET', list, undefined, sent)
  const places = json.map((item: Record<string, unknown>) => item[ORDERS[list]])
  assert.deepEqual(
    places,
    [...places.keys()].map((index) => index + 1),
  )
  return json.map((item: Record<string, unknown>) => item[NAMES[list]]).join(' ')
}

const refusal = (answer: { status: number; json: { errors?: { path: string }[] } }) => [
  answer.status,
  answer.json.errors?.[0]?.path,
]

const SELECT = {
  question: 'What is your trading experience?',
  question_type: 'select',
  options: [
    { label: 'Beginner', value: 'beginner' },
    { label: 'Expert', value: 'expert' },
  ],
  followup: { expert: { question: 'Since when?' }, beginner: { question: 'Where may we write?', type: 'email' } },
  required: true,
  enabled: true,
  step_order: 1,
}
const RULE = {
  title: 'Be Respectful',
  description: 'Treat all members with respect',
  thumbnail_url: 'https://example.com/thumb.png',
  image_url: 'https://example.com/image.png',
  enabled: true,
  rule_order: 1,
}

describe('a question', () => {
  test('R-03: with options and follow-ups comes back as it was saved', async () => {
    const { json } = await send('POST', 'questions', SELECT)
    assert.deepEqual(json, { success: true, message: 'Question saved successfully', id: json.id })
    assert.deepEqual((await send('GET', 'questions')).json, [{ id: json.id, ...SELECT }])
  })

  test('as it was listed can be sent back, and nothing about it changes', async () => {
    await send('POST', 'questions', SELECT)
    await add('questions', 'Why?')
    const before = (await send('GET', 'questions')).json
    for (const item of before) assert.equal((await send('POST', 'questions', item)).json.id, item.id)
    assert.deepEqual((await send('GET', 'questions')).json, before)
  })

  test('that leaves out what is optional has its defaults, on an update too', async () => {
    const id = (await send('POST', 'questions', { ...SELECT, enabled: false, required: false })).json.id
    const defaults = { options: null, followup: null, required: true, enabled: true, step_order: 1 }
    for (const body of [
      { id, ...bodyOf('questions', 'Why?') },
      { id: String(id), ...bodyOf('questions', 'Why?') },
    ]) {
      await send('POST', 'questions', body)
      assert.deepEqual((await send('GET', 'questions')).json, [
        { id, question: 'Why?', question_type: 'text', ...defaults },
      ])
    }
  })

  const long = (length: number) => 'é'.repeat(length)
  const options = (count: number) => Array.from({ length: count }, (_, n) => ({ label: `L${n}`, value: `v${n}` }))
  const [beginner] = SELECT.options
  const refused: readonly (readonly [what: string, change: object, path: string])[] = [
    ['no text', { question: undefined }, '/question'],
    ['a text of blanks', { question: '  \n' }, '/question'],
    ['more text than the title of an embed holds', { question: long(257) }, '/question'],
    ['no type', { question_type: undefined }, '/question_type'],
    ['an unknown type', { question_type: 'number' }, '/question_type'],
    ['no options', { options: undefined }, '/options'],
    ['null for options', { options: null }, '/options'],
    ['an empty list of options', { options: [], question_type: 'multiselect' }, '/options'],
    ['more options than a menu holds', { options: options(26) }, '/options'],
    ['the same value twice', { options: [beginner, beginner] }, '/options/1/value'],
    ['a label that is too long', { options: [{ label: long(101), value: 'a' }] }, '/options/0/label'],
    ['a label of blanks', { options: [{ label: ' ', value: 'a' }] }, '/options/0/label'],
    ['a value that is too long', { options: [{ label: 'a', value: long(101) }] }, '/options/0/value'],
    ['a value with blanks around it', { options: [{ label: 'a', value: ' a' }] }, '/options/0/value'],
    ['an option with more than label and value', { options: [{ ...beginner, emoji: 'x' }] }, '/options/0/emoji'],
    ['options though people type', { question_type: 'email', followup: null }, '/options'],
    ['a follow-up of no option', { followup: { nobody: { question: 'Hm?' } } }, '/followup/nobody'],
    ['a follow-up of blanks', { followup: { expert: { question: ' ' } } }, '/followup/expert/question'],
    [
      'a follow-up to choose from',
      { followup: { expert: { question: 'a', type: 'select' } } },
      '/followup/expert/type',
    ],
    ['follow-ups though people type', { question_type: 'text', options: null }, '/followup/expert'],
    ['an order below 1', { step_order: 0 }, '/step_order'],
    ['a negative order', { step_order: -1 }, '/step_order'],
    ['an order between two', { step_order: 1.5 }, '/step_order'],
    ['a field that is none', { colour: 'red' }, '/colour'],
  ]
  for (const [what, change, path] of refused) {
    test(`with ${what} is refused by name`, async () => {
      const answer = await send('POST', 'questions', { ...SELECT, ...change })
      assert.deepEqual(refusal(answer), [400, path], answer.text)
      assert.equal(await names('questions'), '')
    })
  }

  test('takes everything that Discord takes', async () => {
    const most = { label: long(100), value: long(100) }
    for (const change of [
      { question: long(256) },
      { question_type: 'multiselect', options: options(25), followup: {} },
      { options: [most], followup: { [most.value]: { question: long(256), type: 'text' } } },
      { question_type: 'email', options: [], followup: {} },
      { id: null },
    ]) {
      const answer = await send('POST', 'questions', { ...SELECT, ...change })
      assert.equal(answer.status, 200, answer.text)
    }
  })
})

describe('a rule', () => {
  test('comes back as it was saved', async () => {
    const { json } = await send('POST', 'rules', RULE)
    assert.deepEqual(json, { success: true, message: 'Rule saved successfully', id: json.id })
    assert.deepEqual((await send('GET', 'rules')).json, [{ id: json.id, ...RULE }])
  })

  test('without images has null for them, as with empty addresses', async () => {
    for (const images of [{}, { thumbnail_url: '', image_url: ' ' }, { thumbnail_url: null, image_url: null }])
      await add('rules', 'a', images)
    for (const { thumbnail_url, image_url } of (await send('GET', 'rules')).json)
      assert.deepEqual([thumbnail_url, image_url], [null, null])
  })

  for (const address of [
    'http://example.com/a.png',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    '//example.com/a.png',
    'example.com/a.png',
    'https://',
    'https://user:secret@example.com/a.png',
    'https://example.com/a b.png',
    `https://example.com/${'a'.repeat(2048)}`,
  ]) {
    test(`S-23: shows no image from ${address.slice(0, 40)}`, async () => {
      for (const field of ['thumbnail_url', 'image_url']) {
        const answer = await send('POST', 'rules', { ...RULE, [field]: address })
        assert.deepEqual(refusal(answer), [400, `/${field}`], answer.text)
      }
    })
  }

  for (const [what, change, path] of [
    ['no title', { title: undefined }, '/title'],
    ['a title of blanks', { title: ' ' }, '/title'],
    ['a title longer than an embed has', { title: 'a'.repeat(257) }, '/title'],
    ['no description', { description: undefined }, '/description'],
    ['a description longer than an embed has', { description: 'a'.repeat(4097) }, '/description'],
    ['an order below 1', { rule_order: 0 }, '/rule_order'],
    ['the order of a question', { step_order: 1 }, '/step_order'],
  ] as const) {
    test(`with ${what} is refused by name`, async () => {
      assert.deepEqual(refusal(await send('POST', 'rules', { ...RULE, ...change })), [400, path])
    })
  }
})

for (const list of LISTS) {
  const order = ORDERS[list]
  const one = list === 'questions' ? 'Question' : 'Rule'

  describe(`the order of ${list}`, () => {
    test('takes new items at their place, and those behind move down', async () => {
      await add(list, 'b')
      await add(list, 'd', { [order]: 99 })
      await add(list, 'a', { [order]: 1 })
      await add(list, 'c', { [order]: 3 })
      await add(list, 'e')
      assert.equal(await names(list), 'a b c d e')
    })

    test('lets items move up, down and to the end, and keeps those that say nothing', async () => {
      const ids = new Map<string, number>()
      for (const name of ['a', 'b', 'c', 'd']) ids.set(name, await add(list, name))
      const save = (name: string, more = {}) => send('POST', list, bodyOf(list, name, { id: ids.get(name), ...more }))
      for (const [name, more, expected] of [
        ['d', { [order]: 1 }, 'd a b c'],
        ['d', { [order]: 3 }, 'a b d c'],
        ['a', { [order]: 99 }, 'b d c a'],
        ['d', {}, 'b d c a'],
        ['d', { [order]: 2, enabled: false }, 'b d c a'],
      ] as const) {
        assert.deepEqual((await save(name, more)).json.id, ids.get(name))
        assert.equal(await names(list), expected)
      }
    })

    test('closes the gap of what is deleted; a second time there is nothing to delete', async () => {
      const [, second] = [await add(list, 'a'), await add(list, 'b'), await add(list, 'c')]
      const path = `${list}/${second}`
      assert.deepEqual((await send('DELETE', path)).json, { success: true, message: `${one} deleted successfully` })
      assert.equal(await names(list), 'a c')
      const again = await send('DELETE', path)
      assert.deepEqual([again.status, again.json.detail], [404, `${one} not found`])
    })

    test('R-04: exchanges two as well as any number', async () => {
      const [a, b, c] = [await add(list, 'a'), await add(list, 'b'), await add(list, 'c')]
      const reorder = (ids: unknown[]) => send('POST', 'reorder', { [list]: ids })
      const { json } = await reorder([b, a, c])
      assert.deepEqual(json, { success: true, message: 'Order updated successfully' })
      assert.equal(await names(list), 'b a c')
      await reorder([c, String(b), a])
      assert.equal(await names(list), 'c b a')
    })

    test('is refused whole when it is not complete, and the sentence names what is wrong', async () => {
      const [a, b] = [await add(list, 'a'), await add(list, 'b')]
      const foreign = await add(list, 'theirs', {}, { user: OTHER_ADMIN, guild: OTHER_GUILD })
      for (const [ids, fault] of [
        [[b, a, 999999], 'unknown 999999'],
        [[b, a, foreign], `unknown ${foreign}`],
        [[b, a, a], `repeated ${a}`],
        [[b], `missing ${a}`],
        [[], `missing ${a}, ${b}`],
        [[b, b, foreign], `unknown ${foreign}; repeated ${b}; missing ${a}`],
      ] as const) {
        const answer = await send('POST', 'reorder', { [list]: ids })
        assert.deepEqual(refusal(answer), [400, `/${list}`])
        assert.equal(answer.json.detail, `${list} must name each of the ${list} once: ${fault}.`)
      }
      assert.equal(await names(list), 'a b')
      assert.equal(await names(list, { user: OTHER_ADMIN, guild: OTHER_GUILD }), 'theirs')
    })

    test('stays dense when twenty write at once in two processes', async () => {
      const ids = await Promise.all(
        Array.from({ length: 20 }, (_, n) => add(list, `n${n}`, { [order]: (n % 4) + 1 }, { server: n % 2 ? 1 : 0 })),
      )
      const acts = ids.map((id, n) => {
        const sent: Sent = { server: n % 2 ? 1 : 0 }
        if (n % 3 === 0) return send('DELETE', `${list}/${id}`, undefined, sent)
        return send('POST', list, bodyOf(list, `m${n}`, { id, [order]: 1 + (n % 7) }), sent)
      })
      for (const { status, text } of await Promise.all(acts)) assert.equal(status, 200, text)
      assert.equal((await names(list)).split(' ').length, 13)
    })

    test('has room for 25, also when more come at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 28 }, (_, n) => send('POST', list, bodyOf(list, `n${n}`), { server: n % 2 ? 1 : 0 })),
      )
      assert.equal(answers.filter(({ status }) => status === 200).length, 25)
      const refused = answers.find(({ status }) => status !== 200)
      assert.deepEqual([refused?.status, refused?.json.detail], [400, `A server has at most 25 ${list}.`])
      assert.equal((await names(list)).split(' ').length, 25)
    })
  })
}

describe('reordering', () => {
  test('changes both lists or neither', async () => {
    const questions = [await add('questions', 'a'), await add('questions', 'b')].reverse()
    const rules = [await add('rules', 'x'), await add('rules', 'y')].reverse()
    assert.equal((await send('POST', 'reorder', { questions, rules: [rules[0]] })).status, 400)
    assert.deepEqual([await names('questions'), await names('rules')], ['a b', 'x y'])
    assert.equal((await send('POST', 'reorder', { questions, rules })).status, 200)
    assert.deepEqual([await names('questions'), await names('rules')], ['b a', 'y x'])
  })

  test('of nothing is refused', async () => {
    for (const body of [undefined, {}, { questions: null }, { questions: null, rules: null }, [], { guild: [1] }])
      assert.equal((await send('POST', 'reorder', body)).status, 400, JSON.stringify(body))
  })

  test('of a guild without items takes empty lists', async () => {
    assert.equal((await send('POST', 'reorder', { questions: [], rules: [] })).status, 200)
  })
})

describe('walls', () => {
  test('S-01: nobody but an admin of that guild reads or writes, and nobody without a token', async () => {
    const id = await add('questions', 'a')
    for (const [method, path, body] of [
      ['GET', 'questions'],
      ['POST', 'questions', SELECT],
      ['DELETE', `questions/${id}`],
      ['GET', 'rules'],
      ['POST', 'rules', RULE],
      ['DELETE', `rules/${id}`],
      ['POST', 'reorder', { questions: [id] }],
    ] as const) {
      for (const user of [MEMBER, OTHER_ADMIN]) {
        const { status, json } = await send(method, path, body, { user })
        assert.deepEqual([status, json.detail], [403, 'You do not have admin access to this guild.'])
      }
      assert.equal((await send(method, path, body, { headers: { authorization: '' } })).status, 401)
      assert.equal((await send(method, path, body, { guild: '1100000000000000003' })).status, 404)
    }
    assert.equal(await names('questions'), 'a')
  })

  test('S-01: an admin reaches no item of another guild through the own one', async () => {
    const own: Sent = { user: OTHER_ADMIN, guild: OTHER_GUILD }
    for (const list of LISTS) {
      const id = await add(list, 'a')
      const { status, json } = await send('POST', list, bodyOf(list, 'stolen', { id }), own)
      assert.deepEqual([status, json.detail], [404, list === 'questions' ? 'Question not found' : 'Rule not found'])
      assert.equal((await send('DELETE', `${list}/${id}`, undefined, own)).status, 404)
      assert.deepEqual([await names(list), await names(list, own)], ['a', ''])
    }
  })

  test('what is no id is refused by name', async () => {
    for (const [method, path, body, field] of [
      ['DELETE', 'questions/abc', undefined, 'question_id'],
      ['DELETE', 'rules/0', undefined, 'rule_id'],
      ['POST', 'questions', { ...SELECT, id: 'x' }, '/id'],
      ['POST', 'reorder', { questions: [1.5] }, '/questions/0'],
    ] as const)
      assert.deepEqual(refusal(await send(method, path, body)), [400, field])
    assert.equal((await send('DELETE', 'questions/9223372036854775807')).status, 404)
  })
})

describe('every write', () => {
  test('is in the operational log with who did what, and is announced to open pages', async () => {
    const a = await add('questions', 'a')
    const b = await add('rules', 'b')
    await send('POST', 'rules', bodyOf('rules', 'c', { id: b }))
    await send('POST', 'reorder', { questions: [a], rules: [b] })
    await send('DELETE', `questions/${a}`)
    const events = await db.selectFrom('operational_events').selectAll().orderBy('id').execute()
    const who = { updated_by: ADMIN, source: 'api' }
    assert.deepEqual(
      events.map(({ event_type, guild_id, message, details }) => [event_type, guild_id, message, details]),
      [
        [`Onboarding question ${a} was created`, { action: 'created', list: 'questions', id: a, ...who }],
        [`Onboarding rule ${b} was created`, { action: 'created', list: 'rules', id: b, ...who }],
        [`Onboarding rule ${b} was updated`, { action: 'updated', list: 'rules', id: b, ...who }],
        ['Onboarding questions were reordered', { action: 'reordered', list: 'questions', ...who }],
        ['Onboarding rules were reordered', { action: 'reordered', list: 'rules', ...who }],
        [`Onboarding question ${a} was deleted`, { action: 'deleted', list: 'questions', id: a, ...who }],
      ].map(([message, details]) => ['ONBOARDING_CHANGED', GUILD, message, details]),
    )
    const changes = await db
      .selectFrom('data_changes')
      .selectAll()
      .where('kind', 'like', 'onboarding%')
      .orderBy('id')
      .execute()
    assert.deepEqual(
      changes.map(({ guild_id, kind, ref }) => [guild_id, kind, ref]),
      [
        [GUILD, 'onboarding_questions', String(a)],
        [GUILD, 'onboarding_rules', String(b)],
        [GUILD, 'onboarding_rules', String(b)],
        [GUILD, 'onboarding_questions', null],
        [GUILD, 'onboarding_rules', null],
        [GUILD, 'onboarding_questions', String(a)],
      ],
    )
  })

  test('that is refused leaves no trace', async () => {
    await send('POST', 'reorder', { questions: [7] })
    await send('DELETE', 'rules/7')
    await send('POST', 'questions', { ...SELECT, id: 7 })
    assert.deepEqual(await db.selectFrom('operational_events').selectAll().execute(), [])
    assert.deepEqual(await db.selectFrom('data_changes').selectAll().execute(), [])
  })

  test('with an Idempotency-Key is done once', async () => {
    const once = (method: string, path: string, body: unknown, key: string, server: 0 | 1) =>
      send(method, path, body, { server, headers: { 'idempotency-key': key } })
    for (const server of [0, 1] as const) await once('POST', 'questions', SELECT, 'k1', server)
    for (const server of [0, 1] as const) await once('POST', 'rules', RULE, 'k2', server)
    const [{ id: question }] = (await send('GET', 'questions')).json
    const [{ id: rule }] = (await send('GET', 'rules')).json
    const done = { reorder: { questions: [question], rules: [rule] }, question: `questions/${question}` }
    for (const server of [0, 1] as const) {
      assert.equal((await once('POST', 'reorder', done.reorder, 'k3', server)).status, 200)
      assert.equal((await once('DELETE', done.question, undefined, 'k4', server)).status, 200)
      assert.equal((await once('DELETE', `rules/${rule}`, undefined, 'k5', server)).status, 200)
    }
    const { count } = await db
      .selectFrom('operational_events')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    assert.equal(count, '6')
  })
})
