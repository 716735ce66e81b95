import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { manyEntries } from '../../testing/many-faq-entries.ts'
import { until } from '../../testing/until.ts'
import { editEntry } from './editing.ts'
import { reindexed } from './reindexing.ts'
import { faqService } from './service.ts'
import { holdGuild } from './store.ts'

const { db, ...database } = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
const service = faqService({ db, clock })
const GUILD = GuildId.parse('1100000000000000001')
const OTHER = GuildId.parse('1100000000000000002')
const actor = { userId: UserId.parse('1100000000000000101'), door: 'discord' } as const
/** Some steps of counting. */
const ENTRIES = 1_200

const titled = (title: string) => ({ title, answer: 'x', keywords: [], category: null, language: 'en' }) as const
const words = () => db.selectFrom('faq_vocabulary').selectAll().where('entries', '>', 0).orderBy('word').execute()
const published = async () =>
  (await db.selectFrom('faq_guilds').select('published').where('guild_id', '=', GUILD).executeTakeFirstOrThrow())
    .published

await service.add(
  { actor, guildId: OTHER },
  { title: 'Other', answer: 'x', keywords: [], category: null, language: 'en' },
)
await db.transaction().execute(async (tx) => {
  const at = clock.now()
  const rows = manyEntries(ENTRIES).map(({ title, keywords, language }, index) => {
    const fixed = { guild_id: GUILD, state: 'published', source: 'admin', version: 1, created_at: at, updated_at: at }
    return { ...fixed, number: index + 1, title, answer: 'x', keywords: [...keywords], language, category: null }
  })
  await tx.insertInto('faq_entries').values(rows).execute()
  await tx.insertInto('faq_guilds').values({ guild_id: GUILD, last_number: ENTRIES }).execute()
})

describe('indexing anew', () => {
  test('counts the words of all entries, of that guild alone', async () => {
    assert.equal(await reindexed(db, GUILD), ENTRIES)
    assert.equal(await published(), ENTRIES)
    const counted = await words()
    await reindexed(db, GUILD)
    assert.deepEqual(await words(), counted)
    assert.deepEqual(
      counted.filter(({ guild_id }) => guild_id === OTHER).map(({ word, entries }) => [word, entries]),
      [['other', 1]],
    )
    const refunds = manyEntries(ENTRIES).filter(({ title, keywords }) =>
      /refund/i.test(`${title} ${keywords.join(' ')}`),
    )
    assert.equal(counted.find(({ word }) => word === 'refund')?.entries, refunds.length)
  })

  test('counts all words anew also while entries are written all the time, and loses none of those', async () => {
    await db.deleteFrom('faq_vocabulary').where('guild_id', '=', GUILD).execute()
    let isOver = false
    let written = 0
    const writing = async () => {
      while (!isOver) {
        written += 1
        await service.edit(
          { actor, guildId: GUILD },
          { number: (written * 7) % ENTRIES || 1 },
          titled(`Zebra${written}`),
        )
      }
    }
    const all = writing()
    await reindexed(db, GUILD).finally(() => {
      isOver = true
    })
    await all
    const meanwhile = await words()
    assert.ok(written > 3, `${written}`)
    await reindexed(db, GUILD)
    assert.deepEqual(meanwhile, await words())
    assert.equal(await published(), ENTRIES)
  })

  test('notices a change at the end of its count, whatever history was removed meanwhile', async () => {
    const waiting = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    await service.edit({ actor, guildId: GUILD }, { number: 3 }, titled('Yak'))
    const { begun } = await db.transaction().execute(async (tx) => {
      await holdGuild(tx, GUILD)
      const begun = reindexed(db, GUILD)
      await until('the count to be done', async () => (await waiting.execute(tx)).rows.length > 0)
      const place = { guildId: GUILD, key: { number: 5 } } as const
      await editEntry(tx, place, titled('Quagga'), { userId: null, source: 'api' }, clock.now())
      await tx.deleteFrom('faq_versions').where('guild_id', '=', GUILD).where('title', '=', 'Yak').execute()
      return { begun }
    })
    await begun
    const counted = await words()
    assert.ok(counted.some(({ word }) => word === 'quagga'))
    await reindexed(db, GUILD)
    assert.deepEqual(counted, await words())
  })
})
