import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { act, controlOf, onboardingGuild, type Script, titleOf, walkOn } from '../../testing/onboarding.ts'
import { until } from '../../testing/until.ts'

const { demo_owner: OWNER, demo_guest: GUEST } = DEMO.people
const { member: MEMBER_ROLE } = DEMO.roles

const app = await startApp({ roles: ['api', 'worker'] })
after(() => app[Symbol.asyncDispose]())
let gateway = await startAgain(app, 'gateway')
after(() => gateway.stop())
async function restart(): Promise<void> {
  await gateway.stop()
  gateway = await startAgain(app, 'gateway')
}

const surroundings = { simulator: app.simulator, apiUrl: app.alphapy.apiUrl ?? '' }
const home = await onboardingGuild(surroundings, { guild: DEMO.guild, admin: OWNER, rulesChannel: DEMO.channels.rules })
const other = await onboardingGuild(surroundings, {
  guild: DEMO.otherGuild,
  admin: GUEST,
  rulesChannel: DEMO.channels.otherGeneral,
})
await home.set('system', { rules_channel_id: home.rulesChannel })
await home.set('onboarding', { completion_role_id: MEMBER_ROLE })
await home.rule('Be kind', { image_url: 'https://example.com/kind.png' })
await home.rule('Be quiet', { thumbnail_url: 'https://example.com/quiet.png' })
const source = await home.question('How did you find us?', 'select', {
  options: [
    { label: 'A friend', value: 'friend' },
    { label: 'A search', value: 'search' },
  ],
  followup: { friend: { question: 'Who was it?' }, search: { question: 'Whose search?', type: 'email' } },
})
const DRINKS = ['Tea', 'Coffee', 'Water'].map((label) => ({ label, value: label.toLowerCase() }))
const drinks = await home.question('What do you drink?', 'multiselect', { options: DRINKS, required: false })
const email = await home.question('Your email address?', 'email')
const more = await home.question('Anything else?', 'text', { required: false })

type Person = typeof app.member
const rolesOf = (guild: string, { id }: Person) => app.simulator.state.guilds.get(guild)?.members.get(id)?.roles ?? []

let newcomers = 0
function newcomer(locale = 'en-US', guilds: readonly string[] = [DEMO.guild]): Person {
  newcomers += 1
  const person = app.simulator.person(app.simulator.createUser({ username: `newcomer${newcomers}` }).id)
  person.speaks(locale)
  for (const guild of guilds) person.join(guild)
  return person
}
const start = async (person: Person, guild = home) =>
  person.click(await guild.panel(), controlOf(await guild.panel(), 'start'))
const responseOf = async ({ id }: Person, guild = home) =>
  (await guild.read('responses?limit=100')).responses.find(({ user_id }: { user_id: string }) => user_id === id)

const ENGLISH: Script = {
  Be: ['accept'],
  'How did': ['choose', 'friend'],
  'Who was': ['write', 'Mira *the member*'],
  'What do': ['choose', 'tea', 'water'],
  'Your email': ['write', 'me@example.com'],
  Anything: ['write', 'No, thank you'],
  'May we': ['choose', 'full'],
  'Which language do': ['choose', 'other'],
  'Which language is': ['write', 'Frisian'],
  'Is this': ['confirm'],
}
const DUTCH: Script = {
  ...ENGLISH,
  'Mogen we': ['choose', 'events_only'],
  'Welke taal': ['choose', 'nl'],
  'Klopt dit': ['confirm'],
}
const SHORT: Script = { ...ENGLISH, 'May we': ['choose', 'no'], 'What do': ['skip'], Anything: ['skip'] }

