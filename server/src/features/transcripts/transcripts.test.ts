import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { startTalking } from '../../testing/transcripts.ts'
import { until } from '../../testing/until.ts'

const { demo_owner: OWNER, demo_staff: STAFF, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people

const app = await startTalking()
after(() => app[Symbol.asyncDispose]())
const { simulator, ask, db } = app
const texts = (messages: readonly { content: string }[]) => messages.map(({ content }) => content)

describe('what is said in a ticket', () => {
  test('is recorded as it is said, by whomever', async () => {
    const { channel, memberSays, staffSays, listedLike } = await app.open()
    const asked = memberSays('Where is my parcel?')
    staffSays('On the road', { replyTo: asked.id })
    simulator.webhook(channel, 'Tracker').say('Left the depot')
    const messages = await listedLike('three messages', ({ length }) => length === 3)
    assert.deepEqual(texts(messages), ['Where is my parcel?', 'On the road', 'Left the depot'])
    assert.deepEqual(
      messages.map(({ author_name, is_bot }: { author_name: string; is_bot: boolean }) => [author_name, is_bot]),
      [
        ['Mira (member)', false],
        ['Stella (staff)', false],
        ['Tracker', true],
      ],
    )
    assert.equal(messages[1].reply_to, Number(asked.id))
  })

  test('begins with what the desk itself says at the head of the channel', async () => {
    const { ticket, all } = await app.open()
    const [head, ...others] = await all()
    assert.deepEqual([head.author_id, head.is_bot, others], [DEMO.bot, true, []])
    assert.equal(head.embeds[0]?.title, `Ticket ${ticket.number}`)
  })

  test('keeps each former text of an edit, and what was deleted with when', async () => {
    const { memberSays, staffSays, listedLike } = await app.open()
    const first = memberSays('teh first')
    const second = staffSays('secret')
    await listedLike('two messages', ({ length }) => length === 2)
    await app.moveTo(app.clock.now().add({ seconds: 10 }))
    simulator.person(MEMBER).edit(first, 'the first')
    await listedLike('the edit', ([one]) => one.content === 'the first')
    await app.moveTo(app.clock.now().add({ seconds: 10 }))
    simulator.person(MEMBER).edit(first, 'The first')
    simulator.person(STAFF).delete(second)
    const [one, two] = await listedLike('the deletion', ([, other]) => other.deleted_at !== null)
    assert.deepEqual(
      [one.content, one.former.map(({ content }: { content: string }) => content)],
      ['The first', ['teh first', 'the first']],
    )
    assert.deepEqual(
      [two.content, two.deleted_at, two.is_deletion_missed],
      ['secret', app.clock.now().toString(), false],
    )
  })

  test('as plain text tells former texts, and is silent where only what hangs on them was changed', async () => {
    const { address, memberSays, listedLike, ticket } = await app.open()
    const first = memberSays('teh first')
    await listedLike('the message', ({ length }) => length === 1)
    simulator.person(MEMBER).edit(first, 'the first')
    const [head] = simulator.messages(ticket.channelId ?? '')
    assert.ok(head)
    await simulator.person(STAFF).click(head, 'Claim')
    const told = await until('both edits', async () => {
      const { text } = await ask(STAFF, `${address}.txt`)
      return /the first/.test(text) && /Taken care of by/.test(text) && text
    })
    assert.equal(told.match(/\(until /g)?.length, 1, told)
    assert.match(told, /\(until [^)]+\) teh first/)
  })

  test('loses nothing when many are deleted at once', async () => {
    const { memberSays, listedLike } = await app.open()
    const all = [memberSays('one'), memberSays('two'), memberSays('three')]
    simulator.person(OWNER).purge(all.slice(1))
    const messages = await listedLike(
      'two deletions',
      (some) => some.filter(({ deleted_at }: { deleted_at: unknown }) => deleted_at).length === 2,
    )
    assert.deepEqual(texts(messages), ['one', 'two', 'three'])
  })

  test('in other channels is not recorded', async () => {
    simulator.person(MEMBER).say(DEMO.channels.general, 'Not in a ticket')
    const { memberSays, listedLike } = await app.open()
    memberSays('In a ticket')
    await listedLike('the message', ({ length }) => length === 1)
    const rows = await db
      .selectFrom('ticket_messages')
      .select('content')
      .where('content', '=', 'Not in a ticket')
      .execute()
    assert.deepEqual(rows, [])
  })
})

describe('a transcript', () => {
  test('is read by staff as a page, as JSON and as text, and by nobody else', async () => {
    const { memberSays, listedLike, address } = await app.open('Refund <b>please</b>')
    memberSays('**Bold** and <script>alert(1)</script>')
    await listedLike('the message', ({ length }) => length === 1)
    const page = await ask(STAFF, `${address}.html`)
    assert.equal(page.status, 200)
    assert.match(
      page.headers.get('content-security-policy') ?? '',
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:/,
    )
    assert.match(page.text, /<strong>Bold<\/strong> and &#60;script&#62;alert/)
    assert.match(page.text, /Refund &#60;b&#62;please/)
    assert.match((await ask(STAFF, `${address}.txt`)).text, /Mira \(member\)\n {4}\*\*Bold\*\* and <script>/)
    assert.equal(
      (await ask(STAFF, `${address}.json`)).json.messages.at(-1).content,
      '**Bold** and <script>alert(1)</script>',
    )
    for (const end of ['', '.html', '.json', '.txt']) assert.equal((await ask(MEMBER, address + end)).status, 403)
  })

  test('as text names what the page names, and leaves what is not known recognisable; JSON tells what was typed', async () => {
    const { memberSays, listedLike, address } = await app.open()
    const role = simulator.state.guilds.get(DEMO.guild)?.roles.get(DEMO.roles.staff)?.name
    const typed = `<@${STAFF}> <@&${DEMO.roles.staff}> <#${DEMO.channels.general}> <:wave:42> <t:1800000000:R> \`<@1>\` <@1100000000000000999> <#1100000000000000998>`
    memberSays(typed)
    await listedLike('the message', ({ length }) => length === 1)
    const { text } = await ask(STAFF, `${address}.txt`)
    const known = `@Stella (staff) @${role} #general :wave: 15 Jan 2027, 08:00:00 UTC`
    assert.ok(text.includes(`${known} \`<@1>\` @somebody (1100000000000000999) #channel (1100000000000000998)\n`), text)
    const page = (await ask(STAFF, `${address}.html`)).text
    for (const shown of ['@Stella (staff)<', `@${role}<`, '#general<', ':wave:<'])
      assert.ok(page.includes(shown), shown)
    assert.equal((await ask(STAFF, `${address}.json`)).json.messages.at(-1).content, typed)
  })

  test('names whoever spoke in the ticket, also where Discord told no name with the mention', async () => {
    const { memberSays, listedLike, address } = await app.open()
    memberSays(`<@${MEMBER}> is me`)
    await listedLike('the message', ({ length }) => length === 1)
    await db.updateTable('ticket_messages').set({ mentions: '{}' }).where('content', 'like', '%is me').execute()
    assert.match((await ask(STAFF, `${address}.txt`)).text, /@Mira \(member\) is me/)
    assert.match((await ask(STAFF, `${address}.html`)).text, /@Mira \(member\)</)
  })

  test('belongs to its guild: another one does not have it', async () => {
    const { memberSays, listedLike, address } = await app.open()
    memberSays('Ours')
    await listedLike('the message', ({ length }) => length === 1)
    const elsewhere = address.replace(DEMO.guild, DEMO.otherGuild)
    const guest = await app.signIn(GUEST)
    for (const end of ['', '.html', '.json', '.txt']) {
      const answer = await app.send(GUEST, 'GET', elsewhere + end, undefined, guest)
      assert.deepEqual([answer.status, answer.json.code], [404, 'transcripts.not_found'])
    }
  })

  test('is searched by a form, which marks what it finds', async () => {
    const { memberSays, listedLike, address } = await app.open()
    memberSays('The parcel is lost')
    memberSays('Something else')
    await listedLike('two messages', ({ length }) => length === 2)
    const page = await ask(STAFF, `${address}.html?q=PARC`)
    assert.match(page.text, /1 message with “PARC”/)
    assert.match(page.text, /The <mark>parcel<\/mark> is lost/)
    assert.doesNotMatch(page.text, /Something else/)
    const nothing = await ask(STAFF, `${address}.html?q=-lost`)
    assert.deepEqual([nothing.status, nothing.json.code], [400, 'transcripts.nothing_to_find'])
  })

  test('comes to staff by a command, as a file', async () => {
    const { ticket, memberSays, listedLike } = await app.open()
    memberSays('In the file')
    await listedLike('the message', ({ length }) => length === 1)
    const seen = await simulator.person(STAFF).slash('ticket_transcript', { id: ticket.number })
    assert.match(seen.message?.content ?? '', new RegExp(`Ticket ${ticket.number}: 2 messages`))
    assert.equal(seen.message?.attachments[0]?.filename, `ticket-${ticket.number}.html`)
    const refused = await simulator.person(MEMBER).slash('ticket_transcript', { id: ticket.number })
    assert.match(refused.message?.content ?? '', /for the staff/)
    const none = await simulator.person(STAFF).slash('ticket_transcript', { id: 9999 })
    assert.match(none.message?.content ?? '', /no ticket 9999/)
  })
})

describe('the search of a guild', () => {
  const search = (user: string, q: string, more = '') =>
    ask(user, `/api/dashboard/${DEMO.guild}/transcripts/search?q=${encodeURIComponent(q)}${more}`)

  test('finds words without case and accents, beginnings, phrases, and not what is excluded', async () => {
    const { memberSays, staffSays, listedLike } = await app.open()
    memberSays('Ma facture d’électricité est perdue')
    staffSays('The invoice is on its way')
    memberSays('The way of the invoice')
    await listedLike('three messages', ({ length }) => length === 3)
    const found = async (q: string) =>
      (await search(STAFF, q)).json.hits.map(({ snippet }: { snippet: { text: string }[] }) =>
        snippet.map(({ text }) => text).join(''),
      )
    assert.deepEqual(await found('ELECTRIC'), ['Ma facture d’électricité est perdue'])
    assert.deepEqual(await found('invoice way'), ['The way of the invoice', 'The invoice is on its way'])
    assert.deepEqual(await found('"its way"'), ['The invoice is on its way'])
    assert.deepEqual(await found('invoice -its'), ['The way of the invoice'])
    assert.deepEqual(await found('nowhere'), [])
    const newest = await search(STAFF, 'invoice', '&limit=1')
    const older = await search(STAFF, 'invoice', `&limit=1&before=${newest.headers.get('x-next-cursor')}`)
    assert.equal(newest.json.hits[0].author_name, 'Mira (member)')
    assert.equal(older.json.hits[0].author_name, 'Stella (staff)')
    assert.equal(older.headers.get('x-next-cursor'), null)
  })

  test('is for staff, and finds nothing of another guild', async () => {
    assert.equal((await search(MEMBER, 'invoice')).status, 403)
    const guest = await app.signIn(GUEST)
    const path = `/api/dashboard/${DEMO.otherGuild}/transcripts/search?q=invoice`
    assert.deepEqual((await app.send(GUEST, 'GET', path, undefined, guest)).json, { hits: [] })
  })
})

describe('attachments', () => {
  const PNG = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
  )

  test('are named with their size, and kept where the guild wants it', async () => {
    const before = await app.open()
    before.memberSays('Look', { files: [{ name: 'note.txt', bytes: Buffer.from('hello'), contentType: 'text/plain' }] })
    const [listed] = await before.listedLike('the file', ([one]) => one?.attachments.length === 1)
    assert.deepEqual(
      [listed.attachments[0].name, listed.attachments[0].size, listed.attachments[0].state],
      ['note.txt', 5, 'listed'],
    )

    await app.configure({ keep_attachments: true })
    const { memberSays, listedLike, address } = await app.open()
    memberSays('Look', {
      files: [
        { name: 'pixel.html', bytes: PNG, contentType: 'text/html' },
        { name: 'page.png', bytes: Buffer.from('<script>alert(1)</script>'), contentType: 'image/png' },
      ],
    })
    await listedLike('the files', ([one]) => one?.attachments.length === 2)
    const [message] = await until('the bytes', async () => {
      await app.moveTo(app.clock.now().add({ seconds: 31 }))
      const messages = await listedLike('the files', ([one]) => one?.attachments.length === 2)
      return messages[0].attachments.every(({ state }: { state: string }) => state === 'kept') && messages
    })
    const of = address.replace(/transcript$/, 'attachments')
    const [picture, page] = await Promise.all(
      message.attachments.map(({ id }: { id: string }) => ask(STAFF, `${of}/${id}`)),
    )
    assert.deepEqual(
      [picture.headers.get('content-type'), picture.headers.get('content-disposition')],
      ['image/png', "inline; filename*=UTF-8''pixel.html"],
    )
    assert.deepEqual(
      [page.headers.get('content-type'), page.headers.get('content-disposition')],
      ['application/octet-stream', "attachment; filename*=UTF-8''page.png"],
    )
    assert.equal(page.text, '<script>alert(1)</script>')
    assert.match((await ask(STAFF, `${address}.html`)).text, /<img alt="pixel\.html" src="data:image\/png;base64,iVBOR/)
    assert.equal((await ask(MEMBER, `${of}/${message.attachments[0].id}`)).status, 403)
  })

  test('are kept up to 8 MiB each, 50 MiB for a ticket and 1 GiB for a server; the page says of the others that they are not', async () => {
    const MIB = 1024 * 1024
    const { memberSays, listedLike, address, ticket } = await app.open()
    const send = (...names: readonly string[]) =>
      memberSays('Look', { files: names.map((name) => ({ name, bytes: Buffer.from('12345') })) })
    const states = () =>
      until('the files', async () => {
        await app.moveTo(app.clock.now().add({ seconds: 31 }))
        const messages = await listedLike('the message', ({ length }) => length > 0)
        const files: { name: string; state: string }[] = messages.flatMap(
          ({ attachments }: { attachments: unknown }) => attachments,
        )
        return files.every(({ state }) => state !== 'wanted') && files.map(({ name, state }) => `${name} ${state}`)
      })
    memberSays('Look', { files: [{ name: 'huge.bin', bytes: Buffer.alloc(8 * MIB + 1) }] })
    send('first.txt')
    assert.deepEqual(await states(), ['huge.bin too_large', 'first.txt kept'])
    // As if what is kept were as large as that.
    const takes = (size: number) =>
      db
        .updateTable('ticket_attachments')
        .set({ size: String(size) })
        .where('ticket_id', '=', ticket.id)
        .where('name', '=', 'first.txt')
        .execute()
    await takes(50 * MIB - 5)
    send('last.txt')
    assert.equal((await states()).at(-1), 'last.txt kept')
    send('beyond.txt')
    assert.equal((await states()).at(-1), 'beyond.txt no_room')
    await takes(1024 * MIB - 5)
    const other = await app.open()
    other.memberSays('Look', { files: [{ name: 'other.txt', bytes: Buffer.from('12345') }] })
    await until('the file of another ticket to be refused', async () => {
      await app.moveTo(app.clock.now().add({ seconds: 31 }))
      const [one] = await other.listedLike('the file', ([message]) => message?.attachments.length === 1)
      return one.attachments[0].state === 'no_room'
    })
    const page = (await ask(STAFF, `${address}.html`)).text
    assert.match(page, /huge\.bin.*too large.*beyond\.txt.*no room/is)
  })
})

describe('a member', () => {
  test('reads their ticket by a link, without what was deleted and former texts', async () => {
    const { ticket, memberSays, staffSays, listedLike } = await app.open()
    const deleted = staffSays('internal remark')
    const edited = memberSays('first words')
    await listedLike('two messages', ({ length }) => length === 2)
    await app.moveTo(app.clock.now().add({ seconds: 10 }))
    simulator.person(STAFF).delete(deleted)
    simulator.person(MEMBER).edit(edited, 'other words')
    await listedLike('both', ([one, two]) => one.deleted_at && two.content === 'other words')
    const link = await app.recordings.link(ticket, UserId.parse(MEMBER))
    assert.ok(link)
    const { pathname, search } = new URL(link)
    const open = (more = '') => fetch(`${app.alphapy.apiUrl}${pathname}${search}${more}`)
    const page = await open()
    const html = await page.text()
    assert.equal(page.status, 200, html)
    assert.match(html, /This message was deleted/)
    assert.match(html, /other words/)
    assert.doesNotMatch(html, /internal remark|first words/)
    assert.match(await (await open('&q=internal')).text(), /0 messages with/)
    assert.equal(await app.recordings.link(ticket, UserId.parse(STAFF)), null)
    assert.equal(
      (await fetch(`${app.alphapy.apiUrl}${pathname.replace(ticket.id, `${ticket.id}0`)}${search}`)).status,
      403,
    )
  })

  test('gets what they wrote, and has it erased: that somebody said something stays', async () => {
    const { ticket, staffSays, listedLike, address } = await app.open()
    const guest = simulator.person(DEMO.people.demo_admin)
    const own = guest.say(String(ticket.channelId), 'my private words')
    staffSays(`<@${DEMO.people.demo_admin}> understood`)
    await listedLike('two messages', ({ length }) => length === 2)
    const person = { userId: UserId.parse(DEMO.people.demo_admin), guildId: GuildId.parse(DEMO.guild) }
    assert.deepEqual(
      (await app.privacy.export(person)).ticket_messages?.map(({ content }) => content),
      ['my private words'],
    )
    await app.privacy.erase(person)
    assert.deepEqual((await app.privacy.export(person)).ticket_messages, [])
    const [one] = await listedLike('the erasure', ([first]) => first.is_erased)
    assert.deepEqual([one.content, one.author_id, one.author_name], ['', null, ''])
    const page = (await ask(STAFF, `${address}.html`)).text
    assert.match(page, /Erased on the wish/)
    assert.doesNotMatch(page, /my private words|Ada/)
    // What Discord tells again later does not bring it back.
    simulator.person(DEMO.people.demo_admin).edit(own, 'my private words, edited')
    staffSays('later')
    const messages = await listedLike('the later message', ({ length }) => length === 3)
    assert.equal(messages[0].content, '')
  })
})
