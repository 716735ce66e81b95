import assert from 'node:assert/strict'
import { DEMO, type Simulator } from '@alphapy/simulator'
import { moveTicket, openTicket, placeTicket } from '../features/tickets/desk.ts'
import { ticketRooms } from '../features/tickets/for-transcripts.ts'
import type { MoveName } from '../features/tickets/moves.ts'
import { findTicket, nextNumber } from '../features/tickets/store.ts'
import type { Ticket } from '../features/tickets/ticket.ts'
import { transcriptPrivacy } from '../features/transcripts/privacy.ts'
import { recordings } from '../features/transcripts/recordings.ts'
import { ChannelId, GuildId, UserId } from '../kernel/ids.ts'
import { signedLinks } from '../platform/http/signed-links.ts'
import type { PersonInGuild } from '../platform/privacy.ts'
import { signingKeys } from '../platform/signing/signing-keys.ts'
import { startApp } from './app.ts'
import { until } from './until.ts'

const { demo_owner: OWNER, demo_staff: STAFF, demo_member: MEMBER } = DEMO.people
const GUILD = GuildId.parse(DEMO.guild)

type Said = Pick<NonNullable<Parameters<ReturnType<Simulator['person']>['say']>[2]>, 'files' | 'replyTo'>
type App = Awaited<ReturnType<typeof startApp>>
type Ask = (user: string, path: string) => ReturnType<App['send']>
type Options = Parameters<typeof startApp>[0]

/** The program in a guild with staff, and tickets that tests talk in. */
export async function startTalking(options?: Options) {
  const app = await startApp(options)
  const { simulator, db, clock } = app
  const isListening = options?.roles?.includes('gateway') ?? true
  const headers = new Map<string, Record<string, string>>(
    await Promise.all([OWNER, STAFF, MEMBER].map(async (user) => [user, await app.signIn(user)] as const)),
  )
  const send = (user: string, path: string) =>
    app.send(user, 'GET', path, undefined, { ...headers.get(user), 'x-api-key': '', 'x-user-id': '' })
  /** Signed in, and anew when the clock has gone on for so long that it takes it. */
  async function ask(user: string, path: string) {
    const answer = await send(user, path)
    if (answer.status !== 401) return answer
    headers.set(user, await app.signIn(user))
    return send(user, path)
  }

  async function configure(settings: Record<string, unknown>) {
    const body = { category: 'ticketbot', settings }
    const answer = await app.send(OWNER, 'POST', `/api/dashboard/settings/${GUILD}`, body, headers.get(OWNER))
    assert.equal(answer.status, 200, answer.text)
  }
  await configure({ staff_role_id: DEMO.roles.staff })

  /** A ticket of the member with a channel of its own, in which everybody may talk. */
  async function open(description = 'My question') {
    const channel = simulator.createChannel(GUILD, { name: 'ticket' })
    const draft = {
      guildId: GUILD,
      panelId: null,
      username: 'demo_member',
      language: 'en',
      description,
      answers: [],
    } as const
    const ticket = await db.transaction().execute(async (tx) => {
      const opened = await openTicket(
        tx,
        { ...draft, openerId: UserId.parse(MEMBER), interactionId: null },
        await nextNumber(tx, GUILD),
        clock.now(),
      )
      return placeTicket(tx, opened, ChannelId.parse(channel.id), clock.now())
    })
    const talk = talkIn(app, ask, ticket, channel.id)
    await until('the head of the channel', async () => {
      const now = await findTicket(db, GUILD, ticket.id)
      return now?.settledVersion === now?.version && (!isListening || (await talk.all()).length === 1)
    })
    return talk
  }

  return {
    ...app,
    ask,
    configure,
    open,
    headers,
    ...portsOf(app),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

/** What tests say in the channel of a ticket, and what becomes of it. */
function talkIn({ simulator, db, clock }: App, ask: Ask, ticket: Ticket, channel: string) {
  const address = `/api/dashboard/${GUILD}/tickets/${ticket.id}/transcript`
  const all = async () => (await ask(STAFF, `${address}?limit=100`)).json.messages
  /** What was said beneath the head of the channel, which the desk itself posts. */
  const listed = async () => (await all()).slice(1)
  return {
    ticket,
    channel,
    address,
    all,
    listed,
    staffSays: (text: string, more?: Said) => simulator.person(STAFF).say(channel, text, more),
    memberSays: (text: string, more?: Said) => simulator.person(MEMBER).say(channel, text, more),
    move: (move: MoveName) =>
      db
        .transaction()
        .execute((tx) =>
          moveTicket(tx, ticket, move, { userId: UserId.parse(STAFF), standing: 'staff' }, {}, clock.now()),
        ),
    /** As soon as the transcript is like that. */
    listedLike: (what: string, isLike: (messages: Awaited<ReturnType<typeof listed>>) => boolean) =>
      until(what, async () => {
        const messages = await listed()
        return isLike(messages) ? messages : null
      }),
    /** The channel was read from where it was known to its end. */
    readToEnd: () =>
      until('the channel to be read', async () => {
        const mark = await db
          .selectFrom('transcript_marks')
          .selectAll()
          .where('ticket_id', '=', ticket.id)
          .executeTakeFirst()
        return (
          mark?.end_read_at && mark.reading_began_at === null && Temporal.Instant.compare(mark.due_at, clock.now()) > 0
        )
      }),
  }
}

/** What others ask of transcripts. */
function portsOf({ db, clock, alphapy }: App) {
  const rooms = { ...ticketRooms, heard: async () => undefined }
  const keys = signingKeys({ db, clock, notices: { on: () => undefined } })
  const links = signedLinks({
    signingKeys: keys,
    clock,
    publicUrl: alphapy.apiUrl ?? '',
    host: '127.0.0.1',
    port: 0,
  })
  /** What tickets ask of transcripts. */
  const recorded = recordings(rooms)({ db, clock, signedLinks: links })
  const privacy = {
    export: (person: PersonInGuild) => db.transaction().execute((tx) => transcriptPrivacy.export(tx, person)),
    erase: (person: PersonInGuild) => db.transaction().execute((tx) => transcriptPrivacy.erase(tx, person)),
  }
  return { recordings: recorded, privacy }
}
