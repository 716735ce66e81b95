import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { GuildId } from '../../kernel/ids.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { guildSettings, settingsNotice } from './settings.ts'
import { systemSettings } from './system.ts'

const { db, ...database } = await testDatabase()
const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
const GUILD = GuildId.parse('1100000000000000001')
const OTHER = GuildId.parse('1100000000000000002')

/** What the process hears of others, which here only the test speaks for. */
let ear = { hear: (_notice: string): void => undefined, missed: (): void => undefined }
const notices = {
  on(_channel: string, hear: (notice: string) => void, missed: () => void) {
    ear = { hear, missed }
  },
}
const settings = guildSettings({ db, clock, notices })

after(() => database[Symbol.asyncDispose]())
beforeEach(async () => {
  await db.deleteFrom('guild_settings').execute()
  ear.missed()
})

const zones = async () => [
  await settings.read(systemSettings.timeZone, GUILD),
  await settings.read(systemSettings.timeZone, OTHER),
]

async function store(value: string): Promise<void> {
  const row = { scope: 'system', key: 'timezone', value_type: 'timezone', updated_at: clock.now() }
  for (const guild_id of [GUILD, OTHER]) {
    const chosen = { value: JSON.stringify(value) }
    await db
      .insertInto('guild_settings')
      .values({ ...row, ...chosen, guild_id })
      .onConflict((conflict) => conflict.columns(['guild_id', 'scope', 'key']).doUpdateSet(chosen))
      .execute()
  }
}

describe('settings that were read', () => {
  test('are kept until a notice says that those of the guild have changed', async () => {
    assert.deepEqual(await zones(), ['UTC', 'UTC'])
    await store('Europe/Paris')
    assert.deepEqual(await zones(), ['UTC', 'UTC'])
    ear.hear(settingsNotice(GUILD, 1n))
    assert.deepEqual(await zones(), ['Europe/Paris', 'UTC'])
    settings.forget(OTHER)
    assert.deepEqual(await zones(), ['Europe/Paris', 'Europe/Paris'])
  })

  test('are all forgotten when notices may have been missed, or one cannot be read', async () => {
    for (const [zone, act] of [
      ['Europe/Paris', () => ear.missed()],
      ['Europe/Berlin', () => ear.hear('what?')],
    ] as const) {
      await zones()
      await store(zone)
      act()
      assert.deepEqual(await zones(), [zone, zone])
    }
  })

  test('R-06: are never older than a minute', async () => {
    await zones()
    await store('Europe/Paris')
    await clock.advance({ seconds: 59 })
    assert.deepEqual(await zones(), ['UTC', 'UTC'])
    await clock.advance({ seconds: 2 })
    assert.deepEqual(await zones(), ['Europe/Paris', 'Europe/Paris'])
  })

  test('are not kept when they were asked for before a change and came after it', async () => {
    const asked = settings.read(systemSettings.timeZone, GUILD)
    ear.hear(settingsNotice(GUILD, 1n))
    await asked
    await store('Europe/Paris')
    assert.equal(await settings.read(systemSettings.timeZone, GUILD), 'Europe/Paris')
  })

  test('are asked for again after the database failed', async () => {
    await sql`alter table guild_settings rename to hidden`.execute(db)
    await assert.rejects(zones())
    await sql`alter table hidden rename to guild_settings`.execute(db)
    assert.deepEqual(await zones(), ['UTC', 'UTC'])
  })

  test('of many guilds come together', async () => {
    await store('Europe/Paris')
    assert.deepEqual(
      await settings.readMany(systemSettings.timeZone, [GUILD, OTHER, GUILD]),
      new Map([
        [GUILD, 'Europe/Paris'],
        [OTHER, 'Europe/Paris'],
      ]),
    )
  })
})
