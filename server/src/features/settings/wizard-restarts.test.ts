import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'

/** The program is ended and started between every two steps of two admins who set up their guilds, in both languages. */

const app = await startApp({ roles: ['worker'] })
after(() => app[Symbol.asyncDispose]())
const { simulator } = app
const { channels, roles, people } = DEMO

const LOG = 'system.log_channel_id'
const RULES = 'system.rules_channel_id'
const ANNOUNCEMENTS = 'embedwatcher.announcements_channel_id'
const INVITES = 'invites.announcement_channel_id'
const PRIVACY = 'gdpr.channel_id'
const TICKETS = 'ticketbot.category_id'
const STAFF = 'ticketbot.staff_role_id'

const other = { guild: DEMO.otherGuild, channel: channels.otherGeneral }
const made = {
  category: simulator.createChannel(other.guild, { name: 'Tickets', type: 4 }).id,
  role: simulator.createRole(other.guild, { name: 'Staff' }).id,
}
const WALKERS = [
  {
    locale: 'en-US',
    guild: DEMO.guild,
    id: people.demo_owner,
    picks: new Map([
      [LOG, channels.logs],
      [RULES, channels.rules],
      [INVITES, channels.general],
    ]),
    category: channels.tickets,
    role: roles.staff,
  },
  { locale: 'nl', guild: other.guild, id: people.demo_guest, picks: new Map<string, string>(), ...made },
].map((walker) => ({ ...walker, person: simulator.person(walker.id) }))
type Walker = (typeof WALKERS)[number]
type Seen = Awaited<ReturnType<Walker['person']['slash']>>

function pickOf({ picks, category, role, guild }: Walker, name: string): string {
  if (name === TICKETS) return category
  if (name === STAFF) return role
  return picks.get(name) ?? (guild === other.guild ? other.channel : channels.announcements)
}
const choose = (name: string) => (walker: Walker, seen: Seen) =>
  walker.person.select(seen, `settings:setup_choose:${name}:${walker.id}`, [pickOf(walker, name)])
const goTo = (name: string) => (walker: Walker, seen: Seen) =>
  walker.person.click(seen, `settings:setup:${name}:${walker.id}`)
const start = (walker: Walker) => walker.person.slash('config start', {}, { guild: walker.guild })
const end = (walker: Walker, seen: Seen) => walker.person.click(seen, `settings:setup_end::${walker.id}`)

/** What is done, what is asked next (null: nothing), and what has been chosen by then. */
const WALK: readonly (readonly [string, (walker: Walker, seen: Seen) => Promise<Seen>, string | null, string[]])[] = [
  ['begins', start, LOG, []],
  ['chooses', choose(LOG), RULES, [LOG]],
  ['skips', goTo(ANNOUNCEMENTS), ANNOUNCEMENTS, [LOG]],
  ['goes back', goTo(RULES), RULES, [LOG]],
  ['chooses what was skipped', choose(RULES), ANNOUNCEMENTS, [LOG, RULES]],
  ['skips again', goTo(INVITES), INVITES, [LOG, RULES]],
  ['chooses', choose(INVITES), PRIVACY, [LOG, RULES, INVITES]],
  ['begins anew and is where the first answer is missing', start, ANNOUNCEMENTS, [LOG, RULES, INVITES]],
  ['chooses', choose(ANNOUNCEMENTS), INVITES, [LOG, RULES, INVITES, ANNOUNCEMENTS]],
  ['goes on', goTo(PRIVACY), PRIVACY, [LOG, RULES, INVITES, ANNOUNCEMENTS]],
  ['chooses', choose(PRIVACY), TICKETS, [LOG, RULES, INVITES, ANNOUNCEMENTS, PRIVACY]],
  ['chooses', choose(TICKETS), STAFF, [LOG, RULES, INVITES, ANNOUNCEMENTS, PRIVACY, TICKETS]],
  ['ends without the last answer', end, null, [LOG, RULES, INVITES, ANNOUNCEMENTS, PRIVACY, TICKETS]],
  ['sets the rest', goTo(STAFF), STAFF, [LOG, RULES, INVITES, ANNOUNCEMENTS, PRIVACY, TICKETS]],
  ['chooses the last', choose(STAFF), null, [LOG, RULES, INVITES, ANNOUNCEMENTS, PRIVACY, TICKETS, STAFF]],
  ['looks at it from the start', goTo(LOG), LOG, [LOG, RULES, INVITES, ANNOUNCEMENTS, PRIVACY, TICKETS, STAFF]],
]

async function chosenIn(guild: string): Promise<Record<string, unknown>> {
  const rows = await app.db.selectFrom('guild_settings').selectAll().where('guild_id', '=', guild).execute()
  return Object.fromEntries(rows.map(({ scope, key, value }) => [`${scope}.${key}`, value]))
}

test('no restart between two steps of the guided set-up loses an answer or leaves a dead button', async () => {
  const seen = new Map<Walker, Seen>()
  for (const walker of WALKERS) walker.person.speaks(walker.locale)
  for (const [what, act, next, chosen] of WALK) {
    const program = await startAgain(app, 'gateway')
    for (const walker of WALKERS) {
      const step = `${walker.locale} ${what}`
      const answer = await act(walker, seen.get(walker) as Seen)
      seen.set(walker, answer)
      const shown = JSON.stringify(answer.components)
      if (next) assert.ok(shown.includes(`settings:setup_choose:${next}:${walker.id}`), `${step}: ${answer.content}`)
      else assert.match(JSON.stringify(answer.embeds), /\/config show/, step)
      const expected = Object.fromEntries(chosen.map((name) => [name, pickOf(walker, name)]))
      assert.deepEqual(await chosenIn(walker.guild), expected, step)
    }
    await program.stop()
  }
})