describe('a newcomer', () => {
  test('is led through rules, questions and what follows on an answer, to the role; the answers are kept as asked', async () => {
    const person = newcomer()
    const { titles, last } = await walkOn(person, await start(person), ENGLISH)
    assert.deepEqual(titles, [
      'Be kind',
      'Be quiet',
      'How did you find us?',
      'Who was it?',
      'What do you drink?',
      'Your email address?',
      'Anything else?',
      'May we suggest things that fit you?',
      'Which language do you like to read?',
      'Which language is it?',
      'Is this right?',
    ])
    assert.match(titleOf(last), /You have done it/)
    await until('the role', () => rolesOf(DEMO.guild, person).includes(MEMBER_ROLE))
    const { answers, personalization, language, mode } = await responseOf(person)
    assert.deepEqual([mode, personalization, language], ['rules_with_questions', 'full', 'Frisian'])
    assert.deepEqual(answers, [
      {
        question_id: source,
        question: 'How did you find us?',
        type: 'select',
        answer: 'friend',
        labels: ['A friend'],
        followup: { friend: { question: 'Who was it?', type: 'text', answer: 'Mira *the member*' } },
      },
      {
        question_id: drinks,
        question: 'What do you drink?',
        type: 'multiselect',
        answer: ['tea', 'water'],
        labels: ['Tea', 'Water'],
      },
      { question_id: email, question: 'Your email address?', type: 'email', answer: 'me@example.com' },
      { question_id: more, question: 'Anything else?', type: 'text', answer: 'No, thank you' },
    ])
  })

  test('sees everything alone, each rule with its images and place', async () => {
    const person = newcomer()
    const first = await start(person)
    assert.ok(first.ephemeral)
    const [{ title, description, image, footer } = assert.fail('no embed')] = first.embeds
    assert.deepEqual([title, description, image?.url], ['Be kind', 'Be kind, please.', 'https://example.com/kind.png'])
    assert.equal(footer?.text, 'Rule 1 of 2')
    const second = await act(person, first, ['accept'])
    assert.equal(second.message?.id, first.message?.id)
    assert.equal(second.embeds[0]?.thumbnail?.url, 'https://example.com/quiet.png')
  })

  test('writes an address once more where it was none, without writing it anew', async () => {
    const person = newcomer()
    let seen = await start(person)
    for (const step of [['accept'], ['accept'], ['choose', 'search']] as const) seen = await act(person, seen, step)
    seen = await act(person, seen, ['write', 'me@exam ple'])
    assert.equal(titleOf(seen), 'Whose search?')
    assert.match(seen.embeds[0]?.description ?? '', /\*\*me@exam ple\*\* is not an email address/)
    const form = await person.click(seen, controlOf(seen, 'write'))
    assert.ok(JSON.stringify(form.modal).includes('"me@exam ple"'))
    seen = await person.submit(form, { answer: 'me@example.com' })
    assert.equal(titleOf(seen), 'What do you drink?')
  })

  test('goes back to change an answer, and what follows on the new one is asked', async () => {
    const person = newcomer()
    let seen = await start(person)
    for (const step of [['accept'], ['accept'], ['choose', 'friend'], ['write', 'Mira']] as const)
      seen = await act(person, seen, step)
    for (const title of ['Who was it?', 'How did you find us?', 'Be quiet']) {
      seen = await act(person, seen, ['back'])
      assert.equal(titleOf(seen), title)
    }
    seen = await act(person, seen, ['accept'])
    assert.equal(titleOf(seen), 'What do you drink?')
    seen = await act(person, await act(person, seen, ['back']), ['back'])
    assert.match(seen.embeds[0]?.description ?? '', /Your answer: A friend/)
    seen = await act(person, seen, ['keep'])
    assert.equal(titleOf(seen), 'What do you drink?')
  })

  test('changes an answer from the summary, and comes back to it', async () => {
    const person = newcomer()
    let seen = await start(person)
    while (titleOf(seen) !== 'Is this right?') seen = await stepOn(person, seen, SHORT)
    assert.match(seen.embeds[0]?.description ?? '', /\*\*What do you drink\?\*\*\n\*skipped\*/)
    seen = await act(person, seen, ['change', `q${source}`])
    assert.equal(titleOf(seen), 'How did you find us?')
    seen = await act(person, seen, ['choose', 'search'])
    assert.equal(titleOf(seen), 'Whose search?')
    seen = await act(person, seen, ['write', 'her@example.com'])
    assert.equal(titleOf(seen), 'Is this right?')
    await act(person, seen, ['confirm'])
    const { answers } = await responseOf(person)
    assert.deepEqual(answers.find(({ question_id: id }: { question_id: number }) => id === source).followup, {
      search: { question: 'Whose search?', type: 'email', answer: 'her@example.com' },
    })
  })

  test('takes an answer back that may be skipped', async () => {
    const person = newcomer()
    let seen = await start(person)
    while (titleOf(seen) !== 'Is this right?') seen = await stepOn(person, seen, ENGLISH)
    seen = await act(person, await act(person, seen, ['change', `q${more}`]), ['skip'])
    assert.equal(titleOf(seen), 'Is this right?')
    seen = await act(person, seen, ['change', `q${more}`])
    assert.ok(!JSON.stringify(seen.components).includes('onboarding:skip'))
    await act(person, await act(person, seen, ['keep']), ['confirm'])
    assert.equal((await responseOf(person)).answers[3].answer, null)
  })

  test('who does it again keeps the former answers until the new ones are confirmed (R-23)', async () => {
    const person = newcomer()
    await walkOn(person, await start(person), ENGLISH)
    const before = await responseOf(person)
    let seen = await start(person)
    assert.equal(titleOf(seen), 'Be kind')
    while (titleOf(seen) !== 'Is this right?') seen = await stepOn(person, seen, SHORT)
    assert.deepEqual(await responseOf(person), before)
    await act(person, seen, ['confirm'])
    const after = await responseOf(person)
    assert.deepEqual([after.personalization, after.language, after.answers[1].answer], ['no', null, null])
  })
})

