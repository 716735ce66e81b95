import assert from 'node:assert/strict'
import { DEMO } from '@alphapy/simulator'
import type { Db } from '../platform/database/connect.ts'
import { startApp } from './app.ts'
import { sendJson } from './http.ts'
import { until } from './until.ts'

const { announcements: NEWS, logs: LOGS } = DEMO.channels

/** Settings of the demo guild, by its owner. */
async function change(
  app: Awaited<ReturnType<typeof startApp>>,
  settings: Record<string, unknown>,
  category = 'embedwatcher',
) {
  const headers = await app.signIn(DEMO.people.demo_owner)
  const path = `${app.alphapy.apiUrl}/api/dashboard/settings/${DEMO.guild}`
  return sendJson(path, 'POST', { category, settings }, headers)
}

/** The program in a guild whose staff announces in #announcements, and what tests look at there. */
export async function startAnnouncing(environment: Readonly<Record<string, string>> = {}) {
  const app = await startApp({ environment })
  const { simulator, db } = app
  const staff = simulator.person(DEMO.people.demo_staff)

  async function configure(settings: Record<string, unknown>, category?: string) {
    const answer = await change(app, settings, category)
    assert.equal(answer.status, 200, answer.text)
  }

  const rows = () => db.selectFrom('announcements').selectAll().orderBy('id').execute()
  const said = (channel: string, words: string) =>
    simulator
      .messages(channel)
      .filter((message) => message.author_id === DEMO.bot && JSON.stringify(message).includes(words))
      .at(-1)
  await configure({ log_channel_id: LOGS, timezone: 'Europe/Brussels' }, 'system')
  await configure({ announcements_channel_id: NEWS })
  return {
    ...app,
    news: NEWS,
    staff,
    admin: simulator.person(DEMO.people.demo_admin),
    configure,
    /** Makes another channel the one of the announcements, as soon as the program has heard of it. */
    watch: (channel: string) =>
      until(
        'the channel to be known',
        async () => (await change(app, { announcements_channel_id: channel })).status === 200,
      ),
    rows,
    said,
    announce: (title: string, description: string, more = {}) =>
      staff.say(NEWS, '', embedded(title, description, more)),
    /** As the announcements of everything so far had never been. */
    async forgetAll() {
      await db.deleteFrom('reminders').execute()
      await db.deleteFrom('announcements').execute()
    },
    statusIs: (status: string) =>
      until(`an announcement to be ${status}`, async () => (await rows()).find((row) => row.status === status)),
    listed: async (user: string = DEMO.people.demo_staff) =>
      (await app.send(user, 'GET', `/api/reminders/${user}`)).json,
    reply: (words: string) => until(`a reply with ${words}`, () => said(NEWS, words)),
    question: (words: string) => until(`a question with ${words}`, () => said(LOGS, words)),
    messageWith: (id: string) => simulator.messages(NEWS).find((message) => message.id === id),
    hasReaction: (id: string) =>
      simulator
        .messages(NEWS)
        .find((message) => message.id === id)
        ?.reactions.some(({ emoji }) => emoji.name === '⏰') ?? false,
    logged: (type: string) => loggedIn(db, type),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

export const embedded = (title: string, description: string, more = {}) => ({
  embeds: [{ type: 'rich', title, description, ...more }],
})

/** In the order in which it happened. */
async function loggedIn(db: Db, type: string): Promise<string[]> {
  const events = db.selectFrom('operational_events').select('message').where('event_type', '=', type).orderBy('id')
  return (await events.execute()).map(({ message }) => message)
}
