import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GuildId } from '../kernel/ids.ts'
import { startApp } from '../testing/app.ts'
import { sendJson } from '../testing/http.ts'
import { ticketThere } from '../testing/tickets.ts'

/** Every guarded route of the API, asked for what belongs to others. A route without an entry in WALLS fails. */

const { demo_owner: OWNER, demo_admin: ADMIN, demo_staff: STAFF, demo_guest: GUEST } = DEMO.people
const NOT_LET_IN = [401, 403, 404]

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const signedIn = async (...users: string[]) =>
  new Map(await Promise.all(users.map(async (user) => [user, await app.signIn(user)] as const)))
const headersOf = await signedIn(OWNER, ADMIN, STAFF, GUEST)
const as = (user: string | null) => (user === null ? {} : (headersOf.get(user) ?? {}))
const ask = (user: string | null, method: string, path: string, body?: unknown) =>
  sendJson(`${app.alphapy.apiUrl}${path}`, method, body, as(user))

/** What stands in a guild, made by its owner. */
interface Things {
  readonly guild: string
  readonly owner: string
  /** A channel in which a stranger may not write. */
  readonly channel: string
  readonly reminder: number
  readonly question: number
  readonly rule: number
  readonly panel: string
  readonly key: number
  readonly history: number
  readonly session: string
  readonly ticket: number
  readonly note: number
  readonly label: number
  readonly faqEntry: number
  readonly document: number
}

const QUESTION = { question: 'Which game?', question_type: 'text', step_order: 1 }
const RULE = { title: 'Be kind', description: 'To everybody.', rule_order: 1 }
const KEY = { name: 'Printer', scopes: ['reminders'] }
const NOTE = { body: 'Only for staff' }
const LABEL = { name: 'Billing' }
const FAQ_ENTRY = { title: 'How?', summary: 'So.' }
const DOCUMENT = { name: 'Guide', markdown: 'It is here.' }
const SETTINGS = { category: 'reminders', settings: { allow_everyone_mentions: true } }

async function furnish(guild: string, owner: string, home: string, channel: string): Promise<Things> {
  const make = async (method: string, path: string, body?: unknown) => {
    const answer = await ask(owner, method, path, body)
    assert.equal(answer.status, 200, `${method} ${path}: ${answer.text}`)
    return answer.json
  }
  const of = `/api/dashboard/${guild}`
  await make('POST', `/api/dashboard/settings/${guild}`, SETTINGS)
  const [history] = await make('GET', `${of}/settings/history`)
  const [session] = await make('GET', '/api/auth/sessions')
  const { id: ticket } = await ticketThere(app.db, app.clock.now(), { guildId: GuildId.parse(guild) })
  return {
    guild,
    owner,
    channel,
    reminder: (await make('POST', '/api/reminders', { name: 'Tea', channel_id: home, time: '09:00', days: ['0'] })).id,
    question: (await make('POST', `${of}/onboarding/questions`, QUESTION)).id,
    rule: (await make('POST', `${of}/onboarding/rules`, RULE)).id,
    panel: (await make('POST', `${of}/ticket-panels`, { name: 'Help' })).panel.id,
    key: (await make('POST', `${of}/api-keys`, KEY)).id,
    history: history.id,
    faqEntry: (await make('POST', `${of}/faq`, FAQ_ENTRY)).id,
    document: (await make('POST', `${of}/knowledge`, DOCUMENT)).id,
    session: session.id,
    ticket: Number(ticket),
    note: (await make('POST', `${of}/tickets/${ticket}/notes`, NOTE)).id,
    label: (await make('POST', `${of}/ticket-labels`, LABEL)).id,
  }
}

const HOME = await furnish(DEMO.guild, OWNER, DEMO.channels.general, DEMO.channels.staff)
const OTHER = await furnish(DEMO.otherGuild, GUEST, DEMO.channels.otherGeneral, DEMO.channels.otherGeneral)

