import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { pino } from 'pino'
import { systemClock } from '../kernel/clock.ts'
import { GuildId, UserId } from '../kernel/ids.ts'
import { parseConfig } from '../platform/config/config.ts'
import type { Db } from '../platform/database/connect.ts'
import { metersOfProcess } from '../platform/metrics/meters.ts'
import { testDatabase } from '../testing/database.ts'
import { type BuiltFeature, features } from './features.ts'
import { platformOn } from './platform.ts'
import { PRIVACY_DOC, privacyDoc } from './privacy-doc.ts'

/** Columns that hold no id of a person, and why that is certain. Everything else is in the privacy of a feature. */
const NOBODY: Readonly<Record<string, string>> = {
  'command_usage_daily.runs': 'a count',
  'command_usage_daily.failures': 'a count',
  'command_usage_daily.duration_ms': 'a duration',
  'command_usage_hourly.runs': 'a count',
  'command_usage_hourly.failures': 'a count',
  'command_usage_hourly.duration_ms': 'a duration',
  'command_runs.interaction_id': "Discord's id of a use of a command",
  'data_changes.version': 'counts the changes of settings',
  'guild_settings_versions.version': 'counts the changes of settings',
  'live_horizons.removed_up_to': 'an id of a row that is gone',
  'guild_settings.value': 'what a setting holds: switches, numbers, texts of admins, channels and roles',
  'gdpr_texts.body': 'the wording of the agreement, from the catalogue',
  'reminder_deliveries.leased_by': 'a process of the program',
  'faq_entries.ticket_id': 'a ticket',
  'invite_watches.open_uses': 'codes of invites, and how often they were used',
  'ticket_guild_checks.told_channel_ids': 'channels',
  'onboarding_panels.chosen_over': 'a channel',
  'model_days.spent_tokens': 'a count',
  'model_days.spent_nano_dollars': 'a price',
  'model_days.reserved_tokens': 'a count',
  'model_days.reserved_nano_dollars': 'a price',
  'onboarding_run_steps.item_id': 'a rule or a question',
  'onboarding_questions.options': 'choices that an admin wrote',
  'transcript_marks.mark': 'a message',
  'transcript_marks.reading_after': 'a message',
  'onboarding_questions.followup': 'a question that an admin wrote',
  'ticket_panels.category_id': 'a channel',
  'ticket_panels.overflow_category_id': 'a channel',
  'ticket_panels.hours': 'when the staff is there',
  'ticket_panels.most_per_member': 'a count',
  'ticket_panels.questions': 'questions that an admin wrote',
  'ticket_panels.staff_role_ids': 'roles',
  'ticket_panels.required_role_ids': 'roles',
  'ticket_panels.refused_role_ids': 'roles',
  'ticket_postings.panel_ids': 'panels',
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

/** Of all tables: what may hold an id of Discord, what may hold anything, and what is called like a person. */
async function suspects(db: Db): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as name, t.typname as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'
      and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
      and (t.typname in ('int8', '_int8', 'numeric', 'jsonb', 'json')
        or a.attname ~ '(^|_)(user|owner|author|member|inviter|invited|person|subject|caller)s?(_ids?)?$'
        or a.attname ~ '_by$')
      and not exists (
        select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey))
    order by 1, 2`.execute(db)
  return rows
}

/** What names a guild, a channel, a message or a role names no person. */
const NAMES_A_PLACE = /(^|_)(guild|channel|message|role)_id$|^reply_to$/

function unclassified(columns: readonly Column[], built: readonly BuiltFeature[]): string[] {
  const personal = new Set<string>(built.flatMap(({ privacy }) => privacy?.tables ?? []))
  return columns
    .filter(({ table, name }) => !personal.has(table) && !NAMES_A_PLACE.test(name))
    .map(({ table, name }) => `${table}.${name}`)
    .filter((column) => !(column in NOBODY))
}

describe('what is kept of persons', async () => {
  const database = await testDatabase()
  after(() => database[Symbol.asyncDispose]())
  const { db } = database
  const config = parseConfig({})
  const address = { apiUrl: 'http://127.0.0.1', token: 'none', client: null }
  const platform = platformOn({
    config,
    db,
    notices: { on: () => undefined },
    address,
    meters: metersOfProcess(),
    clock: systemClock,
    logger: pino({ level: 'silent' }),
  })
  const declared = features(
    config,
    () => null,
    () => built,
    { ...address, keys: [] },
  )
  const built: BuiltFeature[] = declared.map((feature) => ({ name: feature.name, ...feature.build(platform) }))

  beforeEach(() => sql`drop table if exists planted`.execute(db))

  test('stands in tables that a feature gives and erases: every column that may name a person is accounted for', async () => {
    assert.deepEqual(unclassified(await suspects(db), built), [])
  })

  test('is found in a table that somebody adds and accounts for nowhere', async () => {
    await sql`create table planted (id bigint generated always as identity, guild_id bigint, winner bigint, ticket bigint,
      voters bigint[], subject text, made_by text, note text, answers jsonb)`.execute(db)
    assert.deepEqual(
      unclassified(await suspects(db), built).filter((column) => column.startsWith('planted.')),
      ['answers', 'made_by', 'subject', 'ticket', 'voters', 'winner'].map((column) => `planted.${column}`),
    )
  })

  test('no exception stands for a column that is gone', async () => {
    const known = new Set((await suspects(db)).map(({ table, name }) => `${table}.${name}`))
    assert.deepEqual(
      Object.keys(NOBODY).filter((column) => !known.has(column)),
      [],
    )
  })

  test('is declared with why and how long, by the feature that keeps it', () => {
    const missing = built.flatMap(({ name, privacy }) => {
      const retained = declared.find((feature) => feature.name === name)?.retention ?? []
      const tables = new Set(retained.flatMap((retention) => retention.tables))
      return (privacy?.tables ?? []).filter((table) => !tables.has(table)).map((table) => `${name}: ${table}`)
    })
    assert.deepEqual(missing, [])
  })

  test('is in the privacy of one feature, not of two', () => {
    const tables = built.flatMap(({ privacy }) => privacy?.tables ?? [])
    assert.deepEqual([...new Set(tables)], tables)
  })

  test('can be asked for and erased in one transaction, also of somebody of whom nothing is kept', async () => {
    const userId = UserId.parse('1100000000000009999')
    for (const guildId of [null, GuildId.parse('1100000000000000001')]) {
      const counts = await db.transaction().execute(async (tx) => {
        const found: number[] = []
        for (const { privacy } of built) {
          if (!privacy) continue
          found.push(...Object.values(await privacy.export(tx, { userId, guildId })).map(({ length }) => length))
          found.push(...Object.values(await privacy.erase(tx, { userId, guildId })))
        }
        return found
      })
      assert.ok(counts.length > 20)
      assert.deepEqual([...new Set(counts)], [0])
    }
  })

  test('docs/privacy.md says what the features declare', async () => {
    assert.equal(await readFile(PRIVACY_DOC, 'utf8'), privacyDoc(), 'run server/src/app/privacy-doc.ts')
  })
})
