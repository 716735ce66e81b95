/**
 * How long the search over transcripts takes among 1,000,000 messages of 50 guilds, whose words are as frequent as in
 * any language (Zipf) and of which the largest guild has a sixth: rare and common words, beginnings, several words,
 * phrases, and words that are not there. Prints p50, p95 and the longest by kind; the claim is a p95 below 50 ms, and
 * that no table is read from end to end.
 */
import { sql } from 'kysely'
import { searchMessages } from '../server/src/features/transcripts/search/search-store.ts'
import { indexed, termsIn } from '../server/src/features/transcripts/search/words-of.ts'
import { GuildId } from '../server/src/kernel/ids.ts'
import type { Db } from '../server/src/platform/database/connect.ts'
import { testDatabase } from '../server/src/testing/database.ts'

const MESSAGES = Number(process.argv[2] ?? 1_000_000)
const GUILDS = 50
const TICKETS_PER_GUILD = 200
const VOCABULARY = 30_000
const QUERIES_OF_A_KIND = 60
const CLAIMED_MS = 50
const CHUNK = 5_000
const FIRST_GUILD = 1_100_000_000_000_000_000n
const FIRST_MESSAGE = 1_300_000_000_000_000_000n

let state = 20_270_301
/** The same numbers in every run, from 0 up to 1 (xorshift: https://www.jstatsoft.org/article/view/v008i14). */
function random(): number {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) / 2 ** 32
}

const SYLLABLES = 'ba de ki lo mu na pe ri so tu ver ge ont an in er st ing op aan ver tion al ick et'.split(' ')
const words = [...new Set(Array.from({ length: VOCABULARY * 3 }, wordOf))].slice(0, VOCABULARY)

function wordOf(): string {
  return Array.from(
    { length: 1 + Math.floor(5 * random() ** 0.5) },
    () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
  ).join('')
}

/** The word of rank r occurs as often as 1 / r. */
const wordByRank = (): string => words[Math.floor(words.length ** random()) - 1] ?? ''
const lineOf = () => Array.from({ length: 4 + Math.floor(random() * 17) }, wordByRank).join(' ')
/** A few guilds have most of the messages. */
const anyGuild = (): number => Math.floor(GUILDS ** random()) - 1
const guildAt = (index: number) => GuildId.parse(String(FIRST_GUILD + BigInt(index)))

async function fill(db: Db): Promise<void> {
  await sql`drop index ticket_messages_by_word`.execute(db)
  for (let guild = 0; guild < GUILDS; guild += 1)
    await sql`insert into tickets (guild_id, number, username, language, description, created_at, updated_at)
      select ${guildAt(guild)}, n, 'bench', 'en', '', now(), now() from generate_series(1, ${TICKETS_PER_GUILD}::int) n`.execute(
      db,
    )
  const { rows } = await sql<{ id: string; guild_id: string }>`select id, guild_id from tickets order by id`.execute(db)
  const ticketsOf = Map.groupBy(rows, ({ guild_id }) => guild_id)
  for (let first = 0; first < MESSAGES; first += CHUNK)
    await insert(db, first, Math.min(first + CHUNK, MESSAGES), ticketsOf)
  await sql`create index ticket_messages_by_word on ticket_messages using gin (words) with (fastupdate = off)`.execute(
    db,
  )
  await sql`vacuum analyze ticket_messages`.execute(db)
}

async function insert(db: Db, first: number, end: number, ticketsOf: ReadonlyMap<string, readonly { id: string }[]>) {
  const lines = Array.from({ length: end - first }, (_, offset) => {
    const guild = guildAt(anyGuild())
    const tickets = ticketsOf.get(guild) ?? []
    const content = lineOf()
    return {
      message_id: String(FIRST_MESSAGE + BigInt(first + offset) * 1_000_000n),
      ticket_id: tickets[Math.floor(random() * tickets.length)]?.id,
      guild_id: guild,
      content,
      words: indexed(guild, content),
    }
  })
  await sql`
    insert into ticket_messages (message_id, ticket_id, guild_id, author_id, author_name, content, words, sent_at)
    select message_id, ticket_id, guild_id, 1 + message_id % 1000, 'somebody', content, words::tsvector, now()
    from json_to_recordset(${JSON.stringify(lines)}::json)
      as line(message_id bigint, ticket_id bigint, guild_id bigint, content text, words text)`.execute(db)
}

