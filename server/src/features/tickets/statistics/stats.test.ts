import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GuildId, UserId } from '../../../kernel/ids.ts'
import { startApp } from '../../../testing/app.ts'
import { sendJson } from '../../../testing/http.ts'
import { ticketThere } from '../../../testing/tickets.ts'
import { openingPrivacy } from '../opening/privacy.ts'
import { ticketPrivacy } from '../privacy.ts'
import { timePrivacy } from '../time/privacy.ts'
import { countDeflection } from './stats-store.ts'

const { demo_owner: OWNER, demo_staff: STAFF, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people
const OTHER_STAFF = '1100000000000000199'

const app = await startApp({ roles: ['api', 'gateway'] })
after(() => app[Symbol.asyncDispose]())
const { db, simulator, clock } = app
const [staff, member] = [simulator.person(STAFF), simulator.person(MEMBER)]
const NOW = clock.now()

const stats = async (days: string, as: string = OWNER, guild: string = DEMO.guild) =>
  sendJson(
    `${app.alphapy.apiUrl}/api/dashboard/${guild}/tickets/stats?days=${days}`,
    'GET',
    undefined,
    await app.signIn(as),
  )

/** Opened so many days ago, answered first and closed after so many minutes. */
interface Story {
  readonly ago: number
  readonly by?: string
  readonly answered?: number
  readonly closed?: number
  readonly labels?: string[]
  readonly score?: number
  readonly guildId?: string
  readonly panelId?: string
}

async function panel(name: string): Promise<string> {
  const values = { guild_id: DEMO.guild, name, position: 0, created_at: NOW, updated_at: NOW }
  return (await db.insertInto('ticket_panels').values(values).returning('id').executeTakeFirstOrThrow()).id
}

async function happened({ ago, by = STAFF, answered, closed, labels = [], score, ...where }: Story) {
  const { guildId = DEMO.guild, panelId = null } = where
  const opened = NOW.subtract({ hours: 24 * ago })
  const closedAt = closed === undefined ? null : opened.add({ minutes: closed })
  const ticket = await ticketThere(
    db,
    opened,
    { guildId: GuildId.parse(guildId), panelId },
    {
      labels,
      settled_version: 1_000_000,
      checked_version: 1_000_000,
      ...(answered !== undefined && {
        first_response_at: opened.add({ minutes: answered }),
        first_response_by: UserId.parse(by),
      }),
      ...(closedAt && { status: 'closed', closed_at: closedAt, claimed_by: by }),
    },
  )
  if (score !== undefined && closedAt)
    await db
      .insertInto('ticket_ratings')
      .values({
        ticket_id: ticket.id,
        closed_at: closedAt,
        guild_id: guildId,
        user_id: MEMBER,
        score,
        rated_at: closedAt,
      })
      .execute()
}

before(async () => {
  const path = `${app.alphapy.apiUrl}/api/dashboard/settings/${DEMO.guild}`
  const settings = { staff_role_id: DEMO.roles.staff }
  await sendJson(path, 'POST', { category: 'ticketbot', settings }, await app.signIn(OWNER))
  for (const story of [
    { ago: 0, answered: 10 },
    { ago: 1, answered: 20, closed: 60, labels: ['Billing'], score: 5 },
    { ago: 1, answered: 30, closed: 120, labels: ['Billing', 'Late'], score: 4 },
    { ago: 6, by: OTHER_STAFF, answered: 40, closed: 300 },
    { ago: 20, by: OTHER_STAFF, closed: 600, score: 1 },
    { ago: 100, closed: 50 },
    { ago: 1, answered: 1, closed: 1, labels: ['Theirs'], score: 1, guildId: DEMO.otherGuild },
  ])
    await happened(story)
  await db.transaction().execute(async (tx) => {
    for (const ago of [0, 0, 8]) await countDeflection(tx, GuildId.parse(DEMO.guild), NOW.subtract({ hours: 24 * ago }))
  })
})

describe('the figures of tickets', () => {
  test('are what was counted by hand, of this guild alone', async () => {
    const { status, json } = await stats('7')
    assert.equal(status, 200)
    const { per_day, per_staff, per_label, per_panel, ...sums } = json
    assert.deepEqual(sums, {
      days: '7',
      opened: 4,
      closed: 3,
      unsolved: 1,
      deflected: 2,
      // 10, 20, 30 and 40 minutes.
      first_response: { tickets: 4, median_seconds: 1500, p90_seconds: 2220 },
      // 1, 2 and 5 hours.
      resolution: { tickets: 3, median_seconds: 7200, p90_seconds: 15_840 },
      ratings: { count: 2, average: 4.5, per_score: [0, 0, 0, 1, 1] },
    })
    assert.deepEqual(
      per_day.map(({ opened, closed }: { opened: number; closed: number }) => [opened, closed]),
      [
        [1, 1],
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [2, 2],
        [1, 0],
      ],
    )
    assert.deepEqual([per_day[0].day, per_day[6].day], ['2027-02-23', '2027-03-01'])
    const ids = (rows: { user_id: bigint | number }[]) => rows.map((row) => ({ ...row, user_id: null }))
    assert.deepEqual(ids(per_staff), [
      {
        user_id: null,
        closed: 2,
        median_resolution_seconds: 5400,
        answered: 3,
        median_first_response_seconds: 1200,
        ratings: 2,
        average_rating: 4.5,
      },
      {
        user_id: null,
        closed: 1,
        median_resolution_seconds: 18_000,
        answered: 1,
        median_first_response_seconds: 2400,
        ratings: 0,
        average_rating: null,
      },
    ])
    assert.deepEqual(per_label, [
      { label: 'Billing', opened: 2, closed: 2, median_resolution_seconds: 5400 },
      { label: 'Late', opened: 1, closed: 1, median_resolution_seconds: 7200 },
    ])
    assert.deepEqual(per_panel, [{ panel_id: null, name: null, opened: 4, closed: 3, median_resolution_seconds: 7200 }])
  })

  test('are of thirty days, or of all', async () => {
    const [month, all] = [(await stats('30')).json, (await stats('all')).json]
    assert.deepEqual([month.opened, month.closed, month.deflected, month.per_day.length], [5, 4, 3, 30])
    assert.deepEqual([all.opened, all.closed, all.ratings.average, all.per_day.length], [6, 5, 10 / 3, 101])
  })

  test('are for its staff and nobody else', async () => {
    assert.equal((await stats('7', STAFF)).status, 200)
    assert.equal((await stats('7', MEMBER)).status, 403)
    assert.equal((await stats('7', GUEST)).status, 403)
    assert.equal((await stats('3')).status, 400)
    assert.match((await member.slash('ticket_stats')).content, /Only staff/)
  })

  test('outlive the names of those whom they count', async () => {
    const before = (await stats('all')).json
    const privacy = timePrivacy(openingPrivacy(ticketPrivacy(clock)))
    const erased = await db
      .transaction()
      .execute((tx) => privacy.erase(tx, { userId: UserId.parse(MEMBER), guildId: null }))
    assert.deepEqual([erased.tickets, erased.ticket_ratings], [7, 4])
    assert.deepEqual((await stats('all')).json, before)
  })
})

const fieldsOf = ({ embeds }: Awaited<ReturnType<typeof staff.slash>>) =>
  Object.fromEntries((embeds[0]?.fields ?? []).map(({ name, value }) => [name, value]))

describe('/ticket_stats', () => {
  test('tells of each member of the staff, each label and each panel what they had', async () => {
    await happened({ ago: 2, closed: 45, labels: ['**Loud** <@1>'], panelId: await panel('Orders') })
    const fields = fieldsOf(await staff.slash('ticket_stats', { days: '7' }))
    assert.deepEqual(
      [fields['Per member of the staff'], fields['Per label'], fields['Per panel']],
      [
        `<@${STAFF}>: 3 closed, 3 answered first · 1 h · 4.5 ★\n<@${OTHER_STAFF}>: 1 closed, 1 answered first · 5 h`,
        'Billing: 2 opened, 2 closed · 1.5 h\n\\*\\*Loud\\*\\* <\u200b@1\\>: 1 opened, 1 closed · 45 min\nLate: 1 opened, 1 closed · 2 h',
        'Without a panel: 4 opened, 3 closed · 2 h\nOrders: 1 opened, 1 closed · 45 min',
      ],
    )
    await db.deleteFrom('tickets').where('panel_id', 'is not', null).execute()
  })

  test('speaks Dutch with whoever reads it so, its buttons as well', async () => {
    staff.speaks('nl')
    const shown = await staff.slash('ticket_stats')
    const { title, description = '', footer } = shown.embeds[0] ?? {}
    assert.equal(title, 'Tickets van de laatste 30 dagen')
    assert.match(description, /^Geopend: 5 · gesloten: 4 · nu open: 1\n3 vragen zijn beantwoord zonder ticket\./)
    assert.match(description, /Geopend per dag\n```.*Gesloten per dag\n```/s)
    assert.match(footer?.text ?? '', /^Dagen van UTC/)
    assert.deepEqual(fieldsOf(shown), {
      'Eerste antwoord': 'de helft binnen 25 min, 9 van 10 binnen 37 min',
      'Tot het sluiten': 'de helft binnen 3,5 u, 9 van 10 binnen 8,5 u',
      Beoordelingen: '3,3 ★ van 3',
      'Per medewerker': [
        `<@${STAFF}>: 2 gesloten, 3 als eerste beantwoord · 1,5 u · 4,5 ★`,
        `<@${OTHER_STAFF}>: 2 gesloten, 1 als eerste beantwoord · 7,5 u · 1 ★`,
      ].join('\n'),
      'Per paneel': 'Zonder paneel: 5 geopend, 4 gesloten · 3,5 u',
      'Per label': 'Billing: 2 geopend, 2 gesloten · 1,5 u\nLate: 1 geopend, 1 gesloten · 2 u',
    })
    const week = await staff.click(shown, '7 dagen')
    assert.equal(week.embeds[0]?.title, 'Tickets van de laatste 7 dagen')
    assert.equal((await staff.click(week, 'Vernieuwen')).embeds[0]?.title, 'Tickets van de laatste 7 dagen')
    assert.equal((await staff.click(week, 'Alles')).embeds[0]?.title, 'Tickets vanaf het begin')
    member.speaks('nl')
    assert.match((await member.slash('ticket_stats')).content, /^Alleen medewerkers van tickets/)
    staff.speaks('en-US')
  })

  test('draws the days, and its buttons show other days and what is new', async () => {
    const shown = await staff.slash('ticket_stats', { days: '7' })
    assert.ok(shown.ephemeral)
    const { title, description = '', fields = [] } = shown.embeds[0] ?? {}
    assert.equal(title, 'Tickets of the last 7 days')
    assert.match(description, /Opened: 4 · closed: 3 · open now: 1\n2 questions were answered without a ticket\./)
    assert.match(description, /02-28 ██████████████ 2\n03-01 ███████ +1/)
    const shownAs = (name: string) => fields.find((field) => field.name === name)?.value
    assert.equal(shownAs('First answer'), 'half within 25 min, 9 of 10 within 37 min')
    assert.equal(shownAs('Until closed'), 'half within 2 h, 9 of 10 within 4.4 h')
    assert.equal(shownAs('Ratings'), '4.5 ★ of 2')
    assert.match(
      shownAs('Per member of the staff') ?? '',
      new RegExp(`^<@${STAFF}>: 2 closed, 3 answered first · 1.5 h · 4.5 ★`),
    )
    const month = await staff.click(shown, '30 days')
    assert.equal(month.embeds[0]?.title, 'Tickets of the last 30 days')
    await happened({ ago: 0 })
    const again = await staff.click(month, 'Refresh')
    assert.match(again.embeds[0]?.description ?? '', /Opened: 6 · closed: 4 · open now: 2/)
    assert.equal((await staff.click(again, 'All')).embeds[0]?.title, 'Tickets from the beginning')
    assert.equal((await staff.slash('ticket_stats', { public: true })).ephemeral, false)
  })
})