async function stepOn(person: Person, seen: Awaited<ReturnType<typeof start>>, script: Script) {
  const [, doing] = Object.entries(script).find(([beginning]) => titleOf(seen).startsWith(beginning)) ?? []
  return act(person, seen, doing ?? assert.fail(titleOf(seen)))
}

describe('nothing is lost, and no button is dead', () => {
  for (const [language, script, count] of [
    ['en-US', ENGLISH, 11],
    ['nl', DUTCH, 10],
  ] as const)
    test(`when the program restarts between every two steps (${language})`, async () => {
      const person = newcomer(language)
      const seen = await start(person)
      const { titles } = await walkOn(person, seen, script, restart)
      assert.equal(titles.length, count)
      assert.equal((await responseOf(person)).answers.length, 4)
      await until('the role', () => rolesOf(DEMO.guild, person).includes(MEMBER_ROLE))
    })
})

/** One more process with the same gateway: both hear every press. */
async function withTwoProcesses(work: () => Promise<void>): Promise<void> {
  const second = await startAgain(app, 'gateway')
  await work().finally(() => second.stop())
}
const runsOf = async (guild: string) =>
  (await app.db.selectFrom('onboarding_runs').select('id').where('guild_id', '=', guild).execute()).length
const revisionOf = async ({ id }: Person) =>
  (
    await app.db
      .selectFrom('onboarding_progress')
      .select('revision')
      .where('user_id', '=', id)
      .executeTakeFirstOrThrow()
  ).revision
const completions = async ({ id }: Person) =>
  (
    await app.db
      .selectFrom('operational_events')
      .select('details')
      .where('event_type', '=', 'ONBOARDING_COMPLETED')
      .execute()
  )
    .map(({ details }) => JSON.stringify(details))
    .filter((details) => details.includes(id)).length

describe('two presses at once, in two processes,', () => {
  test('are one start, one step, and one completion', async () => {
    await withTwoProcesses(async () => {
      const people = Array.from({ length: 4 }, () => newcomer())
      const before = await runsOf(DEMO.guild)
      const twice = <Result>(work: () => Promise<Result>) => Promise.all([work(), work()])
      const shown = await Promise.all(
        people.map(async (person) => {
          const [seen, same] = await twice(() => start(person))
          assert.deepEqual([titleOf(seen), controlOf(seen, 'accept')], ['Be kind', controlOf(same, 'accept')])
          const [next, still] = await twice(() => act(person, seen, ['accept']))
          assert.deepEqual([titleOf(next), titleOf(still)], ['Be quiet', 'Be quiet'])
          return { person, seen: next }
        }),
      )
      assert.equal((await runsOf(DEMO.guild)) - before, people.length)
      assert.deepEqual(await Promise.all(people.map(revisionOf)), [2, 2, 2, 2])
      await Promise.all(
        shown.map(async ({ person, seen }) => {
          let at = seen
          while (titleOf(at) !== 'Is this right?') at = await stepOn(person, at, SHORT)
          const ends = await twice(() => act(person, at, ['confirm']))
          assert.deepEqual(ends.map(titleOf), ['🎉 You have done it!', '🎉 You have done it!'])
        }),
      )
      assert.deepEqual(
        await Promise.all(people.map(completions)),
        people.map(() => 1),
      )
    })
  })
})

