import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { ChannelId, GuildId, MessageId, UserId } from '../../kernel/ids.ts'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { until } from '../../testing/until.ts'
import { NO_MENTIONS } from './message.ts'
import { type Posting, post } from './outbox.ts'

const GUILD = GuildId.parse(DEMO.guild)
const GENERAL = ChannelId.parse(DEMO.channels.general)
const STAFF = ChannelId.parse(DEMO.channels.staff)
const MEMBER = UserId.parse(DEMO.people.demo_member)
const SENDING = { method: 'POST', path: `/channels/${GENERAL}/messages` }

describe('a message of the outbox', async () => {
  const app = await startApp({ roles: ['worker'] })
  after(() => app[Symbol.asyncDispose]())
  const another = await startAgain(app, 'worker')
  after(() => another.stop())
  beforeEach(() => app.db.deleteFrom('outgoing_messages').execute())

  const posting = (content: string, more: Partial<Posting> = {}): Posting => ({
    guildId: GUILD,
    to: { channelId: GENERAL },
    purpose: 'test.tea',
    message: { content, allowed_mentions: NO_MENTIONS },
    ...more,
  })
  const put = (...postings: Posting[]) =>
    app.db.transaction().execute(async (tx) => {
      for (const each of postings) await post(tx, each, app.clock.now())
    })
  const said = (channelId: string, beginning: string) =>
    app.simulator
      .messages(channelId)
      .map(({ content }) => content)
      .filter((content) => content.startsWith(beginning))
  const open = async () =>
    (await app.db.selectFrom('outgoing_messages').select('id').where('status', '=', 'due').execute()).length
  /** Discord takes it, and nobody hears so. */
  async function unsure(what: Posting) {
    app.simulator.faults.on(SENDING, 'drop_after', { times: 1 })
    await put(what)
    await until('the first attempt', async () =>
      (await app.db.selectFrom('outgoing_messages').select('error').execute()).some(({ error }) => error !== null),
    )
  }
  const finished = () => until('all to be finished', async () => (await open()) === 0)

  test('is sent once the transaction has committed, in order, and once among two workers', async () => {
    const words = Array.from({ length: 60 }, (_, n) => `order ${n}`)
    await put(...words.map((word) => posting(word)))
    await finished()
    assert.deepEqual(said(GENERAL, 'order'), words)
    // A message that both took would be hidden by its nonce.
    const attempts = await app.db.selectFrom('outgoing_messages').select('attempts').execute()
    assert.deepEqual([...new Set(attempts.map((row) => row.attempts))], [1])
  })

  test('is not sent when the transaction does not commit', async () => {
    await assert.rejects(
      app.db.transaction().execute(async (tx) => {
        await post(tx, posting('undone'), app.clock.now())
        throw new Error('no')
      }),
    )
    await put(posting('done'))
    await finished()
    assert.deepEqual([said(GENERAL, 'undone'), said(GENERAL, 'done')], [[], ['done']])
  })

  test('that Discord took without saying so is not sent again, however late the next attempt is', async () => {
    for (const [name, pause] of [
      ['soon', { seconds: 5 }],
      ['late', { minutes: 10 }],
    ] as const) {
      await unsure(posting(name))
      await app.moveTo(app.clock.now().add(pause))
      await finished()
      assert.deepEqual(said(GENERAL, name), [name])
    }
  })

  test('is found again however much was said in the channel just then, though Discord trims it', async () => {
    for (let line = 0; line < 120; line += 1) app.member.say(GENERAL, `chatter ${line}`)
    await unsure(posting('busy\n'))
    await app.moveTo(app.clock.now().add({ minutes: 10 }))
    await finished()
    assert.deepEqual(said(GENERAL, 'busy'), ['busy'])
  })

  test('is found again though it was cut, and though Discord shows what its links lead to', async () => {
    const long = `too long https://example.com ${'x'.repeat(2_000)}`
    await unsure(posting(long))
    const standing = app.simulator.messages(GENERAL).at(-1) ?? assert.fail('not sent')
    app.simulator.state.messages
      .get(GENERAL)
      ?.set(standing.id, { ...standing, embeds: [{ type: 'link', title: 'Example' }] })
    await app.moveTo(app.clock.now().add({ minutes: 10 }))
    await finished()
    assert.deepEqual(said(GENERAL, 'too long'), [`${long.slice(0, 1_999)}…`])
  })

  test('counts as sent when it was deleted before that was known, also an answer to what is gone', async () => {
    const question = app.member.say(GENERAL, 'Is there tea?')
    await unsure(posting('answer', { replyTo: MessageId.parse(question.id) }))
    app.member.delete(question)
    app.simulator.person(DEMO.bot).delete(app.simulator.messages(GENERAL).at(-1) ?? assert.fail('not sent'))
    await app.moveTo(app.clock.now().add({ seconds: 5 }))
    await finished()
    const { status } = await app.db.selectFrom('outgoing_messages').select('status').executeTakeFirstOrThrow()
    assert.deepEqual([status, said(GENERAL, 'answer')], ['sent', []])
  })

  test('goes on where a worker died with it', async () => {
    await put(posting('orphan', { to: { channelId: ChannelId.parse(DEMO.channels.announcements) } }))
    await finished()
    await app.db
      .updateTable('outgoing_messages')
      .set({ status: 'due', finished_at: null, lease_until: app.clock.now().add({ seconds: 60 }) })
      .execute()
    await app.moveTo(app.clock.now().add({ seconds: 61 }))
    await finished()
    assert.equal(said(DEMO.channels.announcements, 'orphan').length, 1)
  })

  test('to somebody who takes none is said in the channel instead', async () => {
    app.member.acceptDms(false)
    await put(posting('for you', { to: { userId: MEMBER, orChannelId: GENERAL } }))
    await finished()
    app.member.acceptDms(true)
    await put(posting('for you alone', { to: { userId: MEMBER } }))
    await finished()
    assert.deepEqual(said(GENERAL, 'for you'), ['for you'])
    assert.equal(app.member.dms().at(-1)?.content, 'for you alone')
  })

  test('that Discord refuses stands in the log of the guild', async () => {
    await put(posting('nowhere', { to: { channelId: ChannelId.parse('1100000000000000299') } }))
    await finished()
    const { event_type, details } = await app.db.selectFrom('operational_events').selectAll().executeTakeFirstOrThrow()
    assert.equal(event_type, 'MESSAGE_NOT_SENT')
    assert.equal((details as { purpose: string }).purpose, 'test.tea')
  })

  test('that is worth nothing any more is not sent, and does not hold up the others', async () => {
    app.simulator.faults.on({ method: 'POST', path: `/channels/${STAFF}/messages` }, { status: 503 }, { times: 2 })
    await put(posting('old news', { to: { channelId: STAFF }, worthFor: { seconds: 1 } }), posting('fresh'))
    await until('the other', () => said(GENERAL, 'fresh').length === 1)
    await app.moveTo(app.clock.now().add({ minutes: 1 }))
    await finished()
    assert.deepEqual(said(STAFF, 'old news'), [])
  })
})
