import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO, startSimulator } from '@alphapy/simulator'
import fc from 'fast-check'
import { sql } from 'kysely'
import { pino } from 'pino'
import type { Actor } from '../../kernel/actor.ts'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import { guildAccess } from '../../platform/discord/guild-access.ts'
import { guildReader } from '../../platform/discord/guild-reader.ts'
import { discordRest } from '../../platform/discord/rest.ts'
import { defineSetting } from '../../platform/settings/define.ts'
import { settingRegistry } from '../../platform/settings/registry.ts'
import { guildSettings } from '../../platform/settings/settings.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { type SettingChange, type SettingsService, settingsService } from './service.ts'

const { channels, roles, people } = DEMO
const GUILD = GuildId.parse(DEMO.guild)
const OTHER = GuildId.parse(DEMO.otherGuild)
const OWNER: Actor = { userId: UserId.parse(people.demo_owner), door: 'api' }
const AT_COMMAND: Actor = { ...OWNER, door: 'discord' }

const about = { scope: 'tea', label: { en: 'Tea', nl: 'Thee' }, help: { en: 'About tea.', nl: 'Over thee.' } }
const declared = [
  ...Object.values(systemSettings),
  defineSetting({ ...about, key: 'enabled', type: 'boolean', default: true }),
  defineSetting({ ...about, key: 'minutes', type: 'integer', default: 60, min: 0, max: 4320 }),
  defineSetting({ ...about, key: 'warmth', type: 'number', default: 0.7, min: 0, max: 2 }),
  defineSetting({ ...about, key: 'words', type: 'string', default: 'tea', maxLength: 500 }),
  defineSetting({ ...about, key: 'room', type: 'category', default: null }),
  defineSetting({ ...about, key: 'role', type: 'role', default: null }),
  defineSetting({ ...about, key: 'host', type: 'user', default: null }),
  defineSetting({ ...about, key: 'recipe', type: 'string', default: '', maxLength: 100, secret: true }),
]

const database = await testDatabase()
const { db } = database
const simulator = await startSimulator({ community: 'demo' })
const notices = { on: () => undefined }
const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
const discord = discordRest({
  apiUrl: simulator.restUrl,
  token: simulator.token,
  clock,
  logger: pino({ level: 'silent' }),
})
const access = guildAccess({ db, guilds: guildReader(discord, clock), ownerIds: [] })
const serviceWith = (registry = settingRegistry(declared)): SettingsService =>
  settingsService({ db, clock, guildAccess: access, settings: guildSettings({ db, clock, notices }), registry })
const service = serviceWith()