interface Asked {
  /** What to put in place of `{guild_id}` and the other parameters of the path. */
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

const ofGuild = ({ guild }: Things): Asked => ({ path: { guild_id: guild } })
const ofTranscript = ({ guild }: Things): Asked => ({
  path: { guild_id: guild, ticket_id: 1, attachment_id: guild },
})
const inQuery = ({ guild }: Things): Asked => ({ query: { guild_id: guild } })
const ofTicket = ({ guild, ticket }: Things): Asked => ({ path: { guild_id: guild, ticket_id: ticket } })
const ofNote = ({ guild, ticket, note }: Things): Asked => ({
  path: { guild_id: guild, ticket_id: ticket, note_id: note },
})
/** Speaks of nothing but the caller. */
const OWN = 'own'
const ofBot = () => ({})
const ofFaqEntry = ({ guild, faqEntry }: Things): Asked => ({ path: { guild_id: guild, id: faqEntry } })

/** How each route is asked for what belongs to others. */
const WALLS: Readonly<Record<string, typeof OWN | ((things: Things) => Asked)>> = {
  linkDiscordAccount: OWN,
  unlinkDiscordAccount: OWN,
  getMe: OWN,
  createToken: OWN,
  signOut: OWN,
  signOutEverywhere: OWN,
  listSessions: OWN,
  endSession: ({ session }) => ({ path: { session_id: session } }),
  listGuildApiKeys: ofGuild,
  createGuildApiKey: (things) => ({ ...ofGuild(things), body: KEY }),
  revokeGuildApiKey: ({ guild, key }) => ({ path: { guild_id: guild, key_id: key } }),
  listApiKeys: ofBot,
  createApiKey: () => ({ body: KEY }),
  revokeApiKey: ({ key }) => ({ path: { key_id: key } }),
  listReminders: ({ owner }) => ({ path: { user_id: owner } }),
  createReminder: ({ channel }) => ({ body: { name: 'Spam', channel_id: channel, time: '09:00' } }),
  changeReminder: ({ reminder }) => ({ body: { id: reminder, name: 'Spam' } }),
  deleteReminder: ({ reminder, owner }) => ({ path: { reminder_id: reminder, created_by: owner } }),
  listOnboardingQuestions: ofGuild,
  saveOnboardingQuestion: (things) => ({ ...ofGuild(things), body: QUESTION }),
  deleteOnboardingQuestion: ({ guild, question }) => ({ path: { guild_id: guild, question_id: question } }),
  listOnboardingRules: ofGuild,
  saveOnboardingRule: (things) => ({ ...ofGuild(things), body: RULE }),
  deleteOnboardingRule: ({ guild, rule }) => ({ path: { guild_id: guild, rule_id: rule } }),
  listOnboardingResponses: ofGuild,
  getOnboardingFunnel: ofGuild,
  reorderOnboarding: (things) => ({ ...ofGuild(things), body: { questions: [things.question] } }),
  exportFaq: ofGuild,
  exportOnboarding: ofGuild,
  exportReminders: ofGuild,
  exportTickets: ofGuild,
  listTicketPanels: ofGuild,
  createTicketPanel: (things) => ({ ...ofGuild(things), body: { name: 'Help' } }),
  changeTicketPanel: ({ guild, panel }) => ({ path: { guild_id: guild, panel_id: panel }, body: { version: 1 } }),
  deleteTicketPanel: ({ guild, panel }) => ({ path: { guild_id: guild, panel_id: panel } }),
  orderTicketPanels: (things) => ({ ...ofGuild(things), body: { panels: [things.panel] } }),
  postTicketPanels: (things) => ({ ...ofGuild(things), body: { channel_id: things.channel } }),
  listTicketBlocks: ofGuild,
  blockFromTickets: ({ guild, owner }) => ({ path: { guild_id: guild, user_id: owner }, body: {} }),
  unblockFromTickets: ({ guild, owner }) => ({ path: { guild_id: guild, user_id: owner } }),
  excludeTicketFromAutoClose: ({ guild }) => ({ path: { guild_id: guild }, body: { excluded: true } }),
  getTicketStats: ofGuild,
  listAnnouncements: ofGuild,
  readSettings: ofGuild,
  changeCategory: (things) => ({ ...ofGuild(things), body: SETTINGS }),
  changeSettings: (things) => ({ ...ofGuild(things), body: { reminders: { allow_everyone_mentions: true } } }),
  readSettingsSchema: ofGuild,
  listSettingsHistory: ofGuild,
  rollBackSetting: ({ guild, history }) => ({ path: { guild_id: guild, history_id: history } }),
  listTranscript: ofTranscript,
  readTranscriptPage: ofTranscript,
  readTranscriptJson: ofTranscript,
  readTranscriptText: ofTranscript,
  readTicketAttachment: ofTranscript,
  searchTranscripts: (things) => ({ ...ofGuild(things), query: { q: 'word' } }),
  readConsents: ofGuild,
  examineGuild: ofGuild,
  listOperationalLogs: inQuery,
  streamOperationalLogs: inQuery,
  streamChanges: ofGuild,
  getMetrics: inQuery,
  getMetricsAlias: inQuery,
  listInviters: ofGuild,
  listTickets: ofGuild,
  getTicket: ofTicket,
  getTicketSummary: ofTicket,
  moveTicket: (things) => ({ ...ofTicket(things), body: { move: 'close' } }),
  markTicket: (things) => ({ ...ofTicket(things), body: { priority: 'low' } }),
  listTicketNotes: ofTicket,
  addTicketNote: (things) => ({ ...ofTicket(things), body: NOTE }),
  changeTicketNote: (things) => ({ ...ofNote(things), body: NOTE }),
  deleteTicketNote: ofNote,
  listTicketLabels: ofGuild,
  saveTicketLabel: (things) => ({ ...ofGuild(things), body: LABEL }),
  deleteTicketLabel: ({ guild, label }) => ({ path: { guild_id: guild, label_id: label } }),
  getModelUsage: ofGuild,
  listFaqEntries: ofGuild,
  addFaqEntry: (things) => ({ ...ofGuild(things), body: FAQ_ENTRY }),
  readFaqEntry: ofFaqEntry,
  replaceFaqEntry: (things) => ({ ...ofFaqEntry(things), body: FAQ_ENTRY }),
  deleteFaqEntry: ofFaqEntry,
  publishFaqEntry: ofFaqEntry,
  listFaqVersions: ofFaqEntry,
  rollBackFaqEntry: ofFaqEntry,
  searchFaq: (things) => ({ ...ofGuild(things), query: { q: 'how' } }),
  listFaqSynonyms: ofGuild,
  replaceFaqSynonyms: (things) => ({ ...ofGuild(things), body: { groups: [] } }),
  listFaqSearches: ofGuild,
  dismissFaqSearch: ofGuild,
  getFaqFigures: ofGuild,
  listKnowledge: ofGuild,
  uploadKnowledge: (things) => ({ ...ofGuild(things), body: DOCUMENT }),
  removeKnowledge: ({ guild, document: id }) => ({ path: { guild_id: guild, document_id: id } }),
}

/** What the staff of a guild may use beside its admins: tickets and the FAQ (contract C7). Their features test how. */
const FOR_STAFF: ReadonlySet<string> = new Set([
  'listTickets',
  'getTicket',
  'getTicketSummary',
  'moveTicket',
  'markTicket',
  'listTicketNotes',
  'addTicketNote',
  'changeTicketNote',
  'deleteTicketNote',
  'listTicketLabels',
  'listFaqEntries',
  'addFaqEntry',
  'readFaqEntry',
  'replaceFaqEntry',
  'deleteFaqEntry',
  'publishFaqEntry',
  'listFaqVersions',
  'rollBackFaqEntry',
  'searchFaq',
  'listFaqSynonyms',
  'replaceFaqSynonyms',
  'listFaqSearches',
  'dismissFaqSearch',
  'getFaqFigures',
  'listTranscript',
  'readTranscriptPage',
  'readTranscriptJson',
  'readTranscriptText',
  'readTicketAttachment',
  'searchTranscripts',
  'excludeTicketFromAutoClose',
  'getTicketStats',
])

interface Route {
  readonly method: string
  readonly template: string
  readonly operationId: string
}

const document = (await ask(null, 'GET', '/api/openapi.json')).json
const routes: Route[] = Object.entries<Record<string, { operationId: string; security?: unknown }>>(
  document.paths,
).flatMap(([template, operations]) =>
  Object.entries(operations)
    .filter(([, { security }]) => security)
    .map(([method, { operationId }]) => ({ method: method.toUpperCase(), template, operationId })),
)

function addressOf(template: string, { path = {}, query }: Asked): string {
  const filled = template.replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(path[name] ?? '1'))
  return query ? `${filled}?${new URLSearchParams(query)}` : filled
}

