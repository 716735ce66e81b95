import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { testDatabase } from '../../testing/database.ts'
import { tcpProxy } from '../../testing/tcp-proxy.ts'
import { until } from '../../testing/until.ts'

const { demo_owner: OWNER, demo_guest: GUEST, demo_member: MEMBER } = DEMO.people
const app = await startApp()
after(() => app[Symbol.asyncDispose]())

const metrics = (userId: string, query = '', path = '/api/dashboard/metrics') =>
  app.send(userId, 'GET', `${path}${query}`)

async function remind(userId: string, channel: string, change: object) {
  const body = { name: 'Tea', channel_id: channel, ...change }
  const { status, text } = await app.send(userId, 'POST', '/api/reminders', body)
  assert.equal(status, 200, text)
}

async function override(guild: string, scope: string, key: string, value: unknown) {
  const row = {
    guild_id: guild,
    scope,
    key,
    value: JSON.stringify(value),
    value_type: 'any',
    updated_at: app.clock.now(),
  }
  await app.db.insertInto('guild_settings').values(row).execute()
}

/** The names of all fields; those of a list are those of its first item. */
function fieldsOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [fieldsOf(value[0])] : []
  if (typeof value !== 'object' || value === null) return '.'
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fieldsOf(inner)]))
}

before(async () => {
  await remind(OWNER, DEMO.channels.general, { time: '09:00', days: ['0', '1', '2', '3', '4', '5', '6'] })
  await remind(OWNER, DEMO.channels.announcements, { name: 'Soon', event_time: '2027-03-01T20:00:00Z' })
  await remind(GUEST, DEMO.channels.otherGeneral, { name: 'Elsewhere', event_time: '2027-03-01T19:00:00Z' })
  await override(DEMO.guild, 'reminders', 'max_per_member', 7)
  await override(DEMO.guild, 'system', 'log_channel_id', DEMO.channels.logs)
  await override(DEMO.guild, 'nobody', 'declares_this', 'gone')
  await override(DEMO.otherGuild, 'reminders', 'max_per_member', 9)
  await app.member.slash('reminder_list')
  await app.member.slash('reminder_list')
  await app.owner.slash('add_reminder', { name: 'Tea', when: 'never ever' })
  await app.simulator.person(GUEST).slash('reminder_list', {}, { channel: DEMO.channels.otherGeneral })
  await until('figures', async () => {
    await app.clock.advance({ seconds: 5 })
    const { json } = await metrics(OWNER, `?guild_id=${DEMO.guild}`)
    return json.bot.online && json.command_usage.total_commands_24h === 3
  })
})

