import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { startAgain } from '../../../testing/again.ts'
import { startApp } from '../../../testing/app.ts'
import { forged } from '../../../testing/forged.ts'
import { controlOf, onboardingGuild, titleOf } from '../../../testing/onboarding.ts'
import { until } from '../../../testing/until.ts'

const app = await startApp({ roles: ['api', 'worker'] })
after(() => app[Symbol.asyncDispose]())
let gateway = await startAgain(app, 'gateway')
after(() => gateway.stop())

const { owner, simulator } = app
const admin = simulator.person(DEMO.people.demo_admin)
const stranger = simulator.person(DEMO.people.demo_guest)
const home = await onboardingGuild(
  { simulator, apiUrl: app.alphapy.apiUrl ?? '' },
  { guild: DEMO.guild, admin: DEMO.people.demo_owner, rulesChannel: DEMO.channels.rules },
)
type Seen = Awaited<ReturnType<typeof owner.click>>
type ListName = 'rules' | 'questions'

const everything = () => home.read('rules')
const titles = async () => (await everything()).map(({ title }: { title: string }) => title)
const textOf = ({ content, embeds }: Pick<Seen, 'content' | 'embeds'>) => `${content}\n${JSON.stringify(embeds)}`
const open = (list: ListName, person = owner) => person.slash(`onboarding ${list}`)
async function pick(list: ListName, id: number, person = owner) {
  return person.select(await open(list, person), `onboarding:${list}_pick:`, [String(id)])
}
const press = (on: Seen, act: string, person = owner) => person.click(on, controlOf(on, act))
const quotedIn = (seen: Seen) =>
  seen.followUps().map((message) => [message.embeds[0]?.title, message.embeds[0]?.description])

afterEach(async () => {
  owner.speaks('en-US')
  for (const list of ['rules', 'questions'] as const)
    for (const { id } of await home.read(list)) await home.remove(list, id)
})

describe('the rules', () => {
  test('are written from nothing on, and the API reads them', async () => {
    const nothing = await open('rules')
    assert.match(textOf(nothing), /There are no rules yet/)
    assert.equal(nothing.ephemeral, true)
    const first = { title: 'Be kind', text: 'To **all**, @everyone', image: 'https://example.com/a.png' }
    const one = await owner.submit(await press(nothing, 'rules_add'), first)
    assert.match(textOf(one), /The rule is added.*1\. \*\*Be kind\*\*/s)
    const two = await owner.submit(await press(one, 'rules_add'), { title: '*No* spam', text: 'Really.' })
    assert.match(textOf(two), /2\. \*\*\\\\\*No\\\\\* spam\*\*/)
    const [kind, spam] = await everything()
    assert.deepEqual(
      [kind.title, kind.description, kind.image_url, kind.enabled, kind.rule_order],
      ['Be kind', first.text, first.image, true, 1],
    )
    assert.deepEqual([spam.title, spam.image_url, spam.rule_order], ['*No* spam', null, 2])
    const shown = await pick('rules', kind.id)
    assert.equal(shown.content, 'Rule 1 of 2')
    assert.deepEqual(
      [titleOf(shown), shown.embeds[0]?.description, shown.embeds[0]?.image?.url],
      ['Be kind', 'To **all**, @\u200beveryone', first.image],
    )
  })

  test('are changed in a form that has what they are, and keep what it does not ask for', async () => {
    const small = 'https://example.com/small.png'
    const id = await home.rule('Be kind', { thumbnail_url: small, enabled: false })
    const form = await press(await pick('rules', id), 'rules_change')
    assert.match(JSON.stringify(form.modal), /"Be kind".*"Be kind, please\."/)
    const changed = await owner.submit(form, { title: 'Be kinder' })
    assert.match(textOf(changed), /Rule 1 of 1 · switched off.*Be kinder.*Be kind, please/s)
    const [rule] = await everything()
    assert.deepEqual(
      [rule.title, rule.description, rule.thumbnail_url, rule.enabled],
      ['Be kinder', 'Be kind, please.', small, false],
    )
  })

  test('are switched, moved and removed', async () => {
    const [a, b] = [await home.rule('A'), await home.rule('B')]
    const off = await press(await pick('rules', b), 'rules_off')
    assert.equal(off.content, 'Rule 2 of 2 · switched off')
    assert.deepEqual(
      (await everything()).map(({ enabled }: { enabled: boolean }) => enabled),
      [true, false],
    )
    const on = await press(off, 'rules_on')
    const up = await press(on, 'rules_up')
    assert.equal(up.content, 'Rule 1 of 2')
    assert.deepEqual(await titles(), ['B', 'A'])
    await press(up, 'rules_down')
    assert.deepEqual(await titles(), ['A', 'B'])
    const asked = await press(await pick('rules', a), 'rules_remove')
    assert.match(asked.content, /^Remove the rule \*\*A\*\*\?/)
    assert.equal((await press(asked, 'rules_view')).content, 'Rule 1 of 2')
    assert.deepEqual(await titles(), ['A', 'B'])
    const gone = await press(await press(await pick('rules', a), 'rules_remove'), 'rules_gone')
    assert.match(textOf(gone), /The rule is removed.*1\. \*\*B\*\*/s)
    assert.deepEqual(await titles(), ['B'])
    const events = await app.db
      .selectFrom('operational_events')
      .select('details')
      .where('event_type', '=', 'ONBOARDING_CHANGED')
      .orderBy('id', 'desc')
      .limit(5)
      .execute()
    const told = events.map(({ details }) => JSON.parse(JSON.stringify(details)))
    assert.deepEqual(
      told.map(({ action, source }) => `${action} by ${source}`),
      ['deleted', 'reordered', 'reordered', 'updated', 'updated'].map((action) => `${action} by command`),
    )
  })

  test('are as many as the API allows', async () => {
    for (let number = 1; number < 25; number += 1) await home.rule(`Rule ${number} ${'*'.repeat(200)}`)
    const form = await press(await open('rules'), 'rules_add')
    await home.rule('The last')
    const refused = await owner.submit(form, { title: 'One more', text: 'Too late' })
    assert.match(refused.content, /^A server has at most 25 rules\./)
    assert.match(textOf(await open('rules')), /There are 25 rules/)
  })

  test('of more text than a form takes are left to the API', async () => {
    const id = await home.rule('Long', { description: 'x'.repeat(4001) })
    assert.match((await press(await pick('rules', id), 'rules_change')).content, /more than the 4000 characters/)
  })
})

