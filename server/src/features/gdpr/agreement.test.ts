import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'

const app = await startApp()
const { owner, member, simulator } = app
after(() => app[Symbol.asyncDispose]())
const { general: GENERAL, rules: CLOSED } = DEMO.channels
const GUILD = DEMO.guild

const admin = await app.signIn(DEMO.people.demo_owner)
const ask = (method: string, path: string, body?: unknown) =>
  sendJson(`${app.alphapy.apiUrl}/api/dashboard/${path}`, method, body, admin)
const set = (settings: object, category = 'gdpr') => ask('POST', `settings/${GUILD}`, { category, settings })
const posted = () =>
  simulator.messages(GENERAL).filter(({ embeds, author_id }) => author_id === DEMO.bot && embeds[0]?.footer)
const figures = async () => (await ask('GET', `${GUILD}/gdpr`)).json
const panel = () => posted().at(-1) ?? assert.fail('no agreement is posted')
/** As a later version of the program would have it: what stands there by now is an older wording. */
const reword = () => app.db.updateTable('gdpr_texts').set({ digest: 'of another wording' }).execute()

describe('/gdpr post', () => {
  test('says which setting is missing', async () => {
    const seen = await owner.slash('gdpr post')
    assert.match(seen.content, /no channel.*`\/config set gdpr\.channel_id`/)
    assert.deepEqual(posted(), [])
  })

  test('says where the bot may not write, and what it needs there', async () => {
    const channel = app.simulator.state.channels.get(CLOSED) ?? assert.fail('no channel')
    channel.permission_overwrites = channel.permission_overwrites.filter(({ id }) => id !== DEMO.roles.bot)
    assert.equal((await set({ channel_id: CLOSED })).status, 200)
    const seen = await owner.slash('gdpr post')
    assert.match(seen.content, new RegExp(`may not write in <#${CLOSED}>.*Send Messages`))
  })

  test('is for admins alone', async () => {
    await assert.rejects(member.slash('gdpr post'), /offers no command/)
  })

  test('puts the agreement in the language of the guild with its button there, once, and pins it', async () => {
    assert.equal((await set({ channel_id: GENERAL })).status, 200)
    await set({ locale: 'nl' }, 'system')
    simulator.faults.on({ method: 'POST', path: `/channels/${GENERAL}/messages` }, 'drop_after', { times: 1 })
    const seen = await owner.slash('gdpr post')
    await seen.settled()
    assert.match(seen.content, /version 1.*is pinned/)
    const [message, ...more] = posted()
    assert.deepEqual(more, [])
    assert.equal(message?.embeds[0]?.title, 'Jouw gegevens en deze bot')
    assert.match(String(message?.embeds[0]?.description), /`\/my_data export`/)
    assert.equal(message?.pinned, true)
  })

  test('asked for again takes the place of the one that stands there', async () => {
    const before = panel()
    assert.match((await owner.slash('gdpr post')).content, /stands in <#\d+> and is pinned/)
    assert.deepEqual(
      posted().map(({ id }) => id),
      [before.id],
    )
    await set({ locale: 'en-US' }, 'system')
  })

  test('says so where the guild does without it, and so does its button', async () => {
    await set({ enabled: false })
    assert.match((await owner.slash('gdpr post')).content, /does without the privacy notice/)
    assert.match((await member.click(panel(), 'Ik ga akkoord')).content, /does without the privacy notice/)
    await set({ enabled: true })
    assert.equal(posted().length, 1)
  })
})

describe('the agreement', () => {
  test('is agreed to once, with wording, language and time (R-30)', async () => {
    const since = app.clock.now()
    const seen = await member.click(panel(), 'Ik ga akkoord')
    assert.ok(seen.ephemeral)
    assert.match(seen.content, /You agreed to version 1/)
    await app.moveTo(since.add({ minutes: 30 }))
    const again = await member.click(panel(), 'Ik ga akkoord')
    assert.match(again.content, new RegExp(`agreed to version 1 .* on <t:${since.epochMilliseconds / 1000}:f>`))
    const rows = await app.db.selectFrom('gdpr_acceptances').selectAll().execute()
    assert.deepEqual(
      rows.map(({ id: _, ...row }) => row),
      [
        {
          guild_id: GUILD,
          user_id: member.id,
          version: 1,
          language: 'nl',
          accepted_at: since,
          withdrawn_at: null,
        },
      ],
    )
    const stored = await app.db.selectFrom('gdpr_texts').select('body').executeTakeFirstOrThrow()
    assert.equal(JSON.parse(JSON.stringify(stored.body)).nl.body, panel().embeds[0]?.description)
  })

  test('pressed twice at once is agreed to once', async () => {
    const guest = simulator.person(DEMO.people.demo_staff)
    await Promise.all([guest.click(panel(), 'Ik ga akkoord'), guest.click(panel(), 'Ik ga akkoord')])
    assert.equal((await figures()).acceptance_count, 2)
  })

  test('is withdrawn by the member, and the history stays', async () => {
    const mine = await member.slash('my_data consent')
    assert.match(mine.content, /Version 1: agreed on/)
    const seen = await member.click(mine, 'Withdraw')
    assert.match(seen.content, /withdrawn your consent/)
    assert.match((await member.slash('my_data consent')).content, /Version 1: agreed on .*, withdrawn on/)
    assert.deepEqual(await figures(), {
      guild_id: Number(GUILD),
      acceptance_count: 1,
      versions: [{ version: 1, accepted: 1, withdrawn: 1 }],
    })
    assert.match((await member.click(panel(), 'Ik ga akkoord')).content, /You agreed to version 1/)
  })

  test('gives the role of the guild for as long as it holds, and says where it cannot', async () => {
    const roles = () => simulator.state.guilds.get(GUILD)?.members.get(member.id)?.roles ?? []
    const role = DEMO.roles.staff
    assert.equal((await set({ acceptance_role_id: role })).status, 200)
    simulator.faults.on(
      { method: 'PUT', path: `/guilds/${GUILD}/members/${member.id}/roles/${role}` },
      { status: 503 },
      { times: 2 },
    )
    assert.match((await member.click(panel(), 'Ik ga akkoord')).content, /could not give you the role/)
    const seen = await member.click(panel(), 'Ik ga akkoord')
    assert.match(seen.content, /You have the role <@&\d+> now/)
    assert.ok([...roles()].includes(role))
    await member.click(seen, 'Withdraw')
    assert.ok(![...roles()].includes(role))
    await set({ acceptance_role_id: null })
    await member.click(panel(), 'Ik ga akkoord')
  })

  test('of an older wording is not agreed to: the member is shown the present one and what held before', async () => {
    await reword()
    const seen = await member.click(panel(), 'Ik ga akkoord')
    assert.match(seen.content, /has been replaced.*version 2/s)
    assert.match(seen.content, /Before, you had agreed to version 1/)
    assert.equal(seen.embeds[0]?.title, 'Your data and this bot')
    const agreed = await member.click(seen, 'I agree')
    assert.match(agreed.content, /You agreed to version 2 .*Before, you had agreed to version 1/s)
    const { acceptance_count, versions } = await figures()
    assert.deepEqual(
      [acceptance_count, versions],
      [
        2,
        [
          { version: 2, accepted: 1, withdrawn: 0 },
          { version: 1, accepted: 2, withdrawn: 2 },
        ],
      ],
    )
    assert.match((await owner.slash('gdpr status')).content, /2 members agree.*Version 2 .*: 1 agreed, 0 withdrew/s)
  })

  test('leaves events for admins, and a change for open pages', async () => {
    const events = await app.db
      .selectFrom('operational_events')
      .select(['event_type', 'details'])
      .where('event_type', 'like', 'GDPR_%')
      .orderBy('id')
      .execute()
    assert.deepEqual(
      events.map(({ event_type }) => event_type),
      [
        'GDPR_ACCEPTED',
        'GDPR_ACCEPTED',
        'GDPR_WITHDRAWN',
        'GDPR_ACCEPTED',
        'GDPR_WITHDRAWN',
        'GDPR_ACCEPTED',
        'GDPR_ACCEPTED',
      ],
    )
    assert.deepEqual(events[0]?.details, { user_id: member.id, versions: [1] })
  })
})
