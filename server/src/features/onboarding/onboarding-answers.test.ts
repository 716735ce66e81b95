import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { act, controlOf, onboardingGuild, type Script, titleOf, walkOn } from '../../testing/onboarding.ts'
import { gatherCrowd } from '../../testing/onboarding-crowd.ts'
import { onboardingPrivacy } from './privacy.ts'

const { demo_owner: OWNER, demo_guest: GUEST, demo_staff: STAFF } = DEMO.people
const GUILD = DEMO.guild

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const apiUrl = app.alphapy.apiUrl ?? ''
const home = await onboardingGuild(
  { simulator: app.simulator, apiUrl },
  { guild: GUILD, admin: OWNER, rulesChannel: DEMO.channels.rules },
)
await home.set('system', { rules_channel_id: home.rulesChannel })
const rule = await home.rule('Be kind')
const city = await home.question('Which city?', 'select', {
  options: [
    { label: 'Ghent', value: 'ghent' },
    { label: 'Another one', value: 'other' },
  ],
  followup: { other: { question: 'Which one is it?' } },
})
const mail = await home.question('Your email?', 'email')

const SCRIPT: Script = {
  Be: ['accept'],
  'Which city': ['choose', 'other'],
  'Which one': ['write', 'Sint-*Niklaas*'],
  'Your email': ['write', 'secret@example.com'],
  'May we': ['choose', 'full'],
  'Which language': ['choose', 'nl'],
  'Is this': ['confirm'],
}
type Person = typeof app.member
const start = async (person: Person) => person.click(await home.panel(), 'Start')
let newcomers = 0
function newcomer(): Person {
  newcomers += 1
  const person = app.simulator.person(app.simulator.createUser({ username: `newcomer${newcomers}` }).id)
  person.join(GUILD)
  return person
}
const responses = async (query = '') => home.read(`responses${query}`)
const usersIn = ({ responses: list }: { responses: { user_id: string }[] }) => list.map(({ user_id }) => user_id)

const people = [newcomer(), newcomer(), newcomer()]
for (const person of people) {
  const first = await start(person)
  await app.clock.advance({ seconds: 40 })
  await walkOn(person, first, SCRIPT)
}
const [first, second, third] = people
assert.ok(first && second && third)

describe('the answers of a guild', () => {
  test('are listed page by page, the latest first', async () => {
    const page = await responses('?limit=2')
    assert.deepEqual(usersIn(page), [third.id, second.id])
    const rest = await responses(`?limit=2&before=${page.next_before}`)
    assert.deepEqual([usersIn(rest), rest.next_before], [[first.id], null])
  })

  test('are for its admins alone', async () => {
    for (const path of ['responses', 'funnel'])
      for (const user of [GUEST, STAFF]) {
        const url = `${apiUrl}/api/dashboard/${GUILD}/onboarding/${path}`
        assert.equal((await sendJson(url, 'GET', undefined, await app.signIn(user))).status, 403)
      }
  })

  test('stand in no log, neither in the log channel nor in that of the program (S-22)', async () => {
    await home.set('system', { log_channel_id: DEMO.channels.logs })
    await walkOn(first, await start(first), SCRIPT)
    const events = await app.db.selectFrom('operational_events').selectAll().execute()
    assert.ok(events.some(({ event_type: type }) => type === 'ONBOARDING_COMPLETED'))
    const everything = JSON.stringify([events, app.log, app.simulator.messages(DEMO.channels.logs)])
    for (const answer of ['secret@example.com', 'Niklaas']) assert.ok(!everything.includes(answer))
  })

  test('of one member are shown to an admin, as they were typed', async () => {
    const seen = await app.owner.slash('onboarding responses', { member: second.id })
    assert.ok(seen.ephemeral)
    const { description = '' } = seen.embeds[0] ?? {}
    assert.match(description, new RegExp(`^Of <@${second.id}>, confirmed <t:\\d+:f>`))
    assert.ok(description.includes('**Which city?**\nAnother one → Sint\\-\\*Niklaas\\*'))
    assert.ok(description.includes('**Language**\nDutch'))
    const none = await app.owner.slash('onboarding responses', { member: STAFF })
    assert.match(none.content, /has not completed the onboarding/)
  })
})

