import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'
import { endStay, insertStay, openStay } from './join-store.ts'
import { invitePrivacy } from './privacy.ts'

/** What members and admins ask and set about invites. Inviter number n has brought n members. */

const GUILD = GuildId.parse(DEMO.guild)
const OTHER = GuildId.parse(DEMO.otherGuild)
const { demo_owner: OWNER, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people
const INVITERS = 12

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { owner, member, simulator } = app
const people = new Map<number, UserId>()
function inviter(n: number): UserId {
  const known = people.get(n) ?? UserId.parse(simulator.createUser({ username: `inviter_${n}` }).id)
  people.set(n, known)
  return known
}
const invited = (n: number, which: number) => UserId.parse(`130000000000${String(n).padStart(4, '0')}${which + 100}`)
const mentionOf = (n: number) => `<@${inviter(n)}>`

interface Stay {
  readonly guildId?: GuildId
  readonly by: UserId | null
  readonly userId: UserId
  readonly confidence?: 'certain' | 'likely' | 'unknown'
  readonly isRejoin?: boolean
  readonly at?: Temporal.Instant
}

function came({ guildId = GUILD, by, userId, confidence = 'certain', isRejoin = false, at }: Stay) {
  const attribution = { confidence, inviterId: by, code: by === null ? null : `code${by}` }
  const stay = { guildId, userId, joinedAt: at ?? app.clock.now(), attribution, isRejoin }
  const isCredited = by !== null && !isRejoin
  return app.db.transaction().execute((tx) => insertStay(tx, { ...stay, isCredited }, app.clock.now()))
}

const went = (userId: UserId, at = app.clock.now()) =>
  app.db.transaction().execute(async (tx) => {
    const stay = await openStay(tx, GUILD, userId)
    assert.ok(stay)
    await endStay(tx, stay, at)
  })

const boardOf = async (query = '', user: string = OWNER, guildId: GuildId = GUILD) => {
  const headers = { ...(await app.signIn(user)), prefer: 'snowflakes=string' }
  return sendJson(`${app.alphapy.apiUrl}/api/dashboard/${guildId}/invites${query}`, 'GET', undefined, headers)
}
const totals = async () => (await boardOf()).json.guild
const linesOf = (seen: { embeds: readonly { description?: string }[] }) =>
  seen.embeds[0]?.description?.split('\n') ?? []

before(async () => {
  for (let n = 1; n <= INVITERS; n += 1)
    for (let which = 0; which < n; which += 1)
      await came({ by: inviter(n), userId: invited(n, which), confidence: which === 0 ? 'likely' : 'certain' })
  await came({ guildId: OTHER, by: inviter(90), userId: invited(90, 0) })
})

describe('/inviteleaderboard', () => {
  test('shows everybody who invited the most, page by page, for whoever presses', async () => {
    const seen = await member.slash('inviteleaderboard')
    assert.deepEqual([seen.ephemeral, seen.message?.mentions], [false, []])
    assert.deepEqual(linesOf(seen).slice(0, 2), [
      `1. ${mentionOf(12)} · **12** invites`,
      `2. ${mentionOf(11)} · **11** invites`,
    ])
    assert.equal(linesOf(seen).length, 10)
    const next = await owner.click(seen, 'Next')
    assert.deepEqual(linesOf(next), [`11. ${mentionOf(2)} · **2** invites`, `12. ${mentionOf(1)} · **1** invite`])
    assert.deepEqual(next.embeds[0]?.footer, { text: 'Page 2 of 2' })
    assert.equal(linesOf(await member.click(next, 'Previous')).length, 10)
  })

  test('speaks Dutch to who does, and shows the last page beyond it', async () => {
    member.speaks('nl')
    const seen = await member.slash('inviteleaderboard', { limit: 5, page: 99 })
    member.speaks('en-US')
    assert.equal(seen.embeds[0]?.title, 'Uitnodigingen')
    assert.deepEqual(seen.embeds[0]?.footer, { text: 'Pagina 3 van 3' })
    assert.deepEqual(linesOf(seen), [
      `11. ${mentionOf(2)} · **2** uitnodigingen`,
      `12. ${mentionOf(1)} · **1** uitnodiging`,
    ])
  })

  test('shows nothing of another guild', async () => {
    const seen = await simulator.person(GUEST).slash('inviteleaderboard', {}, { guild: OTHER })
    assert.deepEqual(linesOf(seen), [`1. ${mentionOf(90)} · **1** invite`])
  })
})

describe('/invites', () => {
  test('says to oneself alone what the count is made of', async () => {
    const [one, two, three] = [0, 1, 2].map((which) => invited(50, which)) as [UserId, UserId, UserId]
    await came({ by: UserId.parse(MEMBER), userId: one })
    await came({ by: UserId.parse(MEMBER), userId: two, confidence: 'likely' })
    await came({ by: UserId.parse(MEMBER), userId: three, isRejoin: true })
    await went(two)
    const seen = await member.slash('invites')
    assert.ok(seen.ephemeral)
    assert.deepEqual(seen.content.split('\n'), [
      `<@${MEMBER}> has **1** invite.`,
      'Joined: 2 (1 certain, 1 likely)',
      'Left again: 1',
      'Came back: 1, not counted again',
    ])
    member.speaks('nl')
    const dutch = await member.slash('invites', { member: OWNER })
    member.speaks('en-US')
    assert.match(dutch.content, new RegExp(`^<@${OWNER}> heeft \\*\\*0\\*\\* uitnodigingen\\.\nErbij gekomen: 0`))
  })
})

describe('/setinvites and /resetinvites', () => {
  test('set the count, for everybody to see, mention nobody and stand in the log', async () => {
    const set = await owner.slash('setinvites', { member: MEMBER, count: 40 })
    assert.deepEqual([set.ephemeral, set.message?.mentions], [false, []])
    assert.equal(set.content, `<@${MEMBER}> has 40 invites now; before it was 1.`)
    await came({ by: UserId.parse(MEMBER), userId: invited(51, 0) })
    assert.match((await member.slash('invites')).content, /\*\*41\*\* invites.*Set by admins: \+39/s)
    const reset = await owner.slash('resetinvites', { member: MEMBER })
    assert.equal(reset.content, `<@${MEMBER}> has 0 invites now; before it was 41.`)
    const events = await app.db
      .selectFrom('operational_events')
      .selectAll()
      .where('event_type', '=', 'INVITES_CHANGED')
      .orderBy('id')
      .execute()
    assert.deepEqual(
      events.map(({ guild_id, details }) => [guild_id, details]),
      [
        [1, 40],
        [41, 0],
      ].map(([old_count, new_count]) => [GUILD, { changed_by: OWNER, user_id: MEMBER, old_count, new_count }]),
    )
    const changes = await app.db.selectFrom('data_changes').select('ref').where('kind', '=', 'invites').execute()
    assert.deepEqual(changes, [{ ref: MEMBER }, { ref: MEMBER }])
  })

  test('do nothing for members without the right, even where the guild opened them', async () => {
    for (const name of ['setinvites', 'resetinvites']) {
      assert.ok(!member.offered().some((command) => command.name === name))
      const command = [...simulator.state.commands.values()].find((one) => one.name === name)
      assert.ok(command)
      command.default_member_permissions = null
      const count = name === 'setinvites' ? { count: 9 } : {}
      const seen = await member.slash(name, { member: inviter(12), ...count })
      assert.match(seen.content, /Manage Server/)
    }
    assert.match((await member.slash('invites', { member: inviter(12) })).content, /\*\*12\*\*/)
  })
})

describe('GET /api/dashboard/{guild_id}/invites', () => {
  test('gives admins the figures of their own guild alone', async () => {
    const { status, json } = await boardOf('?limit=1')
    assert.equal(status, 200)
    assert.deepEqual(json.inviters, [
      { user_id: inviter(12), invites: 12, joins: 12, left: 0, rejoins: 0, adjustment: 0, certain: 11, likely: 1 },
    ])
    assert.deepEqual([json.page, json.pages, json.total], [1, 12, 12])
    assert.deepEqual((await boardOf('', GUEST, OTHER)).json.inviters.length, 1)
    assert.equal((await boardOf('', OWNER, OTHER)).status, 403)
  })
})

describe('a person', () => {
  test('reads everything kept, and is erased while counts go on adding up', async () => {
    const person = { userId: inviter(11), guildId: null }
    await came({ by: inviter(12), userId: inviter(11) })
    await owner.slash('setinvites', { member: inviter(11), count: 20 })
    const exported = () => app.db.transaction().execute((tx) => invitePrivacy.export(tx, person))
    const before = await exported()
    assert.deepEqual(before.invited, [{ guild_id: GUILD, joins: 11, adjustment: 9 }])
    assert.equal(before.invite_joins?.length, 1)
    assert.equal(
      Temporal.Instant.from(String(before.invite_joins?.[0]?.joined_at)).toString(),
      app.clock.now().toString(),
    )
    const sums = await totals()
    const done = await app.db.transaction().execute((tx) => invitePrivacy.erase(tx, person))
    assert.deepEqual(done, { invite_joins: 1, invited: 11, own_invites: 0, invite_tallies: 1 })
    assert.ok(Object.values(await exported()).every((rows) => rows.length === 0))
    assert.deepEqual(await totals(), sums)
    assert.match((await member.slash('invites', { member: inviter(12) })).content, /\*\*13\*\*/)
  })

  test('is erased in one guild alone where that is asked', async () => {
    await app.db.transaction().execute((tx) => invitePrivacy.erase(tx, { userId: inviter(90), guildId: GUILD }))
    assert.equal((await boardOf('', GUEST, OTHER)).json.total, 1)
  })
})

describe('who left long ago', () => {
  test('is forgotten, but counted', async () => {
    const [gone, back, stays] = [0, 1, 2].map((which) => invited(60, which)) as [UserId, UserId, UserId]
    for (const userId of [gone, back, stays]) await came({ by: inviter(60), userId })
    await went(gone)
    await went(back)
    await came({ by: inviter(60), userId: back, isRejoin: true, at: app.clock.now().add({ seconds: 1 }) })
    const sums = await totals()
    const figures = async () => (await member.slash('invites', { member: inviter(60) })).content
    const before = await figures()
    await app.moveTo(app.clock.now().add({ hours: 401 * 24 }))
    const kept = async () =>
      (await app.db.selectFrom('invite_joins').select('user_id').where('inviter_id', '=', inviter(60)).execute()).map(
        ({ user_id }) => user_id,
      )
    await until('the stay to be forgotten', async () => !(await kept()).includes(gone))
    assert.deepEqual((await kept()).sort(), [back, back, stays].sort())
    assert.equal(await figures(), before)
    assert.deepEqual(await totals(), sums)
  })
})

describe('the buttons of a leaderboard', () => {
  test('outlive a restart', async () => {
    const seen = await member.slash('inviteleaderboard')
    await app.alphapy.stop()
    const again = await startAgain(app, 'gateway')
    const next = await member.click(seen, 'Next').finally(() => again.stop())
    assert.match(linesOf(next)[0] ?? '', /^11\. /)
  })
})