/** Without waiting for the end of the answer: to whom it lets in a stream has none. */
async function statusOf(user: string | null, method: string, path: string, body: unknown): Promise<number> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  const headers = { ...as(user), ...(body !== undefined && { 'content-type': 'application/json' }) }
  const response = await fetch(`${app.alphapy.apiUrl}${path}`, { method, headers, ...init })
  await response.body?.cancel()
  return response.status
}

/** Asks every guarded route for these things; what comes back is who was let in, or worse. */
async function letInBy(
  user: string | null,
  things: Things,
  expected: readonly number[],
  but: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const found: string[] = []
  for (const { method, template, operationId } of routes.filter((route) => !but.has(route.operationId))) {
    const wall = WALLS[operationId]
    if (wall === undefined || (wall === OWN && user !== null)) continue
    const asked = wall === OWN ? {} : wall(things)
    const status = await statusOf(user, method, addressOf(template, asked), asked.body)
    if (!expected.includes(status)) found.push(`${method} ${template}: ${status}`)
  }
  return found
}

/** Everything that guild admins see of a guild. */
async function contentsOf({ guild, owner }: Things): Promise<unknown[]> {
  const of = `/api/dashboard/${guild}`
  const paths = [
    `${of}/onboarding/questions`,
    `${of}/onboarding/rules`,
    `${of}/ticket-panels`,
    `${of}/ticket-blocks`,
    `${of}/api-keys`,
    `${of}/settings/history`,
    `${of}/faq`,
    `/api/dashboard/settings/${guild}`,
    `/api/reminders/${owner}`,
    `${of}/tickets`,
    `${of}/ticket-labels`,
  ]
  return Promise.all(paths.map(async (path) => (await ask(owner, 'GET', path)).json))
}