test('two different answers at once, in two processes, are one answer, and both are shown what follows on that', async () => {
  await withTwoProcesses(async () => {
    const people = Array.from({ length: 5 }, () => newcomer())
    await Promise.all(
      people.map(async (person) => {
        const seen = await act(person, await act(person, await start(person), ['accept']), ['accept'])
        const other = (await start(person)).message ?? assert.fail('nothing shown')
        const select = controlOf(seen, 'choose')
        const shown = await Promise.all([
          person.select(seen, select, ['friend']),
          person.select(other, select, ['search']),
        ])
        const [title, same] = shown.map(titleOf)
        assert.equal(title, same)
      }),
    )
  })
})

describe('a press on what was shown before', () => {
  test('shows where the member is, and neither skips nor doubles a step', async () => {
    const person = newcomer()
    const first = await start(person)
    const old = controlOf(first, 'accept')
    const { message } = first
    const elsewhere = await start(person)
    assert.ok(message && elsewhere.message && message.id !== elsewhere.message.id)
    let seen = await act(person, elsewhere, ['accept'])
    seen = await act(person, seen, ['accept'])
    assert.equal(titleOf(seen), 'How did you find us?')
    assert.equal(titleOf(await person.click(message, old)), 'How did you find us?')
    seen = await act(person, seen, ['choose', 'friend'])
    assert.equal(titleOf(seen), 'Who was it?')
  })

  test('of what is completed says so', async () => {
    const person = newcomer()
    const message = (await start(person)).message ?? assert.fail('nothing shown')
    await walkOn(person, await start(person), SHORT)
    assert.match(titleOf(await person.click(message, controlOf(message, 'accept'))), /done it/)
  })

  test('goes on a week later, and after leaving and coming back', async () => {
    const person = newcomer()
    let seen = await act(person, await start(person), ['accept'])
    person.leave(DEMO.guild)
    await app.moveTo(app.clock.now().add({ hours: 7 * 24 }))
    person.join(DEMO.guild)
    assert.equal(titleOf(await start(person)), 'Be quiet')
    seen = await act(person, seen, ['accept'])
    assert.equal(titleOf(seen), 'How did you find us?')
  })
})

/** The gateway of the test is a process of its own, which hears of settings a moment later. */
const heard = (what: RegExp) =>
  until(`the preview to say ${what}`, async () => {
    const seen = await app.simulator.person(GUEST).slash('onboarding preview', {}, { guild: DEMO.otherGuild })
    return what.test(`${seen.content} ${titleOf(seen)}`)
  })

describe('two guilds', () => {
  test('at once do not mix, in one member or in several', async () => {
    await other.set('system', { rules_channel_id: other.rulesChannel })
    await other.rule('Be elsewhere')
    await other.question('Do you come from afar?', 'text')
    const script: Script = { ...SHORT, 'Do you': ['write', 'From there'] }
    await Promise.all(
      [newcomer('en-US', [DEMO.guild, DEMO.otherGuild]), newcomer('en-US', [DEMO.guild, DEMO.otherGuild])].map(
        async (person) => {
          const [here, there] = await Promise.all([start(person), start(person, other)])
          const [one, two] = await Promise.all([walkOn(person, here, script), walkOn(person, there, script)])
          assert.ok(!one.titles.includes('Be elsewhere'))
          assert.deepEqual(two.titles.slice(0, 2), ['Be elsewhere', 'Do you come from afar?'])
          assert.equal((await responseOf(person)).answers.length, 4)
          assert.equal((await responseOf(person, other)).answers[0].answer, 'From there')
        },
      ),
    )
  })
})

