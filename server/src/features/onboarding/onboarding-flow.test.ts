import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { controlOf, onboardingGuild, titleOf } from '../../testing/onboarding.ts'
import { until } from '../../testing/until.ts'

const { demo_owner: OWNER, demo_guest: GUEST } = DEMO.people
const { member: MEMBER_ROLE, staff: JOIN_ROLE } = DEMO.roles

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const surroundings = { simulator: app.simulator, apiUrl: app.alphapy.apiUrl ?? '' }
const home = await onboardingGuild(surroundings, { guild: DEMO.guild, admin: OWNER, rulesChannel: DEMO.channels.rules })
await home.set('system', { rules_channel_id: home.rulesChannel })
await home.set('onboarding', { completion_role_id: MEMBER_ROLE })
await home.rule('Be kind', { image_url: 'https://example.com/kind.png' })
await home.rule('Be quiet', { thumbnail_url: 'https://example.com/quiet.png' })
await home.question('How did you find us?', 'select', {
  options: [
    { label: 'A friend', value: 'friend' },
    { label: 'A search', value: 'search' },
  ],
  followup: { friend: { question: 'Who was it?' }, search: { question: 'Your address there?', type: 'email' } },
})
await home.question('What do you like?', 'multiselect', {
  options: ['Tea', 'Coffee', 'Water'].map((label) => ({ label, value: label })),
  required: false,
})
await home.question('Your email address?', 'email')
await home.question('Anything else?', 'text', { required: false })

type Person = typeof app.member
const rolesOf = (guild: string, user: string) => app.simulator.state.guilds.get(guild)?.members.get(user)?.roles ?? []

/** A newcomer in the demo guild. */
function newcomer(locale = 'en-US'): Person {
  const { id } = app.simulator.createUser({ username: `newcomer${Math.random().toString(36).slice(2, 8)}` })
  const person = app.simulator.person(id)
  person.speaks(locale)
  person.join(DEMO.guild)
  return person
}

async function write(person: Person, on: Awaited<ReturnType<Person['click']>>, text: string) {
  return person.submit(await person.click(on, controlOf(on, 'write')), { answer: text })
}
const pick = (person: Person, on: Awaited<ReturnType<Person['click']>>, ...values: string[]) =>
  person.select(on, controlOf(on, 'choose'), values)

test('whole', async () => {
  await home.panel().catch(async (e) => { console.log(app.log.slice(-8).join('\n'), await app.db.selectFrom('onboarding_panels').selectAll().execute(), await app.db.selectFrom('operational_events').selectAll().execute()); throw e })
  const person = newcomer()
  let seen = await person.click(await home.panel(), 'Start')
  for (;;) {
    console.log(titleOf(seen), JSON.stringify(seen.embeds), JSON.stringify(seen.components).slice(0, 200))
    const t = titleOf(seen)
    if (t.startsWith('Be')) seen = await person.click(seen, 'I accept')
    else if (t.startsWith('How did')) seen = await pick(person, seen, 'search')
    else if (t.startsWith('Your address')) seen = await write(person, seen, 'a@b.com')
    else if (t.startsWith('What do')) seen = await person.click(seen, 'Skip')
    else if (t.startsWith('Your email')) seen = await write(person, seen, 'me@example.com')
    else if (t.startsWith('Anything')) seen = await write(person, seen, 'nothing *else*')
    else if (t.startsWith('May we')) seen = await pick(person, seen, 'full')
    else if (t.startsWith('Which language do')) seen = await pick(person, seen, 'other')
    else if (t.startsWith('Which language is')) seen = await write(person, seen, 'Frisian')
    else if (t.startsWith('Is this')) seen = await person.click(seen, 'Confirm')
    else break
  }
  await until('the role', () => rolesOf(DEMO.guild, person.id).includes(MEMBER_ROLE))
})