describe('S-01, S-19: the walls', () => {
  test('know every guarded route, and only those', () => {
    assert.deepEqual(Object.keys(WALLS).toSorted(), routes.map(({ operationId }) => operationId).toSorted())
  })

  test('let nobody in without credentials', async () => {
    assert.deepEqual(await letInBy(null, HOME, [401]), [])
  })

  test('keep a member without rights from everything of the guild', async () => {
    const before = await contentsOf(HOME)
    assert.deepEqual(await letInBy(GUEST, HOME, NOT_LET_IN), [])
    assert.deepEqual(await contentsOf(HOME), before)
  })

  test('keep the owner and the admin of one guild from everything of another', async () => {
    const before = await contentsOf(OTHER)
    for (const user of [OWNER, ADMIN]) assert.deepEqual(await letInBy(user, OTHER, NOT_LET_IN), [])
    assert.deepEqual(await contentsOf(OTHER), before)
  })

  test('keep the staff of a guild from all of it but tickets and the FAQ, and from everything of another', async () => {
    const staff = { category: 'ticketbot', settings: { staff_role_id: DEMO.roles.staff } }
    assert.equal((await ask(OWNER, 'POST', `/api/dashboard/settings/${HOME.guild}`, staff)).status, 200)
    const before = await contentsOf(HOME)
    // A reminder asks whether its owner may write in the channel, and staff may in that of staff.
    assert.deepEqual(await letInBy(STAFF, HOME, NOT_LET_IN, new Set([...FOR_STAFF, 'createReminder'])), [])
    assert.deepEqual(await letInBy(STAFF, OTHER, NOT_LET_IN), [])
    assert.deepEqual(await contentsOf(HOME), before)
  })

  test("do not open one guild's things through another guild", async () => {
    const mixed = { ...HOME, guild: OTHER.guild }
    const foreign = [
      'revokeGuildApiKey',
      'deleteOnboardingQuestion',
      'deleteOnboardingRule',
      'deleteTicketPanel',
      'changeTicketPanel',
      'rollBackSetting',
    ]
    const before = await contentsOf(HOME)
    for (const { method, template, operationId } of routes.filter((route) => foreign.includes(route.operationId))) {
      const wall = WALLS[operationId]
      assert.ok(typeof wall === 'function')
      const asked = wall(mixed)
      const { status } = await ask(GUEST, method, addressOf(template, asked), asked.body)
      assert.equal(status, 404, operationId)
    }
    assert.deepEqual(await contentsOf(HOME), before)
  })
})