describe('metrics', () => {
  test('have every field of version 2.4', async () => {
    const { json } = await metrics(OWNER)
    assert.deepEqual(fieldsOf(json), {
      bot: {
        online: '.',
        latency_ms: '.',
        uptime_seconds: '.',
        uptime_human: '.',
        commands_loaded: '.',
        version: '.',
        codename: '.',
        guilds: [{ id: '.', name: '.', member_count: '.', owner_id: '.' }],
        commands: [{ qualified_name: '.', description: '.', type: '.' }],
      },
      gpt: {
        last_success_time: '.',
        last_error_type: '.',
        average_latency_ms: '.',
        total_tokens_today: '.',
        rate_limit_reset: '.',
        current_model: '.',
        last_user_id: '.',
        success_count: '.',
        error_count: '.',
        last_success_latency_ms: '.',
        recent_successes: [],
        recent_errors: [],
      },
      reminders: {
        total: '.',
        recurring: '.',
        one_off: '.',
        next_event_time: '.',
        per_channel: { [DEMO.channels.general]: '.', [DEMO.channels.announcements]: '.' },
        upcoming: [{ id: '.', name: '.', channel_id: '.', scheduled_time: '.', is_recurring: '.' }],
      },
      tickets: {
        total: '.',
        per_status: {},
        open_count: '.',
        last_ticket_created_at: '.',
        average_close_seconds: '.',
        average_close_human: '.',
        open_items: [],
        open_ticket_ids: [],
      },
      settings_overrides: [{ scope: '.', key: '.', value: '.', guild_id: '.' }],
      infrastructure: { database_up: '.', pool_size: '.', checked_at: '.' },
      command_usage: {
        top_commands: [{ command_name: '.', usage_count: '.' }],
        total_commands_24h: '.',
        period_days: '.',
      },
      cache_metrics: {
        command_tracker_queue_size: '.',
        command_stats_cache_size: '.',
        ip_rate_limits_size: '.',
        sync_cooldowns_size: '.',
        ticket_cooldowns_size: '.',
      },
    })
  })

  test('tell of the bot what its gateway reported, and every command that can be typed (R-37)', async () => {
    const { bot } = (await metrics(OWNER)).json
    assert.deepEqual([bot.online, bot.version, bot.codename], [true, '2.4.0', 'Lifecycle Manager'])
    assert.ok(bot.latency_ms >= 0)
    assert.ok(bot.uptime_seconds >= 0)
    assert.match(bot.uptime_human, /^\d+ (second|minute)/)
    assert.equal(bot.commands_loaded, bot.commands.length)
    const names = bot.commands.map(({ qualified_name }: { qualified_name: string }) => qualified_name)
    assert.ok(names.includes('add_reminder'))
    assert.equal(new Set(names).size, names.length)
    const registered = [...app.simulator.state.commands.values()].map(({ name }) => name)
    assert.deepEqual([...new Set(names.map((name: string) => name.split(' ')[0]))].sort(), registered.sort())
  })

  test('count the commands that members ran, refused ones included (R-25)', async () => {
    assert.deepEqual((await metrics(OWNER)).json.command_usage, {
      top_commands: [
        { command_name: 'reminder_list', usage_count: 2 },
        { command_name: 'add_reminder', usage_count: 1 },
      ],
      total_commands_24h: 3,
      period_days: 7,
    })
  })

  test('count reminders by kind and channel, and tell what comes next', async () => {
    const { reminders } = (await metrics(OWNER)).json
    const [soon] = reminders.upcoming
    assert.deepEqual([reminders.total, reminders.recurring, reminders.one_off], [2, 1, 1])
    assert.equal(reminders.next_event_time, '2027-03-01T20:00:00Z')
    assert.deepEqual([soon.name, soon.scheduled_time, soon.is_recurring], ['Soon', '2027-03-01T20:00:00Z', false])
  })

  test('show what is set other than the default, as JSON, and nothing that no feature declares', async () => {
    const { text } = await metrics(OWNER)
    const [list] = /"settings_overrides":\[.*?\]/.exec(text) ?? []
    assert.equal(
      list,
      `"settings_overrides":[${[
        `{"scope":"reminders","key":"max_per_member","value":"7","guild_id":${DEMO.guild}}`,
        `{"scope":"system","key":"log_channel_id","value":"\\"${DEMO.channels.logs}\\"","guild_id":${DEMO.guild}}`,
      ].join()}]`,
    )
  })

  test('keep all 19 digits of every id', async () => {
    const { text } = await metrics(OWNER)
    assert.match(text, new RegExp(`"id":${DEMO.guild},"name":"Alphapy Demo","member_count":\\d+,"owner_id":${OWNER}}`))
    assert.match(text, new RegExp(`"per_channel":{"${DEMO.channels.general}":1,"${DEMO.channels.announcements}":1}`))
    assert.match(text, new RegExp(`"channel_id":${DEMO.channels.announcements},`))
    const strings = await app.send(OWNER, 'GET', '/api/metrics', undefined, { prefer: 'snowflakes=string' })
    assert.equal(strings.json.bot.guilds[0].id, DEMO.guild)
  })

  test('make nothing up of a model and tickets that are not there (R-26)', async () => {
    const { gpt, tickets } = (await metrics(OWNER)).json
    assert.deepEqual([gpt.success_count, gpt.error_count, gpt.average_latency_ms, gpt.current_model], [0, 0, 0, ''])
    assert.deepEqual([tickets.total, tickets.open_count, tickets.open_ticket_ids.length], [0, 0, 0])
    assert.equal((await app.send(OWNER, 'GET', '/api/health')).json.gpt_status, null)
  })

  test('are the same at both addresses', async () => {
    const [one, other] = [await metrics(OWNER), await metrics(OWNER, '', '/api/metrics')]
    assert.deepEqual(other.json.command_usage, one.json.command_usage)
    assert.deepEqual(fieldsOf(other.json), fieldsOf(one.json))
  })

  test('write nothing (S-26)', async () => {
    const written = async () => (await app.db.selectFrom('health_samples').selectAll().execute()).length
    const before = await written()
    await metrics(OWNER)
    await app.send(OWNER, 'GET', '/api/health')
    assert.equal(await written(), before)
  })
})

