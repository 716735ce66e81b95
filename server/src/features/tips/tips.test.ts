import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { sql } from 'kysely'
import { GuildId } from '../../kernel/ids.ts'
import { type Milestone, reachMilestone } from '../../platform/events/milestones.ts'
import { guildSettings } from '../../platform/settings/settings.ts'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'
import { tipService } from './tips.ts'

const GUILD = GuildId.parse(DEMO.guild)
const OWNER = DEMO.people.demo_owner
const LOGS = DEMO.channels.logs

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { db, simulator, owner } = app

afterEach(async () => {
  await db.deleteFrom('guild_milestones').execute()
})
async function choose(settings: Record<string, Record<string, unknown>>) {
  const path = `${app.alphapy.apiUrl}/api/dashboard/settings/${GUILD}`
  const { status, text } = await sendJson(path, 'PUT', settings, await app.signIn(OWNER))
  assert.equal(status, 200, text)
}
const reach = (milestone: Milestone, guildId = GUILD) =>
  db.transaction().execute((tx) => reachMilestone(tx, guildId, milestone, app.clock.now()))
const later = (duration: Temporal.DurationLike) => app.moveTo(app.clock.now().add(duration))
const given = () =>
  simulator
    .messages(LOGS)
    .map(({ embeds }) => String(embeds[0]?.title))
    .filter((title) => title.startsWith('💡'))
/** Those that came since `before`. */
const since = (before: number, count: number) =>
  until(`${count} tips`, () => given().length >= before + count && given().slice(before))
const dueAt = async (milestone: Milestone) =>
  (await db.selectFrom('guild_milestones').selectAll().where('milestone', '=', milestone).executeTakeFirst())?.due_at
/** The worker has looked at it, and left it for later. */
const postponed = (milestone: Milestone) =>
  until('it to be left for later', async () => {
    const due = await dueAt(milestone)
    return due && Temporal.Instant.compare(due, app.clock.now()) > 0
  })
async function remind() {
  const body = { name: 'Tea', channel_id: DEMO.channels.general, time: '09:00', days: ['0'] }
  const { status, text } = await app.send(OWNER, 'POST', '/api/reminders', body)
  assert.equal(status, 200, text)
}

describe('a tip', () => {
  test('waits for a log channel, and comes once', async () => {
    await remind()
    await postponed('first_reminder')
    assert.deepEqual(given(), [])
    await choose({ system: { log_channel_id: LOGS } })
    await later({ minutes: 10 })
    assert.deepEqual(await since(0, 1), ['💡 The first reminder is set'])
    await later({ hours: 25 })
    await remind()
    await reach('first_ticket')
    assert.deepEqual(await since(0, 2), ['💡 The first reminder is set', '💡 The first ticket is open'])
  })

  test('comes at most once a day: the next one waits and is not lost', async () => {
    const before = given().length
    await reach('first_ticket')
    await since(before, 1)
    await reach('first_gpt')
    await postponed('first_gpt')
    await later({ hours: 23 })
    assert.equal(given().length, before + 1)
    await later({ hours: 1 })
    assert.equal((await since(before, 2))[1], '💡 The language model was asked for the first time')
  })

  test('is told once in a day by any number of processes', async () => {
    await later({ hours: 25 })
    const kinds = ['first_gpt', 'first_ticket', 'first_reminder', 'first_reminder_watcher'] as const
    await choose({ fyi: { enabled: false } })
    await db.transaction().execute(async (tx) => {
      for (const kind of kinds) await reachMilestone(tx, GUILD, kind, app.clock.now())
    })
    await postponed('first_gpt')
    await choose({ fyi: { enabled: true } })
    const { clock } = app
    const service = () =>
      tipService({
        db,
        clock,
        settings: guildSettings({ db, clock, notices: { on: () => undefined } }),
        access: { channelAccess: async () => null },
      })
    const held = Promise.withResolvers<void>()
    const holder = db.transaction().execute(async (tx) => {
      await tx.updateTable('guild_milestones').set({ told_at: null }).execute()
      await held.promise
    })
    const telling = Array.from({ length: 4 }, () => service().tellNext(GUILD))
    await until('several that wait', async () => {
      const waiting = sql<{ count: string }>`select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`
      return Number((await waiting.execute(db)).rows[0]?.count) >= 2
    })
    held.resolve()
    await Promise.all([holder, ...telling])
    const told = await db.selectFrom('guild_milestones').selectAll().where('told_at', 'is not', null).execute()
    const posted = await db
      .selectFrom('outgoing_messages')
      .select('id')
      .where('purpose', '=', 'tips.tip')
      .where('created_at', '=', clock.now())
      .execute()
    assert.deepEqual([told.length, posted.length], [1, 1])
    await later({ seconds: 1 })
  })

  test('speaks the language of the guild, and is not given where none are wanted', async () => {
    await later({ hours: 25 })
    await choose({ system: { locale: 'nl' }, fyi: { enabled: false } })
    const before = given().length
    await reach('first_onboarding_done')
    await postponed('first_onboarding_done')
    assert.equal(given().length, before)
    await choose({ fyi: { enabled: true } })
    await later({ minutes: 10 })
    assert.deepEqual(await since(before, 1), ['💡 Het eerste lid heeft de onboarding afgerond'])
    await choose({ system: { locale: null } })
  })

  test('is nothing for what was done a month ago', async () => {
    await later({ hours: 25 })
    const before = given().length
    const longAgo = app.clock.now().subtract({ hours: 31 * 24 })
    await db.transaction().execute((tx) => reachMilestone(tx, GUILD, 'first_gpt', longAgo))
    await reach('first_ticket')
    assert.deepEqual(await since(before, 1), ['💡 The first ticket is open'])
    await later({ hours: 25 })
    assert.equal(given().length, before + 1)
  })

  test('comes when the guided set-up is finished', async () => {
    await later({ hours: 25 })
    const before = given().length
    let seen = await owner.slash('config start')
    for (let step = 0; step < 9 && !JSON.stringify(seen.components).includes('setup_end'); step += 1) {
      const [next = ''] = [...JSON.stringify(seen.components).matchAll(/"(settings:setup:[^"]+)"/g)]
        .map(([, id]) => id)
        .slice(-1)
      seen = await owner.click(seen, next)
    }
    await owner.click(seen, `settings:setup_end::${OWNER}`)
    assert.deepEqual(await since(before, 1), ['💡 You have set me up'])
  })
})