describe('the funnel', () => {
  test('counts who started, came to each step and completed, with the median time', async () => {
    const stopped = newcomer()
    await act(stopped, await act(stopped, await start(stopped), ['accept']), ['choose', 'ghent'])
    const funnel = await home.read('funnel?days=7')
    assert.deepEqual(
      [funnel.started, funnel.completed, funnel.in_progress, funnel.abandoned, funnel.median_seconds],
      [5, 4, 1, 0, 40],
    )
    const steps = funnel.steps.map(({ kind, id, reached, completed }: Record<string, unknown>) => [
      kind,
      id,
      reached,
      completed,
    ])
    assert.deepEqual(steps, [
      ['rule', rule, 5, 5],
      ['question', city, 5, 5],
      ['followup', city, 4, 4],
      ['question', mail, 5, 4],
      ['personalization', null, 4, 4],
      ['language', null, 4, 4],
      ['summary', null, 4, 4],
    ])
    const { description = '' } = (await app.owner.slash('onboarding funnel', { days: 7 })).embeds[0] ?? {}
    assert.match(description, /Started: \*\*5\*\* · completed: \*\*4\*\*/)
    assert.match(description, /Follow-up: Which one is it\?: 4 of 4/)
  })

  test('counts whoever did nothing for a week as having stopped, and nobody before its days', async () => {
    await app.moveTo(app.clock.now().add({ hours: 8 * 24 }))
    const { in_progress, abandoned } = await home.read('funnel')
    assert.deepEqual([in_progress, abandoned], [0, 1])
    assert.equal((await home.read('funnel?days=3')).started, 0)
    assert.match((await app.owner.slash('onboarding funnel', { days: 3 })).embeds[0]?.description ?? '', /Nobody/)
  })
})

describe('the preview', () => {
  test('walks an admin through everything, in order, and stores nothing', async () => {
    const titles: string[] = []
    let seen = await app.owner.slash('onboarding preview')
    for (;;) {
      titles.push(titleOf(seen))
      assert.match(seen.content, new RegExp(`^\\*\\*Preview\\*\\* · step ${titles.length} of 8`))
      if (titles.length === 8) break
      seen = await app.owner.click(seen, 'Next')
    }
    assert.deepEqual(titles, [
      'Be kind',
      'Which city?',
      'Which one is it?',
      'Your email?',
      'May we suggest things that fit you?',
      'Which language do you like to read?',
      'Which language is it?',
      'Is this right?',
    ])
    const back = await app.owner.click(seen, 'onboarding:preview:6')
    assert.equal(titleOf(back), 'Which language is it?')
    const progress = await app.db.selectFrom('onboarding_progress').select('user_id').execute()
    assert.ok(!progress.some(({ user_id }) => user_id === OWNER))
  })

  test('survives what is deleted meanwhile', async () => {
    let seen = await app.owner.slash('onboarding preview')
    for (let step = 1; step < 8; step += 1) seen = await app.owner.click(seen, 'Next')
    const extra = await home.rule('Be brief')
    seen = await app.owner.click(await app.owner.click(seen, 'onboarding:preview:6'), 'Next')
    seen = await app.owner.click(seen, 'Next')
    assert.equal(titleOf(seen), 'Is this right?')
    await home.remove('rules', extra)
    assert.match((await app.owner.click(seen, 'onboarding:preview:7')).content, /step 8 of 8/)
  })
})

