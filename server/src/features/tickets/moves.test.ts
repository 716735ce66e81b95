import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, describe, test } from 'node:test'
import { GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { testDatabase } from '../../testing/database.ts'
import { ticketThere } from '../../testing/tickets.ts'
import { moveTicket } from './desk.ts'
import { MOVE_NAMES, type MoveName, moves, moveTo, STANDINGS, type Standing } from './moves.ts'
import { standingOf } from './standing.ts'
import { changeTicket, eventsOf, findTicket } from './store.ts'
import { STATUSES, type Status, type Ticket } from './ticket.ts'
import { TICKETS_DOC, ticketsDoc } from './tickets-doc.ts'

const NOW = Temporal.Instant.from('2027-03-01T12:00:00Z')
const [ANN, BEN] = [UserId.parse('1100000000000000102'), UserId.parse('1100000000000000103')]
const [STAFF, SECOND, OTHERS] = ['1100000000000000302', '1100000000000000309', '1100000000000000303'].map(RoleId.parse)
assert.ok(STAFF && SECOND && OTHERS)
const page = await readFile(TICKETS_DOC, 'utf8')

describe('docs/tickets.md', () => {
  test('is what the table of moves says', () => {
    assert.equal(page, ticketsDoc(), 'run server/src/features/tickets/tickets-doc.ts')
  })
})

/** How a ticket can stand: its status, whether somebody has claimed it, whether a role was called. */
interface Situation {
  readonly status: Status
  readonly isClaimed: boolean
  readonly isEscalated: boolean
}

const both = [false, true]
const SITUATIONS: readonly Situation[] = STATUSES.flatMap((status) =>
  both.flatMap((isClaimed) => both.map((isEscalated) => ({ status, isClaimed, isEscalated }))),
).filter(({ status, isClaimed, isEscalated }) => {
  if (status === 'claimed') return isClaimed
  if (status === 'escalated') return isEscalated && !isClaimed
  return status !== 'open' || !(isClaimed || isEscalated)
})

/** What the page says of a move, cell by cell: read by itself, so that neither the table nor its code can vouch for it. */
const ROWS = new Map(
  page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, move = '', , who = '', ...cells]) =>
      /^`[a-z]+`$/.test(move) && cells.length > STATUSES.length
        ? [[move.slice(1, -1), { who: who.split(', '), cells: cells.slice(0, STATUSES.length) }] as const]
        : [],
    ),
)
const CALLED: Readonly<Record<Standing, string>> = {
  system: 'bot',
  admin: 'admin',
  staff: 'staff',
  opener: 'member',
  other: 'others',
}

function expected(move: string, { status, isClaimed, isEscalated }: Situation, standing: Standing): string {
  const row = ROWS.get(move)
  assert.ok(row, move)
  if (!row.who.includes(CALLED[standing])) return 'forbidden'
  const [cell = '', condition] = (row.cells[STATUSES.indexOf(status)] ?? '').split(', ')
  if (cell === '–' || (condition && (condition === 'if claimed') !== isClaimed)) return 'conflict'
  const unclaimed = isEscalated ? 'escalated' : 'open'
  if (cell === 'under way') return isClaimed ? 'claimed' : unclaimed
  return cell === 'given back' ? unclaimed : cell.replaceAll('`', '')
}

const DETAILS: Partial<Record<MoveName, object>> = {
  assign: { assignee: BEN },
  escalate: { role: SECOND },
  transfer: { panelId: null },
}
const stateOf = ({ status, isClaimed, isEscalated }: Situation) => ({
  status,
  claimed_by: isClaimed ? ANN : null,
  claimed_at: isClaimed ? NOW : null,
  escalated_to: isEscalated ? (SECOND ?? null) : null,
  closed_at: status === 'closed' || status === 'archived' ? NOW : null,
  archived_at: status === 'archived' ? NOW : null,
})