const ranked = (from: number, to: number) => words[from + Math.floor(random() * (to - from))] ?? ''
const phrase = (line: string) => `"${line.split(' ').slice(1, 3).join(' ')}"`
const KINDS: Readonly<Record<string, () => string>> = {
  rare: () => ranked(3_000, VOCABULARY),
  'less common': () => ranked(100, 1_000),
  common: () => ranked(0, 20),
  beginning: () => ranked(20, 2_000).slice(0, 3),
  'common and rare': () => `${ranked(0, 20)} ${ranked(1_000, 5_000)}`,
  'two common': () => `${ranked(0, 30)} ${ranked(0, 30)}`,
  phrase: () => phrase(lineOf()),
  'with an exclusion': () => `${ranked(50, 500)} -${ranked(0, 10)}`,
  nothing: () => `zzz${ranked(0, 1_000)}`,
}

const percentile = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
const row = (name: string, times: readonly number[], hits: number) => {
  const sorted = times.toSorted((one, other) => one - other)
  const cells = [percentile(sorted, 0.5), percentile(sorted, 0.95), sorted.at(-1) ?? Number.NaN].map((ms) =>
    `${ms.toFixed(1)} ms`.padStart(12),
  )
  console.log(`${name.padEnd(20)}${cells.join('')}${String(hits).padStart(12)}`)
  return percentile(sorted, 0.95)
}

async function scans(db: Db) {
  const { rows } = await sql<{ table_scans: string; index_scans: string }>`
    select t.seq_scan as table_scans, i.idx_scan as index_scans from pg_stat_user_tables t
    join pg_stat_user_indexes i using (relid)
    where t.relname = 'ticket_messages' and i.indexrelname = 'ticket_messages_by_word'`.execute(db)
  return rows[0]
}

await using database = await testDatabase({ statementTimeoutMs: 0 })
const { db } = database
const begun = performance.now()
await fill(db)
console.log(`${MESSAGES} messages in ${GUILDS} guilds, written in ${Math.round((performance.now() - begun) / 1000)} s`)
const before = await scans(db)
const all: number[] = []
console.log(`${''.padEnd(20)}${['p50', 'p95', 'longest', 'hits'].map((head) => head.padStart(12)).join('')}`)
for (const [kind, typed] of Object.entries(KINDS)) {
  const times: number[] = []
  let hits = 0
  for (let query = 0; query < QUERIES_OF_A_KIND; query += 1) {
    const guildId = guildAt(anyGuild())
    const wanted = {
      guildId,
      terms: termsIn(typed()),
      before: null,
      ticketId: null,
      authorId: null,
      since: null,
      until: null,
      limit: 20,
    }
    const started = performance.now()
    hits += (await searchMessages(db, wanted)).hits.length
    times.push(performance.now() - started)
  }
  row(kind, times, hits)
  all.push(...times)
}
const p95 = row('all', all, 0)
await sql`select pg_stat_force_next_flush()`.execute(db)
const after = await scans(db)
console.log(
  `the index of words was used ${Number(after?.index_scans) - Number(before?.index_scans)} times; the table was read from end to end ${Number(after?.table_scans) - Number(before?.table_scans)} times`,
)
console.log(`p95 ${p95.toFixed(1)} ms (claimed: below ${CLAIMED_MS} ms)`)
if (!(p95 < CLAIMED_MS) || after?.table_scans !== before?.table_scans) process.exitCode = 1