test('a member without rights is offered no command, and whoever lost theirs gets no further in the preview', async () => {
  assert.ok(!app.member.offered().some(({ name }) => name === 'onboarding'))
  const admin = app.simulator.person(DEMO.people.demo_admin)
  const seen = await admin.slash('onboarding preview')
  const member = app.simulator.state.guilds.get(GUILD)?.members.get(admin.id) ?? assert.fail('no such member')
  member.roles = []
  const refused = await admin.click(seen, 'Next')
  assert.match(refused.content, /Only admins of this server can do that/)
  assert.match(seen.content, /step 1 of 8/)
})

describe('a person', () => {
  const person = { userId: UserId.parse(first.id), guildId: GuildId.parse(GUILD) }
  const exported = () => app.db.transaction().execute((tx) => onboardingPrivacy.export(tx, person))

  test('is given everything, also what is under way, and no more of it is left once erased', async () => {
    await act(first, await start(first), ['accept'])
    const before = await exported()
    assert.deepEqual(Object.keys(before), ['onboarding_progress', 'onboarding_responses'])
    assert.ok(JSON.stringify(before).includes('secret@example.com'))
    const figures = await home.read('funnel')
    const elsewhere = { ...person, guildId: GuildId.parse(DEMO.otherGuild) }
    const erase = (of: typeof person | { userId: UserId; guildId: null }) =>
      app.db.transaction().execute((tx) => onboardingPrivacy.erase(tx, of))
    assert.deepEqual(Object.values(await erase(elsewhere)), [0, 0, 0])
    assert.deepEqual(await erase({ ...person, guildId: null }), {
      onboarding_progress: 1,
      onboarding_responses: 1,
      onboarding_role_tasks: 0,
    })
    assert.deepEqual(await exported(), {})
    assert.deepEqual(usersIn(await responses()), [third.id, second.id])
    assert.deepEqual(await home.read('funnel'), figures)
  })

  test('who was erased on the way begins anew, at the button that is there', async () => {
    const seen = await start(second)
    const everywhere = { userId: UserId.parse(second.id), guildId: null }
    await app.db.transaction().execute((tx) => onboardingPrivacy.erase(tx, everywhere))
    const told = await act(second, seen, ['accept'])
    assert.match(told.content, /You have not begun yet/)
    assert.equal(titleOf(await second.click(told, controlOf(told, 'again'))), 'Be kind')
  })
})

describe('several follow-ups of one question', () => {
  test('are asked one after the other, in the order of the options', async () => {
    const pets = await home.question('Which pets?', 'multiselect', {
      options: ['Cat', 'Dog'].map((label) => ({ label, value: label })),
      followup: { Dog: { question: 'Its size?' }, Cat: { question: 'Its colour?' } },
      step_order: 1,
    })
    const person = newcomer()
    const script = { ...SCRIPT, 'Which pets': ['choose', 'Dog', 'Cat'], Its: ['write', 'Any'] } as const
    const { titles } = await walkOn(person, await start(person), script)
    assert.deepEqual(titles.slice(1, 4), ['Which pets?', 'Its colour?', 'Its size?'])
    await home.remove('questions', pets)
  })
})

test('a crowd of 60 in 6 guilds at once comes to the end, each in their own guild', async () => {
  const crowd = await gatherCrowd(app, { guilds: 6, membersOfEach: 10, rules: ['Be one of many'], questions: [] })
  const script: Script = { Be: ['accept'], 'May we': ['choose', 'no'], 'Is this': ['confirm'] }
  await Promise.all(crowd.map(async ({ person, panel }) => walkOn(person, await person.click(panel, 'Start'), script)))
  const stored = await app.db.selectFrom('onboarding_responses').select(['guild_id', 'user_id']).execute()
  const expected = crowd.map(({ guild, person }) => `${guild} ${person.id}`)
  const guilds = new Set(crowd.map(({ guild }) => guild))
  const found = stored.filter(({ guild_id }) => guilds.has(guild_id)).map((row) => `${row.guild_id} ${row.user_id}`)
  assert.deepEqual(found.toSorted(), expected.toSorted())
})
