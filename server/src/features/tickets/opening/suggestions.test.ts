import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { pino } from 'pino'
import { GuildId, RoleId, UserId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { guildSettings } from '../../../platform/settings/settings.ts'
import { TestClock } from '../../../testing/clock.ts'
import { testDatabase } from '../../../testing/database.ts'
import type { Suggestion } from '../ports.ts'
import type { Asked, Opener } from './opening.ts'
import { offeredMessage } from './replies.ts'
import { openingService } from './service.ts'

const { db, ...database } = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
const logger = pino({ level: 'silent' })
const GUILD = GuildId.parse('1100000000000000001')
const ENTRY: Suggestion = {
  entryId: '5',
  number: 3,
  title: 'Late *orders*',
  answer: 'They come on Monday, @everyone.',
  reason: { en: 'It has “late”.', nl: 'Er staat “laat” in.' },
}

/** Knows one answer, to what says "late"; counts what was solved. */
const solved: string[] = []
let isBroken = false
const suggestions = {
  async suggest(_guildId: GuildId, text: string) {
    if (isBroken) throw new Error('the index is broken')
    return text.includes('late') ? [ENTRY] : []
  },
  solved: async (_tx: unknown, { entryId, userId }: { entryId: string; userId: UserId }) => {
    solved.push(`${entryId} ${userId}`)
  },
}
const settings = guildSettings({ db, clock, notices: { on: () => undefined } })
const service = openingService({ db, clock, settings, logger, suggestions })

let people = 0
function somebody(): Opener {
  people += 1
  const userId = UserId.parse(String(7000 + people))
  return { guildId: GUILD, userId, username: `member${people}`, language: 'en', roleIds: [RoleId.parse('9')] }
}
let interactions = 100
function asked(description: string): Asked {
  interactions += 1
  return { interactionId: String(interactions), panelId: null, description, answers: [] }
}
const ticketsOf = ({ userId }: Opener) => db.selectFrom('tickets').selectAll().where('opener_id', '=', userId).execute()
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

async function offered(opener: Opener, about = asked('My order is late')) {
  const result = await service.ask(opener, about)
  assert.equal(result.kind, 'offered')
  return result.kind === 'offered' ? result : assert.fail()
}

describe('before a ticket opens', () => {
  test('known answers are shown, each with its reason, and nothing opens', async () => {
    const opener = somebody()
    const message = offeredMessage(await offered(opener), 'en')
    assert.deepEqual(await ticketsOf(opener), [])
    const [embed] = message.embeds ?? []
    assert.equal(embed?.title, String.raw`1. Late \*orders\*`)
    assert.match(embed?.description ?? '', /They come on Monday, @\u200beveryone.*It has “late”/s)
    assert.match(JSON.stringify(message.components), /This solves it: 1.*Open the ticket/)
  })

  test('nothing is shown where nothing is known, and the ticket opens', async () => {
    const opener = somebody()
    assert.equal((await service.ask(opener, asked('It broke'))).kind, 'opened')
    assert.equal((await ticketsOf(opener)).length, 1)
  })

  test('the ticket opens also where known answers cannot be looked for', async () => {
    isBroken = true
    const opener = somebody()
    assert.equal((await service.ask(opener, asked('My order is late'))).kind, 'opened')
    isBroken = false
  })
})

describe('an answer that solves it', () => {
  test('is counted once, opens no ticket, and lets go of what was written', async () => {
    const opener = somebody()
    const { opening } = await offered(opener)
    for (const _ of [1, 2]) await service.solve(opener, opening.id, '5')
    assert.deepEqual(solved, [`5 ${opener.userId}`])
    const row = await db
      .selectFrom('ticket_openings')
      .selectAll()
      .where('id', '=', opening.id)
      .executeTakeFirstOrThrow()
    assert.equal(row.description, '')
    await assert.rejects(service.open(opener, opening.id), refused('tickets.solved_already'))
  })

  test('has to be one that was shown, to whoever asked', async () => {
    const opener = somebody()
    const { opening } = await offered(opener)
    await assert.rejects(service.solve(opener, opening.id, '6'), refused('tickets.opened_already'))
    await assert.rejects(service.solve(somebody(), opening.id, '5'), refused('tickets.opening_gone'))
    const elsewhere = { ...opener, guildId: GuildId.parse('1100000000000000002') }
    await assert.rejects(service.open(elsewhere, opening.id), refused('tickets.opening_gone'))
    assert.equal(solved.length, 1)
  })
})

describe('a ticket that is opened all the same', () => {
  test('has what was typed, and is one of any number of clicks', async () => {
    const opener = somebody()
    const { opening } = await offered(opener)
    const opened = await Promise.all(Array.from({ length: 20 }, () => service.open(opener, opening.id)))
    assert.equal(new Set(opened.map(({ ticket }) => ticket.id)).size, 1)
    const tickets = await ticketsOf(opener)
    assert.deepEqual(
      tickets.map(({ description }) => description),
      ['My order is late'],
    )
    await assert.rejects(service.solve(opener, opening.id, '5'), refused('tickets.opened_already'))
  })

  test('is the same for a repeat of its interaction', async () => {
    const opener = somebody()
    const about = asked('It broke')
    const [first, second] = [await service.ask(opener, about), await service.ask(opener, about)]
    assert.deepEqual([first.kind, second.kind], ['opened', 'opened'])
    assert.equal((await ticketsOf(opener)).length, 1)
  })

  test('cannot be opened a day later', async () => {
    const opener = somebody()
    const { opening } = await offered(opener)
    await clock.advance({ hours: 25 })
    await assert.rejects(service.open(opener, opening.id), refused('tickets.opening_gone'))
  })
})
