import assert from 'node:assert/strict'
import { DEMO } from '@alphapy/simulator'
import type { startApp } from './app.ts'
import { sendJson } from './http.ts'
import { until } from './until.ts'

type App = Pick<Awaited<ReturnType<typeof startApp>>, 'simulator' | 'db' | 'signIn' | 'alphapy'>
type Person = ReturnType<App['simulator']['person']>
type Seen = Awaited<ReturnType<Person['click']>>

const { demo_owner: OWNER } = DEMO.people
const PANELS = `/api/dashboard/${DEMO.guild}/ticket-panels`

/** The panels of the demo guild, kept by its owner, and the people who use them. */
export async function panelsOf(app: App) {
  const headers = await app.signIn(OWNER)
  const send = async (method: string, path: string, body?: unknown) => {
    const answer = await sendJson(`${app.alphapy.apiUrl}${path}`, method, body, headers)
    assert.equal(answer.status, 200, `${method} ${path}: ${answer.text}`)
    return answer.json
  }
  const ticketsOf = ({ id }: Person) =>
    app.db.selectFrom('tickets').selectAll().where('opener_id', '=', id).orderBy('id').execute()
  let newcomers = 0
  return {
    send,
    set: (settings: object) =>
      send('POST', `/api/dashboard/settings/${DEMO.guild}`, { category: 'ticketbot', settings }),
    async panel(name: string, more: object = {}): Promise<string> {
      const { panel } = await send('POST', PANELS, { name, category_id: DEMO.channels.tickets, ...more })
      return panel.id
    },
    change: async (id: string, change: object) => {
      const { panels } = await send('GET', PANELS)
      const { version } = panels.find((one: { id: string }) => one.id === id)
      return send('PUT', `${PANELS}/${id}`, { version, ...change })
    },
    /** The message that offers these panels, once it says so. */
    async posted(channel: string, panelIds: readonly string[], style: 'buttons' | 'menu' = 'buttons') {
      await send('POST', `${PANELS}/postings`, { channel_id: channel, panel_ids: panelIds, style })
      const offers = (text: string) =>
        panelIds.every((id) => text.includes(style === 'menu' ? `"${id}"` : `:open:${id}"`))
      return until('the message with panels', () =>
        app.simulator.messages(channel).find(({ components }) => offers(JSON.stringify(components))),
      )
    },
    newcomer(locale = 'en-US'): Person {
      newcomers += 1
      const person = app.simulator.person(app.simulator.createUser({ username: `asker${newcomers}` }).id)
      person.speaks(locale)
      person.join(DEMO.guild)
      return person
    },
    ticketsOf,
    /** The first ticket of this person, once it has its channel. */
    placed: (person: Person) =>
      until('the channel of the ticket', async () => {
        const [ticket] = await ticketsOf(person)
        return ticket?.channel_id ? { id: ticket.id, channel: ticket.channel_id } : null
      }),
    /** What the answer says once the channel was waited for. */
    async told(seen: Seen): Promise<string> {
      await until('the place of the ticket', () => /<#\d+>|#\d/.test(seen.content) && !/being made/.test(seen.content))
      return seen.content
    },
  }
}
