import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { GuildId, UserId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { startAgain } from '../../testing/again.ts'
import { embedded, startAnnouncing } from '../../testing/announcements.ts'
import { sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'
import { announcementPrivacy } from './privacy.ts'
import { forgetAnnounced } from './store.ts'

const { announcements: NEWS, staff: STAFF_ROOM, otherGeneral: ELSEWHERE } = DEMO.channels
const { demo_owner: OWNER, demo_staff: STAFF, demo_guest: GUEST } = DEMO.people

const app = await startAnnouncing()
const { simulator, db, admin, staff, member, announce, reply, rows, question } = app

after(() => app[Symbol.asyncDispose]())
beforeEach(() => app.forgetAll())

const linkOf = (channel: string, id: string, guild: string = DEMO.guild) =>
  `https://discord.com/channels/${guild}/${channel}/${id}`
const textOf = (seen: { content: string; embeds: readonly unknown[] }) => seen.content + JSON.stringify(seen.embeds)

describe('/debug_parse_embed', () => {
  const look = (link?: string, channel: string = NEWS) =>
    admin.slash('debug_parse_embed', link ? { message_link: link } : {}, { channel })

  test('shows what is understood of the newest embed, from which words, and what follows', async () => {
    announce('Chess', 'On **15/03/2027** at 19:30\n📍 Club house')
    await reply('**Chess**')
    member.say(NEWS, 'Nice!')
    const seen = await look()
    assert.ok(seen.ephemeral)
    for (const words of ['15/03/2027', '2027-03-15', '19:30', 'Club house', '<t:1805135400:F>', '<t:1805131800:F>'])
      assert.ok(textOf(seen).includes(words), words)
    assert.match(textOf(seen), /A reminder is made\..*known as announcement #\d+: it has a reminder/)
    assert.equal((await rows()).length, 1)
  })

  test('says why nothing is made, in the language of the admin', async () => {
    admin.speaks('nl')
    const message = staff.say(STAFF_ROOM, 'Ergens op 15/03/2027')
    const seen = await look(linkOf(STAFF_ROOM, message.id))
    admin.speaks('en-US')
    assert.match(textOf(seen), /Er staat geen tijdstip in.*niet het aankondigingenkanaal/)
  })

  test('looks at nothing of another server, and at nothing that is not there (S-13)', async () => {
    const foreign = simulator.person(GUEST).say(ELSEWHERE, '', embedded('Secret', 'On 15/03/2027 at 19:30'))
    for (const link of [
      linkOf(ELSEWHERE, foreign.id, DEMO.otherGuild),
      linkOf(ELSEWHERE, foreign.id),
      linkOf(NEWS, '123'),
    ])
      assert.match(textOf(await look(link)), /message of this server that you and I can read/)
    assert.match(textOf(await look('https://example.org')), /must be the link of a message/)
  })

  test('is for admins', async () => {
    await assert.rejects(member.slash('debug_parse_embed'), /offers no command/)
  })

  test('says which permission the bot lacks to look at a channel', async () => {
    const deny = String(PermissionFlagsBits.ReadMessageHistory)
    const closed = simulator.createChannel(DEMO.guild, {
      name: 'closed',
      permission_overwrites: [{ id: DEMO.roles.bot, type: 0, allow: '0', deny }],
    })
    admin.say(closed.id, '', embedded('Chess', 'On 15/03/2027 at 19:30'))
    assert.match(textOf(await look(undefined, closed.id)), /^For that I need the permission Read Message History/)
  })

  test('fits into a message whatever is announced', async () => {
    const fields = Array.from({ length: 25 }, (_, n) => ({
      name: `Date ${n}`,
      value: `${(n % 28) + 1}/03/2027 19:${n + 10}`,
      inline: false,
    }))
    announce('*'.repeat(256), `${'_'.repeat(2000)} maybe 15/03/2027 19:30`, { fields })
    const asked = await question('certain')
    assert.ok(JSON.stringify(asked.embeds).length < 6000)
    assert.ok(textOf(await look()).length > 100)
  })
})

describe('what is kept of announcements', () => {
  const list = async (user: string, guild: string, query = '') =>
    sendJson(
      `${app.alphapy.apiUrl}/api/dashboard/${guild}/announcements${query}`,
      'GET',
      undefined,
      await app.signIn(user),
    )

  test('is listed for the admins of its guild, newest first, page by page', async () => {
    for (const name of ['One', 'Two']) {
      announce(name, 'On 15/03/2027 at 19:30')
      await reply(`**${name}**`)
    }
    announce('Three', 'Every Monday and Wednesday 19:30')
    await reply('**Three**')
    const { json } = await list(OWNER, DEMO.guild, '?limit=2')
    const [three, two] = json.announcements
    assert.deepEqual([three.name, three.days, three.time, three.event_time], ['Three', ['0', '2'], '19:30:00', null])
    assert.deepEqual([two.name, two.status, two.event_time], ['Two', 'made', '2027-03-15T18:30:00Z'])
    assert.equal(two.evidence[0].text, '15/03/2027')
    assert.ok((await app.listed()).some(({ id }: { id: number }) => id === two.reminder_id))
    const rest = await list(OWNER, DEMO.guild, `?before=${two.id}`)
    assert.deepEqual(
      rest.json.announcements.map(({ name }: { name: string }) => name),
      ['One'],
    )
    assert.equal((await list(GUEST, DEMO.guild)).status, 403)
    assert.deepEqual((await list(GUEST, DEMO.otherGuild)).json, { announcements: [] })
  })

  test('of a person is exported and erased in one guild or all, and of nobody else', async () => {
    announce('Mine', 'On 15/03/2027 at 19:30')
    admin.say(NEWS, '', embedded('Of another', 'On 15/03/2027 at 19:30'))
    await reply('**Mine**')
    await reply('**Of another**')
    const person = (guild: string | null) => ({
      userId: UserId.parse(STAFF),
      guildId: guild === null ? null : GuildId.parse(guild),
    })
    const within = <Answer>(work: (tx: Tx) => Promise<Answer>) => db.transaction().execute(work)
    const exported = await within((tx) => announcementPrivacy.export(tx, person(null)))
    assert.deepEqual([exported.announcements?.length, exported.announcements?.[0]?.guild_id], [1, DEMO.guild])
    assert.deepEqual(await within((tx) => announcementPrivacy.erase(tx, person(DEMO.otherGuild))), { announcements: 0 })
    assert.deepEqual(await within((tx) => announcementPrivacy.erase(tx, person(null))), { announcements: 1 })
    assert.deepEqual(await within((tx) => announcementPrivacy.export(tx, person(null))), { announcements: [] })
    assert.equal((await rows()).length, 1)
  })

  test('is forgotten 400 days after its event, unless it goes on', async () => {
    announce('Once', 'On 15/03/2027 at 19:30')
    announce('Ever', 'Every Monday 19:30')
    announce('When', 'On 15/03/2027')
    await reply('**Once**')
    await reply('**Ever**')
    await question('When')
    const at = (text: string) => Temporal.Instant.from(text).add({ hours: 24 * 400 })
    await forgetAnnounced(db, Temporal.Instant.from('2027-03-15T18:30:00Z'), 100)
    assert.equal((await rows()).length, 2)
    await forgetAnnounced(db, at('2027-03-15T18:30:01Z'), 100)
    assert.deepEqual(
      (await rows()).map(({ reading }) => JSON.stringify(reading).includes('"Ever"')),
      [true],
    )
  })
})

describe('whoever announces', () => {
  test('may be another bot: the owner of the guild has its reminder, and only admins decide about it', async () => {
    const { id } = simulator.createUser({ username: 'Eventer', bot: true })
    const other = simulator.person(id)
    other.join(DEMO.guild).roles.push(DEMO.roles.staff)
    other.say(NEWS, '', embedded('Raid', 'On 15/03/2027 at 19:30'))
    const shown = await reply('**Raid**')
    assert.equal((await app.listed(OWNER)).length, 1)
    assert.match((await staff.click(shown, 'Cancel the reminder')).content, /Only whoever announced it/)
    await admin.click(shown, 'Cancel the reminder')
    assert.deepEqual(await app.listed(OWNER), [])
  })

  test('of one server has no button that works in another', async () => {
    announce('Fencing', 'On 15/03/2027 at 19:30')
    await reply('**Fencing**')
    const [{ id, version } = { id: '', version: 0 }] = await rows()
    for (const act of ['cancel', 'edit', 'make', 'ignore']) {
      const button = { type: 2, style: 1, label: act, custom_id: `embedwatcher:${act}:${id}:${version}` }
      const body = { content: 'Press', components: [{ type: 1, components: [button] }] }
      const headers = { authorization: `Bot ${simulator.token}` }
      const sent = await sendJson(`${simulator.restUrl}/v10/channels/${ELSEWHERE}/messages`, 'POST', body, headers)
      const message = simulator.messages(ELSEWHERE).find((one) => one.id === sent.json.id)
      assert.ok(message)
      assert.match((await simulator.person(GUEST).click(message, act)).content, /not known any more/)
    }
    assert.equal((await app.listed()).length, 1)
  })

  test('is read a little later when Discord does not answer', async () => {
    simulator.faults.on({ method: 'GET', path: `/channels/${NEWS}` }, { status: 503 }, { times: 4 })
    announce('Later', 'On 15/03/2027 at 19:30')
    await until('it to fail', () => app.log.some((line) => line.includes('a listener failed')))
    assert.deepEqual(await rows(), [])
    await until('the next look', async () => {
      await app.moveTo(app.clock.now().add({ minutes: 1 }))
      return (await rows()).length === 1
    })
    await reply('**Later**')
  })

  test('finds the buttons working after a restart, in another process, and what was announced meanwhile read', async () => {
    announce('Darts', 'Maybe on 15/03/2027 at 19:30')
    const asked = await question('Darts')
    await app.alphapy.stop()
    announce('Missed', 'On 15/03/2027 at 19:30')
    const another = await startAgain(app, 'gateway,worker')
    await admin.click(asked, 'Make the reminder')
    await reply('**Missed**')
    assert.deepEqual(
      (await rows()).map(({ status }) => status),
      ['made', 'made'],
    )
    await another.stop()
  })
})