after(async () => {
  await simulator.stop()
  await database[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await sql`truncate guild_settings, guild_settings_versions, settings_history, operational_events, data_changes`.execute(
    db,
  )
})

const set = (key: string, value: JsonValue, scope = 'tea'): SettingChange => ({ scope, key, value })
const change = (...changes: SettingChange[]) => service.change(OWNER, GUILD, changes)
const history = (filter = {}, guildId = GUILD) => service.history(guildId, { limit: 200, ...filter })
const latest = async () => {
  const [entry] = await history()
  assert.ok(entry)
  return entry
}
const stored = async (guildId = GUILD) => {
  const { settings } = await service.current(guildId)
  return Object.fromEntries(
    settings.filter(({ isDefault }) => !isDefault).map(({ setting, value }) => [setting.key, value]),
  )
}
const events = async () => {
  const rows = await db.selectFrom('operational_events').selectAll().orderBy('id').execute()
  return rows.map(({ event_type, guild_id, details }) => ({ event_type, guild_id, details }))
}
const refusalOf = async (attempt: Promise<unknown>): Promise<Refusal> => {
  const outcome = await attempt.catch((error: unknown) => error)
  assert.ok(outcome instanceof Refusal, String(outcome))
  return outcome
}

describe('a change of settings', () => {
  test('R-02: booleans, numbers, text and ids come back as they were sent', async () => {
    await change(
      set('enabled', false),
      set('minutes', 0),
      set('warmth', 0.3),
      set('words', 'grok-3 "quoted"'),
      set('log_channel_id', channels.logs, 'system'),
      set('room', channels.tickets),
      set('role', roles.staff),
      set('host', people.demo_member),
      set('timezone', 'Europe/Brussels', 'system'),
    )
    assert.deepEqual(await stored(), {
      enabled: false,
      minutes: 0,
      warmth: 0.3,
      words: 'grok-3 "quoted"',
      log_channel_id: channels.logs,
      room: channels.tickets,
      role: roles.staff,
      host: people.demo_member,
      timezone: 'Europe/Brussels',
    })
  })

  test('keeps what it does not name, and null resets to the default', async () => {
    await change(set('minutes', 5), set('words', 'x'))
    await change(set('words', null))
    assert.deepEqual(await stored(), { minutes: 5 })
    const words = (await service.current(GUILD)).settings.find(({ setting }) => setting.key === 'words')
    assert.deepEqual([words?.value, words?.isDefault], ['tea', true])
  })

  test('a value that is chosen holds even where it is the default', async () => {
    await change(set('minutes', 60))
    assert.deepEqual(await stored(), { minutes: 60 })
  })

  test('writes value, history, event and the news of it together', async () => {
    const { version, changes } = await change(set('minutes', 5), set('words', 'x'))
    assert.equal(version, 1n)
    assert.deepEqual(
      changes.map(({ key, oldValue, newValue, changeType, changedBy, source, valueType }) => [
        key,
        oldValue,
        newValue,
        changeType,
        changedBy,
        source,
        valueType,
      ]),
      [
        ['minutes', undefined, 5, 'created', people.demo_owner, 'api', 'integer'],
        ['words', undefined, 'x', 'created', people.demo_owner, 'api', 'string'],
      ],
    )
    assert.deepEqual((await history()).toReversed(), changes)
    assert.deepEqual(await events(), [
      {
        event_type: 'SETTINGS_CHANGED',
        guild_id: DEMO.guild,
        details: {
          scope: 'tea',
          count: 2,
          keys: ['minutes', 'words'],
          updated_by: people.demo_owner,
          action: 'bulk_update',
          source: 'api',
        },
      },
    ])
    const news = await db
      .selectFrom('data_changes')
      .select(['guild_id', 'kind', 'version'])
      .where('kind', '=', 'settings')
      .execute()
    assert.deepEqual(news, [{ guild_id: DEMO.guild, kind: 'settings', version: '1' }])
  })

  test('by a command is told setting by setting, its value cut to 100 characters', async () => {
    const long = '🍵'.repeat(200)
    await service.change(AT_COMMAND, GUILD, [set('words', long)])
    await service.change(AT_COMMAND, GUILD, [set('words', null)])
    const base = { scope: 'tea', key: 'words', updated_by: people.demo_owner, source: 'command' }
    assert.deepEqual(
      (await events()).map(({ details }) => details),
      [
        { ...base, value: '🍵'.repeat(100), action: 'set' },
        { ...base, action: 'clear' },
      ],
    )
    assert.equal((await latest()).source, 'command')
  })

  test('of what already holds changes nothing and leaves no trace', async () => {
    await change(set('minutes', 5))
    const again = await change(set('minutes', 5), set('words', null))
    assert.deepEqual(again, { version: 1n, changes: [] })
    assert.deepEqual([(await history()).length, (await events()).length], [1, 1])
  })

  test('R-08: a reset leaves an entry that a rollback can undo', async () => {
    await change(set('minutes', 5))
    await change(set('minutes', null))
    const entry = await latest()
    assert.deepEqual([entry.changeType, entry.oldValue, entry.newValue], ['deleted', 5, undefined])
    await service.rollback(OWNER, GUILD, entry.id)
    assert.deepEqual(await stored(), { minutes: 5 })
  })

  test('that is wrong anywhere stores nothing at all and names everything that is wrong', async () => {
    const refusal = await refusalOf(
      change(
        set('minutes', 5),
        set('minutes', 4321),
        set('enabled', 'true'),
        set('sugar', 1),
        set('x', 1, 'coffee'),
        set('log_channel_id', channels.otherGeneral, 'system'),
        set('rules_channel_id', channels.tickets, 'system'),
        set('room', channels.general),
        set('role', roles.otherBot),
        set('host', '1100000000000000199'),
        set('a/b~', 1),
      ),
    )
    assert.deepEqual(
      [refusal.kind, refusal.errors?.map(({ path, message }) => `${path} ${message}`).toSorted()],
      [
        'invalid',
        [
          '/coffee/x Invalid category: coffee',
          '/system/log_channel_id system.log_channel_id must be the id of a text or announcement channel of this server, or null',
          '/system/rules_channel_id system.rules_channel_id must be the id of a text or announcement channel of this server, or null',
          '/tea/a~1b~0 tea.a/b~ is not a known setting',
          '/tea/enabled tea.enabled must be true or false',
          '/tea/host tea.host must be the id of a member of this server, or null',
          '/tea/minutes tea.minutes must be a whole number from 0 to 4320',
          '/tea/role tea.role must be the id of a role of this server, or null',
          '/tea/room tea.room must be the id of a category of this server, or null',
          '/tea/sugar tea.sugar is not a known setting',
        ],
      ],
    )
    assert.deepEqual([await stored(), await history(), await events()], [{}, [], []])
  })

  test('made on a version that is no longer the newest is a conflict', async () => {
    await change(set('minutes', 5))
    const refusal = await refusalOf(service.change(OWNER, GUILD, [set('minutes', 6)], { ifVersion: 0n }))
    assert.deepEqual([refusal.kind, refusal.code], ['conflict', 'settings.changed_elsewhere'])
    assert.equal((await service.change(OWNER, GUILD, [set('minutes', 6)], { ifVersion: 1n })).version, 2n)
  })

  test('that dies before its commit leaves nothing of itself', async () => {
    const dying = service.change(OWNER, GUILD, [set('minutes', 5)], {
      commit: (work) =>
        db.transaction().execute(async (tx) => {
          await work(tx)
          await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
          throw new Error('unreachable')
        }),
    })
    await assert.rejects(dying)
    assert.deepEqual([await stored(), await history(), await events()], [{}, [], []])
    assert.equal((await service.current(GUILD)).version, 0n)
    assert.equal((await change(set('minutes', 5))).version, 1n)
  })

  test('of a guild shows nowhere in another', async () => {
    await change(set('minutes', 5))
    assert.deepEqual([await stored(OTHER), await history({}, OTHER)], [{}, []])
    assert.equal((await service.current(OTHER)).version, 0n)
  })
})

describe('a secret', () => {
  test('is kept, brought back by a rollback, and shown nowhere', async () => {
    await change(set('recipe', 'bergamot'))
    await service.change(AT_COMMAND, GUILD, [set('recipe', 'jasmine')])
    const entry = await latest()
    await change(set('recipe', '********'))
    assert.equal((await latest()).id, entry.id)
    const rollback = await service.rollback(OWNER, GUILD, entry.id)
    const seen = [await service.current(GUILD), await history(), await events(), rollback]
    const text = JSON.stringify(seen, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
    assert.doesNotMatch(text, /bergamot|jasmine/)
    assert.match(text, /"from":"\*{8}","to":"\*{8}"/)
    const row = await db.selectFrom('guild_settings').select('value').executeTakeFirst()
    assert.equal(row?.value, 'bergamot')
  })
})

describe('the history', () => {
  test('R-45: is read newest first, page by page, by scope and key together or alone', async () => {
    await change(set('minutes', 1), set('timezone', 'Europe/Paris', 'system'))
    for (const minutes of [2, 3, 4]) await change(set('minutes', minutes))
    const values = async (filter: object) => (await history(filter)).map(({ newValue }) => newValue)
    assert.deepEqual(await values({}), [4, 3, 2, 'Europe/Paris', 1])
    assert.deepEqual(await values({ scope: 'system' }), ['Europe/Paris'])
    assert.deepEqual(await values({ key: 'minutes' }), [4, 3, 2, 1])
    assert.deepEqual(await values({ scope: 'system', key: 'minutes' }), [])
    assert.deepEqual(await values({ limit: 2 }), [4, 3])
    const [, second] = await history()
    assert.deepEqual(await values({ before: second?.id, limit: 2 }), [2, 'Europe/Paris'])
  })
})

describe('a rollback', () => {
  test('R-05: restores the value before and is an entry that tells what it replaced', async () => {
    await change(set('minutes', 1))
    await change(set('minutes', 2))
    const updated = await latest()
    await change(set('minutes', 3))
    const rollback = await service.rollback(AT_COMMAND, GUILD, updated.id)
    assert.deepEqual([rollback.from, rollback.to, rollback.version], [3, 1, 4n])
    const entry = await latest()
    assert.deepEqual(
      [entry.changeType, entry.oldValue, entry.newValue, entry.changedBy, entry.source],
      ['rollback', 3, 1, people.demo_owner, 'command'],
    )
    assert.deepEqual(await stored(), { minutes: 1 })
    assert.deepEqual((await events()).at(-1)?.details, {
      scope: 'tea',
      key: 'minutes',
      value: 1,
      history_id: Number(updated.id),
      updated_by: people.demo_owner,
      action: 'rollback',
      source: 'command',
    })
  })

  test('of a creation removes the key, and of that rollback brings it back', async () => {
    await change(set('minutes', 1))
    await service.rollback(OWNER, GUILD, (await latest()).id)
    assert.deepEqual(await stored(), {})
    await service.rollback(OWNER, GUILD, (await latest()).id)
    assert.deepEqual(await stored(), { minutes: 1 })
  })

  test('tried dry tells what it would do and does nothing', async () => {
    await change(set('minutes', 1))
    const { id } = await latest()
    const { from, to, version } = await service.rollback(OWNER, GUILD, id, { dryRun: true })
    assert.deepEqual([from, to, version], [1, undefined, 1n])
    assert.deepEqual([await stored(), (await history()).length], [{ minutes: 1 }, 1])
  })

  test('that would change nothing is a conflict, dry or not', async () => {
    await change(set('minutes', 1))
    const { id } = await latest()
    await change(set('minutes', null))
    for (const dryRun of [true, false]) {
      const refusal = await refusalOf(service.rollback(OWNER, GUILD, id, { dryRun }))
      assert.deepEqual([refusal.kind, refusal.code], ['conflict', 'settings.unchanged'])
    }
    assert.equal((await history()).length, 2)
  })

  test('of an entry of another guild, or of none, finds nothing', async () => {
    await change(set('minutes', 1))
    const { id } = await latest()
    for (const attempt of [service.rollback(OWNER, OTHER, id), service.rollback(OWNER, GUILD, id + 1n)]) {
      const refusal = await refusalOf(attempt)
      assert.deepEqual([refusal.kind, refusal.message], ['not_found', 'History entry not found'])
    }
    assert.deepEqual(await stored(), { minutes: 1 })
  })

  test('on a version that is no longer the newest is a conflict', async () => {
    await change(set('minutes', 1))
    const { id } = await latest()
    for (const dryRun of [true, false]) {
      const refusal = await refusalOf(service.rollback(OWNER, GUILD, id, { dryRun, ifVersion: 7n }))
      assert.equal(refusal.code, 'settings.changed_elsewhere')
    }
  })

  test('to a channel that is gone, a key that is gone or a value out of bounds is refused', async () => {
    const key = 'rules_channel_id'
    await change(set(key, channels.rules, 'system'))
    await change(set(key, channels.general, 'system'), set('minutes', 4000))
    await change(set('minutes', 5))
    const [ofMinutes] = await history({ key: 'minutes' })
    const [ofChannel] = await history({ key })
    assert.ok(ofMinutes && ofChannel)

    const narrower = serviceWith(
      settingRegistry(declared.map((one) => (one.type === 'integer' ? { ...one, max: 100 } : one))),
    )
    assert.match(
      (await refusalOf(narrower.rollback(OWNER, GUILD, ofMinutes.id))).message,
      /tea\.minutes must be a whole number from 0 to 100/,
    )
    const smaller = serviceWith(settingRegistry(declared.filter((one) => one.key !== 'minutes')))
    assert.match(
      (await refusalOf(smaller.rollback(OWNER, GUILD, ofMinutes.id))).message,
      /tea\.minutes is not a known setting any more/,
    )
    await db
      .updateTable('settings_history')
      .set({ old_value: JSON.stringify('1100000000000000299') })
      .where('id', '=', String(ofChannel.id))
      .execute()
    assert.match(
      (await refusalOf(service.rollback(OWNER, GUILD, ofChannel.id))).message,
      /system\.rules_channel_id must be the id of a text or announcement channel of this server/,
    )
    assert.deepEqual(await stored(), { rules_channel_id: channels.general, minutes: 5 })
  })
})

describe('any sequence of changes and rollbacks', () => {
  const changing = fc.array(
    fc.record({ key: fc.constantFrom('minutes', 'warmth'), value: fc.constantFrom(null, 0, 1, 2) }),
    { minLength: 1, maxLength: 3 },
  )
  const act = fc.oneof(
    changing.map((changes) => ({ changes })),
    fc.nat(9).map((rollback) => ({ rollback })),
  )

  test('has a history that replays to what is stored, without a break', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        await sql`truncate guild_settings, guild_settings_versions, settings_history`.execute(db)
        for (const one of acts) {
          if ('changes' in one)
            await service.change(
              OWNER,
              GUILD,
              one.changes.map(({ key, value }) => set(key, value)),
            )
          else {
            const entry = (await history())[one.rollback]
            if (entry) await service.rollback(OWNER, GUILD, entry.id).catch(onlyUnchanged)
          }
        }
        assert.deepEqual(await replayed(), await stored())
      }),
      { numRuns: 60, seed: 3 },
    )
  })
})

function onlyUnchanged(error: unknown): void {
  assert.ok(error instanceof Refusal && error.code === 'settings.unchanged', String(error))
}

/** What the history leads to; fails where an entry does not begin with what the one before it left. */
async function replayed(): Promise<Record<string, JsonValue>> {
  const values: Record<string, JsonValue> = {}
  for (const { key, oldValue, newValue } of (await history()).toReversed()) {
    assert.equal(oldValue, values[key])
    if (newValue === undefined) delete values[key]
    else values[key] = newValue
  }
  return values
}