describe('an admin who changes things meanwhile', () => {
  test('has the member look at a rule once more, and finds answers as they were asked', async () => {
    const guest = newcomer('en-US', [DEMO.otherGuild])
    const where = await other.question('Where is that?', 'select', { options: [{ label: 'Far', value: 'far' }] })
    let seen = await start(guest, other)
    const rules = await other.read('rules')
    await other.rule('Be here', { id: rules[0].id })
    seen = await act(guest, seen, ['accept'])
    assert.deepEqual([titleOf(seen), /changed by an admin/.test(seen.content)], ['Be here', true])
    seen = await act(guest, seen, ['accept'])
    seen = await act(guest, seen, ['write', 'From afar'])
    assert.equal(titleOf(seen), 'Where is that?')
    const questions = await other.read('questions')
    await other.question('Do you come from near?', 'text', { id: questions[0].id })
    await other.remove('questions', where)
    const first = await other.question('What is your name?', 'text', { step_order: 1 })
    seen = await act(guest, seen, ['choose', 'far'])
    assert.equal(titleOf(seen), 'What is your name?')
    await walkOn(guest, seen, { ...SHORT, 'What is': ['write', 'Gus'] })
    assert.deepEqual(
      (await responseOf(guest, other)).answers.map(({ question }: { question: string }) => question),
      ['Do you come from afar?', 'What is your name?'],
    )
    await other.remove('questions', first)
  })

  test('who closes the onboarding has members told so', async () => {
    const guest = newcomer('nl', [DEMO.otherGuild])
    const seen = await start(guest, other)
    await other.set('onboarding', { enabled: false })
    await heard(/switched off/)
    const closed = await act(guest, seen, ['accept'])
    assert.match(closed.content, /De onboarding van deze server is op dit moment gesloten/)
    assert.equal(titleOf(seen), 'Be here')
    await other.set('onboarding', { enabled: true })
    await heard(/nothing is stored Be here/)
    await until('the panel again', () => other.panels().length === 1)
  })
})

describe('the modes', () => {
  test('show rules only, or questions only', async () => {
    const guest = newcomer('en-US', [DEMO.otherGuild])
    await other.set('onboarding', { mode: 'rules_only' })
    await heard(/step 1 of 2/)
    const rulesOnly = await walkOn(guest, await start(guest, other), SHORT)
    assert.deepEqual(rulesOnly.titles, ['Be here', 'Is this right?'])
    assert.deepEqual((await responseOf(guest, other)).mode, 'rules_only')
    await other.set('onboarding', { mode: 'questions_only' })
    await heard(/Do you come from near/)
    const questionsOnly = await walkOn(guest, await start(guest, other), { ...SHORT, 'Do you': ['write', 'No'] })
    assert.deepEqual(questionsOnly.titles, [
      'Do you come from near?',
      'May we suggest things that fit you?',
      'Is this right?',
    ])
  })

  test('that begin with rules need some; the admins are told once an hour, the member each time', async () => {
    await other.set('onboarding', { mode: 'rules_only' })
    const [rule] = await other.read('rules')
    await other.rule('Be here', { id: rule.id, enabled: false })
    await heard(/There are no rules/)
    const told = async () =>
      (
        await app.db
          .selectFrom('operational_events')
          .select('details')
          .where('event_type', '=', 'ONBOARDING_ERROR')
          .execute()
      )
        .map(({ details }) => JSON.stringify(details))
        .filter((details) => details.includes('no_rules')).length
    for (const expected of [1, 1]) {
      const seen = await start(newcomer('en-US', [DEMO.otherGuild]), other)
      assert.match(seen.content, /There is nothing to show you yet/)
      assert.equal(await told(), expected)
    }
    await app.moveTo(app.clock.now().add({ minutes: 61 }))
    await start(newcomer('en-US', [DEMO.otherGuild]), other)
    assert.equal(await told(), 2)
  })
})