describe('/tips', () => {
  test('posts a tip now, and lets those that were given come again', async () => {
    await later({ hours: 25 })
    const before = given().length
    const offered = await owner.autocomplete('tips send', 'tip', 'ticket')
    assert.deepEqual(offered, [{ name: 'The first ticket is open', value: 'first_ticket' }])
    const sent = await owner.slash('tips send', { tip: 'first_ticket' })
    assert.deepEqual([sent.ephemeral, sent.content], [true, `💡 The tip goes to <#${LOGS}>.`])
    assert.deepEqual(await since(before, 1), ['💡 The first ticket is open'])
    owner.speaks('nl')
    assert.equal((await owner.slash('tips reset')).content, '1 tip mag opnieuw komen.')
    owner.speaks('en-US')
    assert.equal((await owner.slash('tips reset', { tip: 'first_ticket' })).content, '0 tips may come again.')
    assert.match((await owner.slash('tips send', { tip: 'nonsense' })).content, /choose one from the suggestions/)
  })

  test('says which permission the bot lacks in the log channel, and then gives none', async () => {
    const deny = String(PermissionFlagsBits.SendMessages)
    const silent = simulator.createChannel(GUILD, {
      name: 'silent',
      permission_overwrites: [{ id: DEMO.roles.bot, type: 0, allow: '0', deny }],
    })
    await until('the channel to be known', () =>
      choose({ system: { log_channel_id: silent.id } }).then(
        () => true,
        () => false,
      ),
    )
    const refused = await owner.slash('tips send', { tip: 'first_ticket' })
    assert.match(refused.content, new RegExp(`^For that I need the permission Send Messages in <#${silent.id}>`))
    assert.deepEqual(await db.selectFrom('guild_milestones').select('milestone').execute(), [])
    await choose({ system: { log_channel_id: LOGS } })
  })

  test('says so where there is no log channel, and is for admins alone', async () => {
    const guest = simulator.person(DEMO.people.demo_guest)
    const refused = await guest.slash('tips send', { tip: 'first_ticket' }, { guild: DEMO.otherGuild })
    assert.match(refused.content, /There is no log channel/)
    for (const command of simulator.state.commands.values())
      if (command.name === 'tips') command.default_member_permissions = null
    const place = { channel: DEMO.channels.general }
    assert.equal((await app.member.slash('tips reset', {}, place)).content, 'Only admins of this server can do that.')
  })
})