describe('every move in every situation by everybody', async () => {
  const { db, ...database } = await testDatabase()
  after(() => database[Symbol.asyncDispose]())
  const { id, guildId } = await ticketThere(db, NOW)

  /** @returns the status it leads to, or the kind of the refusal. */
  async function attempt(tx: Tx, move: MoveName, before: Ticket, standing: Standing): Promise<string> {
    const [told] = await eventsOf(tx, id, 1)
    const mover = { userId: standing === 'system' ? null : BEN, standing }
    const refusal = await moveTicket(tx, { id, guildId }, move, mover, DETAILS[move] ?? {}, NOW).then(
      () => null,
      (error: unknown) => error,
    )
    const now = await findTicket(tx, guildId, id)
    const [event] = await eventsOf(tx, id, 1)
    assert.ok(now && event)
    if (refusal === null) {
      assert.deepEqual(
        [event.kind, event.from, event.to, event.actorId],
        [move, before.status, now.status, mover.userId],
      )
      assertWhole(now)
      return now.status
    }
    assert.ok(refusal instanceof Refusal, String(refusal))
    assert.deepEqual([now, event], [before, told], 'a refused move changes nothing and tells nothing')
    return refusal.kind
  }

  /** What holds for every ticket, however it came there. */
  function assertWhole({ status, claimedBy, escalatedTo, closedAt, archivedAt }: Ticket) {
    if (status === 'claimed') assert.ok(claimedBy, 'claimed by nobody')
    if (status === 'open') assert.equal(claimedBy, null)
    if (status === 'escalated') assert.ok(escalatedTo && claimedBy === null)
    assert.equal(closedAt !== null, status === 'closed' || status === 'archived')
    assert.equal(archivedAt !== null, status === 'archived')
  }

  for (const move of MOVE_NAMES) {
    test(`${move} does what docs/tickets.md says`, async () => {
      const found: Record<string, string> = {}
      const wanted: Record<string, string> = {}
      await db.transaction().execute(async (tx) => {
        for (const situation of SITUATIONS) {
          let ticket: Ticket | null = null
          for (const standing of STANDINGS) {
            const name = `${standing}, ${JSON.stringify(situation)}`
            wanted[name] = expected(move, situation, standing)
            // What was refused has changed nothing, and need not be brought back.
            ticket ??= await changeTicket(tx, { id, guildId }, stateOf(situation), NOW)
            found[name] = await attempt(tx, move, ticket, standing)
            if (found[name] === 'forbidden' || found[name] === 'conflict') continue
            ticket = null
          }
        }
      })
      assert.deepEqual(found, wanted)
    })
  }

  test('is a ticket of this guild, or not found', async () => {
    const elsewhere = { id, guildId: GuildId.parse('1100000000000000002') }
    const moving = db
      .transaction()
      .execute((tx) => moveTicket(tx, elsewhere, 'close', { userId: ANN, standing: 'admin' }, {}, NOW))
    await assert.rejects(moving, { kind: 'not_found' })
  })
})

describe('the table', () => {
  test('lets nobody do anything to what is archived', () => {
    assert.deepEqual(
      MOVE_NAMES.filter((move) => moves[move].from.includes('archived')),
      [],
    )
  })

  test('lets a member answer, close and open again, and nobody else anything', () => {
    const by = (standing: Standing) => MOVE_NAMES.filter((move) => moves[move].by.includes(standing))
    assert.deepEqual([by('opener'), by('other')], [['answer', 'close', 'reopen'], []])
  })

  test('lets every unsolved ticket be closed, and staff do whatever admins do', () => {
    for (const status of ['open', 'claimed', 'waiting_for_user', 'escalated'] as const)
      assert.ok(moves.close.from.includes(status))
    for (const { by } of Object.values(moves)) assert.equal(by.includes('staff'), by.includes('admin'))
  })

  test('names a move for each status that can be asked for', () => {
    const at = (status: Status, claimedBy: UserId | null = null) => ({ status, claimedBy, escalatedTo: null })
    const asked = (ticket: ReturnType<typeof at>) => STATUSES.map((wanted) => moveTo(ticket, wanted))
    assert.deepEqual(asked(at('open')), [null, 'claim', 'wait', 'escalate', 'close', null])
    assert.deepEqual(asked(at('claimed', ANN)), ['unclaim', null, 'wait', 'escalate', 'close', null])
    assert.deepEqual(asked(at('waiting_for_user')), ['resume', 'claim', null, 'escalate', 'close', null])
    assert.deepEqual(asked(at('closed', ANN)), ['reopen', 'reopen', null, null, null, 'archive'])
    assert.deepEqual(asked(at('archived')), [null, null, null, null, null, null])
  })
})

describe('who somebody is to a ticket', () => {
  const [OPENER, PERSON] = [UserId.parse('1100000000000000104'), UserId.parse('1100000000000000105')]
  const standing = (userId: UserId, roleIds: readonly RoleId[], isAdmin = false, escalatedTo: RoleId | null = null) =>
    standingOf({ openerId: OPENER, escalatedTo }, { staffRoleIds: [STAFF] }, { userId, roleIds, isAdmin })

  test('is staff by the roles of the ticket, without any admin role (S-14)', () => {
    assert.equal(standing(PERSON, [OTHERS, STAFF]), 'staff')
    assert.equal(standing(PERSON, [OTHERS, SECOND]), 'other')
  })

  test('is staff by the role that it was escalated to', () => {
    assert.equal(standing(PERSON, [SECOND], false, SECOND), 'staff')
    assert.equal(standing(PERSON, [], false, SECOND), 'other')
  })

  test('is more by being admin than by being staff, and more by being staff than by having opened it', () => {
    assert.equal(standing(OPENER, [STAFF], true), 'admin')
    assert.equal(standing(OPENER, [STAFF]), 'staff')
    assert.equal(standing(OPENER, [OTHERS]), 'opener')
  })
})