describe('what the service refuses', () => {
  test('is said in the language of whoever wrote it, with all that was written', async () => {
    const text = `Look: \`\`\` **bold** @everyone\n${'x'.repeat(3900)}`
    const written = { title: 'Be kind', text, image: 'http://example.com/a.png' }
    const sentences = {
      'en-US': /^The address of the image must be an https address of at most 2048 characters/,
      nl: /^Het adres van de afbeelding moet een https-adres van hoogstens 2048 tekens zijn/,
    }
    for (const [locale, sentence] of Object.entries(sentences)) {
      owner.speaks(locale)
      const refused = await owner.submit(await press(await open('rules'), 'rules_add'), written)
      assert.match(refused.content, sentence)
      assert.equal(refused.ephemeral, true)
      await refused.followUp(5)
      const quoted = quotedIn(refused)
      const parts = quoted.slice(1, 4).map(([, part = '']) => part.slice('```\n'.length, -'\n```'.length))
      assert.equal(parts.join('').replaceAll('\u200b', ''), text)
      assert.doesNotMatch(parts.join(''), /```|@everyone/)
      assert.match(quoted[0]?.[1] ?? '', /Be kind/)
      assert.match(quoted[4]?.[1] ?? '', /http:\/\/example\.com\/a\.png/)
      assert.deepEqual(
        refused.followUps().map(({ mentions }) => mentions.length),
        [0, 0, 0, 0, 0],
      )
    }
    assert.deepEqual(await everything(), [])
  })

  test('names the field of a question, and the API keeps its own names', async () => {
    const add = async (values: Parameters<typeof owner.submit>[1]) => {
      const { content } = await owner.submit(await press(await open('questions'), 'questions_add'), values)
      return content.split('\n')[0]
    }
    const base = { question: 'Which?', kind: 'select', needed: 'yes' }
    assert.equal(
      await add({ ...base, options: ' \n' }),
      'The list of options must have 1 to 25 entries, since this question is answered by choosing.',
    )
    assert.equal(await add({ ...base, options: 'Go\nGo' }), 'Option 2 must not be there twice.')
    owner.speaks('nl')
    assert.equal(await add({ ...base, options: `Go\n${'x'.repeat(101)}` }), 'Optie 2 moet 1 tot 100 tekens hebben.')
    assert.equal(
      await add({ ...base, kind: 'email', options: 'Go' }),
      'De lijst met opties moet leeg zijn, want bij deze vraag valt er niets te kiezen.',
    )
    assert.equal(await add({ ...base, question: '  ', options: 'Go' }), 'De vraag moet 1 tot 256 tekens hebben.')
    const body = { question: 'Which?', question_type: 'select', options: [] }
    const { json } = await app.send(owner.id, 'POST', `/api/dashboard/${DEMO.guild}/onboarding/questions`, body, {
      ...(await app.signIn(owner.id)),
    })
    assert.equal(json.detail, 'options must have 1 to 25 entries for a question of the type select.')
    assert.deepEqual(await home.read('questions'), [])
  })
})

describe('the questions', () => {
  test('are of every kind, with options of a line each', async () => {
    let list = await open('questions')
    const texts = { select: 'Go\n\n Chess ', multiselect: 'Go', text: '', email: '' }
    for (const [kind, options] of Object.entries(texts)) {
      const needed = kind === 'email' ? 'no' : 'yes'
      list = await owner.submit(await press(list, 'questions_add'), { question: kind, kind, options, needed })
    }
    const kept: Record<string, unknown>[] = await home.read('questions')
    assert.deepEqual(
      kept.map(({ question_type, options, required }) => [question_type, options, required]),
      [
        [
          'select',
          [
            { label: 'Go', value: 'Go' },
            { label: 'Chess', value: 'Chess' },
          ],
          true,
        ],
        ['multiselect', [{ label: 'Go', value: 'Go' }], true],
        ['text', null, true],
        ['email', null, false],
      ],
    )
    assert.match(textOf(list), /4\. \*\*email\*\* · an e-mail address · may be skipped/)
  })

  test('keep their follow-ups and the values of their options', async () => {
    const options = [
      { label: 'Chess', value: 'c' },
      { label: 'Go', value: 'g' },
    ]
    const followup = { c: { question: 'Since when?' } }
    const id = await home.question('What do you play?', 'select', { options, followup })
    const list = await open('questions')
    assert.match(textOf(list), /What do you play\?\*\* · one of the options · 1 follow-up/)
    const shown = await pick('questions', id)
    assert.match(textOf(shown), /Chess → Since when\?.*Follow-ups stay/)
    const form = await press(shown, 'questions_change')
    await owner.submit(form, { question: 'What now?', kind: 'multiselect', options: 'Shogi\nChess', needed: 'no' })
    const [kept] = await home.read('questions')
    assert.deepEqual(kept, {
      id,
      question: 'What now?',
      question_type: 'multiselect',
      options: [
        { label: 'Shogi', value: 'Shogi' },
        { label: 'Chess', value: 'c' },
      ],
      followup,
      required: false,
      enabled: true,
      step_order: 1,
    })
    const again = await press(await pick('questions', id), 'questions_change')
    const refused = await owner.submit(again, { kind: 'select', options: 'Shogi', needed: 'no' })
    assert.match(refused.content, /^The follow-up “Since when\?” needs its option/)
    assert.deepEqual(await home.read('questions'), [kept])
  })
})

describe('two admins', () => {
  test('write nothing over of each other, and lose nothing of what they wrote', async () => {
    const id = await home.rule('Be kind')
    const first = await press(await pick('rules', id), 'rules_change')
    const second = await press(await pick('rules', id, admin), 'rules_change', admin)
    await owner.submit(first, { title: 'Be kinder' })
    const refused = await admin.submit(second, { title: 'Be the kindest' })
    assert.match(refused.content, /^Somebody else has changed the rules meanwhile/)
    await refused.followUp(2)
    assert.match(JSON.stringify(quotedIn(refused)), /Be the kindest/)
    assert.deepEqual(await titles(), ['Be kinder'])
  })

  test('remove and switch only what they see', async () => {
    const id = await home.rule('Be kind')
    const asked = await press(await pick('rules', id), 'rules_remove')
    const seen = await pick('rules', id, admin)
    await home.rule('Be kinder', { id })
    assert.match((await press(asked, 'rules_gone')).content, /^Somebody else/)
    assert.match((await press(seen, 'rules_off', admin)).content, /^Somebody else/)
    assert.deepEqual(
      (await everything()).map(({ title, enabled }: { title: string; enabled: boolean }) => [title, enabled]),
      [['Be kinder', true]],
    )
    await home.remove('rules', id)
    assert.match((await press(seen, 'rules_change', admin)).content, /^Rule not found/)
  })

  test('move within the order that they see', async () => {
    const [, b] = [await home.rule('A'), await home.rule('B'), await home.rule('C')]
    const [mine, theirs] = [await pick('rules', b), await pick('rules', b, admin)]
    await press(mine, 'rules_up')
    assert.match((await press(theirs, 'rules_up', admin)).content, /^Somebody else has changed the rules/)
    assert.deepEqual(await titles(), ['B', 'A', 'C'])
  })

  test('who save at once are one refused, one done', async () => {
    const id = await home.rule('Be kind')
    const forms = [
      { person: owner, form: await press(await pick('rules', id), 'rules_change') },
      { person: admin, form: await press(await pick('rules', id, admin), 'rules_change', admin) },
    ]
    const waiting = async () => {
      const { rows } = await sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(app.db)
      return rows.length === forms.length
    }
    // Nobody can write before both have got as far as they get.
    const under = await app.db.transaction().execute(async (tx) => {
      await tx.selectFrom('onboarding_rules').selectAll().forUpdate().execute()
      const sent = forms.map(({ person, form }) => person.submit(form, { title: person.id }))
      await until('both to wait', waiting)
      return { sent }
    })
    const answers = await Promise.all(under.sent)
    const refused = answers.filter(({ content }) => /^Somebody else/.test(content))
    assert.equal(refused.length, 1, answers.map(({ content }) => content).join('; '))
  })
})

test('every button, select and form works after a restart', async () => {
  const [a, b] = [await home.rule('A'), await home.rule('B')]
  const restarted = async () => {
    await gateway.stop()
    gateway = await startAgain(app, 'gateway')
  }
  const list = await open('rules')
  await restarted()
  const shown = await owner.select(list, 'onboarding:rules_pick:', [String(b)])
  await restarted()
  const form = await press(shown, 'rules_change')
  await restarted()
  const changed = await owner.submit(form, { title: 'Better' })
  await restarted()
  const asked = await press(await press(changed, 'rules_up'), 'rules_remove')
  assert.deepEqual(await titles(), ['Better', 'A'])
  await restarted()
  await press(asked, 'rules_gone')
  assert.deepEqual(
    (await everything()).map(({ id }: { id: number }) => id),
    [a],
  )
})

describe('who may not', () => {
  test('is refused at every press, also once rights are gone', async () => {
    const id = await home.rule('Be kind')
    const shown = await pick('rules', id, admin)
    const form = await press(shown, 'rules_change', admin)
    const membership = simulator.state.guilds.get(DEMO.guild)?.members.get(admin.id) ?? assert.fail()
    const { roles } = membership
    membership.roles = []
    const answers = [await admin.submit(form, { title: 'Mine' })]
    for (const act of ['rules_change', 'rules_off', 'rules_down', 'rules_remove', 'rules_list'])
      answers.push(await admin.click(forged(shown, `onboarding:${act}:${id}.x`), 'Forged'))
    membership.roles = roles
    for (const { content } of answers) assert.match(content, /^Only admins/)
    assert.deepEqual(await titles(), ['Be kind'])
  })

  test('reaches nothing of another guild, with whatever custom id', async () => {
    const id = await home.rule('Be kind')
    const shown = await pick('rules', id)
    const [seen, order] = ['rules_change', 'rules_down'].map((act) => {
      const text = JSON.stringify(shown.components)
      return new RegExp(`onboarding:${act}:([^"]+)`).exec(text)?.[1] ?? assert.fail(act)
    })
    const there = () => stranger.slash('onboarding rules', {}, { guild: DEMO.otherGuild })
    assert.match(textOf(await there()), /There are no rules yet/)
    for (const act of ['change', 'off', 'remove', 'gone', 'view']) {
      const about = act === 'view' ? id : seen
      const refused = await stranger.click(forged(await there(), `onboarding:rules_${act}:${about}`), 'Forged')
      assert.match(refused.content, /^Rule not found/, act)
    }
    const moved = await stranger.click(forged(await there(), `onboarding:rules_up:${order}`), 'Forged')
    assert.match(moved.content, /^Somebody else has changed the rules/)
    const picked = forged(await there(), 'onboarding:rules_pick:', [String(id)])
    assert.match((await stranger.select(picked, 'onboarding:rules_pick:', [String(id)])).content, /^Rule not found/)
    assert.equal((await everything()).length, 1)
  })
})

test('the warning that nobody can start says where rules are written', async () => {
  await home.set('onboarding', { enabled: true, mode: 'rules_only' })
  for (const [locale, sentence] of [
    ['en-US', /nobody can start\. Write the rules with `\/onboarding rules`/],
    ['nl', /niemand kan starten\. Schrijf de regels met `\/onboarding rules`/],
  ] as const) {
    owner.speaks(locale)
    assert.match((await owner.slash('onboarding panel', { channel: DEMO.channels.rules })).content, sentence)
  }
})