describe('metrics stay within the guilds that the caller administers', () => {
  const guildsOf = (text: string) => /"guilds":\[(.*?)\]/.exec(text)?.[1] ?? 'none'

  test('which for the owner of another guild is that one alone', async () => {
    const { json, text } = await metrics(GUEST)
    assert.match(guildsOf(text), new RegExp(`^{"id":${DEMO.otherGuild},[^}]*}$`))
    assert.deepEqual(Object.keys(json.reminders.per_channel), [DEMO.channels.otherGeneral])
    assert.deepEqual(json.settings_overrides.length, 1)
    assert.deepEqual(json.command_usage.top_commands, [{ command_name: 'reminder_list', usage_count: 1 }])
    assert.doesNotMatch(text, new RegExp(DEMO.guild))
    assert.doesNotMatch((await metrics(OWNER)).text, new RegExp(`${DEMO.otherGuild}|${DEMO.channels.otherGeneral}`))
  })

  test('which for a plain member is none', async () => {
    const { json, text } = await metrics(MEMBER)
    assert.equal(guildsOf(text), '')
    assert.deepEqual([json.reminders.total, json.settings_overrides, json.command_usage.total_commands_24h], [0, [], 0])
  })

  test('so that another guild is refused, and one without the bot is not found', async () => {
    for (const path of ['/api/dashboard/metrics', '/api/metrics']) {
      const foreign = await metrics(OWNER, `?guild_id=${DEMO.otherGuild}`, path)
      assert.deepEqual([foreign.status, foreign.json.detail], [403, 'You do not have admin access to this guild.'])
      assert.equal((await metrics(OWNER, '?guild_id=1100000000000000999', path)).status, 404)
      assert.equal((await metrics(OWNER, '?guild_id=here', path)).status, 400)
    }
  })

  test('and within MAIN_GUILD_ID where that is set and no guild is named, in a process without gateway as well', async () => {
    await using api = await startApp({ roles: ['api'], environment: { MAIN_GUILD_ID: DEMO.otherGuild } })
    assert.equal((await api.send(OWNER, 'GET', '/api/metrics')).status, 403)
    const { status, json } = await api.send(GUEST, 'GET', '/api/metrics')
    assert.deepEqual([status, json.bot.online, json.bot.uptime_human], [200, false, null])
    assert.ok(json.bot.commands_loaded > 0)
  })
})

test('without the database there are no metrics but 503', async () => {
  await using database = await testDatabase()
  const { hostname, port, pathname, username, password } = new URL(database.url)
  await using proxy = await tcpProxy({ host: hostname, port: Number(port) })
  const DATABASE_URL = `postgresql://${username}:${password}@127.0.0.1:${proxy.port}${pathname}`
  await using api = await startApp({ roles: ['api'], environment: { DATABASE_URL } })
  await proxy.cut()
  const { status, json, headers } = await api.send(OWNER, 'GET', `/api/metrics?guild_id=${DEMO.guild}`)
  assert.deepEqual([status, json.detail], [503, 'Database not available'])
  assert.ok(headers.get('retry-after'))
})
