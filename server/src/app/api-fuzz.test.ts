import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import fc from 'fast-check'
import { sql } from 'kysely'
import { signedLinks } from '../platform/http/signed-links.ts'
import { signingKeys } from '../platform/signing/signing-keys.ts'
import { startApp } from '../testing/app.ts'
import { type FuzzRequest, fuzz } from '../testing/fuzz.ts'
import { fuzzClient } from '../testing/fuzz-client.ts'
import { as, sendJson } from '../testing/http.ts'
import { isThorough } from '../testing/thorough.ts'

const SEED = 20_270_301
const [RANDOM_RUNS, ONE_IN, LEAST_REQUESTS] = isThorough ? [60, 1, 25_000] : [8, 5, 5_000]
const OWNER = DEMO.people.demo_owner
const GUILD = DEMO.guild

const app = await startApp({ roles: ['api'], environment: { OWNER_IDS: OWNER } })
after(() => app[Symbol.asyncDispose]())
const links = signedLinks({
  signingKeys: signingKeys({ db: app.db, clock: app.clock, notices: { on: () => undefined } }),
  clock: app.clock,
  publicUrl: undefined,
  host: '127.0.0.1',
  port: 0,
})
const client = fuzzClient(app.alphapy.apiUrl ?? '')
after(() => client[Symbol.dispose]())
const owner = await app.signIn(OWNER)
let leaving = await app.signIn(DEMO.people.demo_member)

/** A request with a good body, by the owner; what it answers. */
async function made(path: string, body: object) {
  const { status, json } = await sendJson(`${app.alphapy.apiUrl}${path}`, 'POST', body, owner)
  assert.equal(status, 200, JSON.stringify(json))
  return json
}

const reminder = () => ({
  name: 'Tea',
  channel_id: DEMO.channels.general,
  time: '09:00:00',
  days: ['0', '2'],
  message: 'Daily standup meeting',
  location: 'Main Channel',
})
const question = () => ({
  question: 'What is your trading experience?',
  question_type: 'select',
  options: [{ label: 'Beginner', value: 'beginner' }],
  followup: { beginner: { question: 'How so?' } },
})
const rule = () => ({ title: 'Be Respectful', description: 'Treat all', image_url: 'https://example.com/image.png' })
const key = () => ({ name: 'Monitoring', scopes: ['metrics'], expires_at: '2028-01-01T00:00:00Z' })
const setting = () => ({ category: 'reminders', settings: { allow_everyone_mentions: true } })

/** A fresh reminder, since each request may change or delete it; the owner's others make room. */
async function fresh(): Promise<number> {
  await app.db.deleteFrom('reminders').execute()
  return (await app.send(OWNER, 'POST', '/api/reminders', reminder())).json.id
}

/** A question or rule beside no others. */
async function only(kind: 'questions' | 'rules', body: object): Promise<number> {
  await app.db.deleteFrom(`onboarding_${kind}`).execute()
  return (await made(`/api/dashboard/${GUILD}/onboarding/${kind}`, body)).id
}

async function onlyKey(path: string): Promise<string> {
  await app.db.deleteFrom('api_keys').execute()
  return (await made(path, key())).id
}

async function change(): Promise<number> {
  await app.db.deleteFrom('settings_history').execute()
  await app.db.deleteFrom('guild_settings').execute()
  await made(`/api/dashboard/settings/${GUILD}`, setting())
  const { json } = await sendJson(
    `${app.alphapy.apiUrl}/api/dashboard/${GUILD}/settings/history`,
    'GET',
    undefined,
    owner,
  )
  return json[0].id
}

const guild = { guild_id: GUILD }
const keysOfGuild = `/api/dashboard/${GUILD}/api-keys`
const roomForKeys = () => app.db.deleteFrom('api_keys').execute()

const fixtures = {
  createReminder: async () => {
    await app.db.deleteFrom('reminders').execute()
    return { body: reminder() }
  },
  changeReminder: async () => ({ body: { ...reminder(), id: await fresh() } }),
  deleteReminder: async () => ({ path: { reminder_id: await fresh(), created_by: OWNER } }),
  listReminders: () => ({ path: { user_id: OWNER }, query: { limit: 5 } }),
  saveOnboardingQuestion: () => ({ path: guild, body: question() }),
  saveOnboardingRule: () => ({ path: guild, body: rule() }),
  deleteOnboardingQuestion: async () => ({ path: { ...guild, question_id: await only('questions', question()) } }),
  deleteOnboardingRule: async () => ({ path: { ...guild, rule_id: await only('rules', rule()) } }),
  listOnboardingResponses: () => ({ path: guild, query: { limit: 5 } }),
  getOnboardingFunnel: () => ({ path: guild }),
  reorderOnboarding: async () => ({
    path: guild,
    body: { questions: [await only('questions', question())], rules: [await only('rules', rule())] },
  }),
  changeCategory: () => ({ path: guild, body: setting() }),
  changeSettings: () => ({ path: guild, body: { system: { timezone: 'Europe/Brussels' }, reminders: {} } }),
  rollBackSetting: async () => ({ path: { ...guild, history_id: await change() } }),
  createGuildApiKey: async () => {
    await roomForKeys()
    return { path: guild, body: key() }
  },
  createApiKey: async () => {
    await roomForKeys()
    return { body: key() }
  },
  revokeGuildApiKey: async () => ({ path: { ...guild, key_id: await onlyKey(keysOfGuild) } }),
  revokeApiKey: async () => ({ path: { key_id: await onlyKey('/api/api-keys') } }),
  listOperationalLogs: () => ({ query: guild }),
  getMetrics: () => ({ query: guild }),
  readSettings: () => ({ path: guild }),
  listInviters: () => ({ path: guild, query: { limit: 5 } }),
}

/** Arranging writes, too. */
const arranged = Object.fromEntries(
  Object.entries(fixtures).map(([id, arrange]) => [
    id,
    async () => {
      known = null
      return arrange()
    },
  ]),
)

const values = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.boolean(),
  fc.integer({ min: -5, max: 5000 }),
  fc.constantFrom(DEMO.channels.general, DEMO.roles.member, 'Europe/Brussels', 'grok-3', '{member} joined!', null),
)
const KEYS: Readonly<Record<string, readonly string[]>> = {
  system: ['timezone', 'log_channel_id', 'log_level', 'locale', 'unknown'],
  reminders: ['enabled', 'default_channel_id', 'allow_everyone_mentions', 'max_per_member'],
  embedwatcher: ['reminder_offset_minutes', 'announcements_channel_id'],
  gpt: ['model', 'temperature'],
  invites: ['enabled', 'with_inviter_template'],
}
const scopes = fc.constantFrom(...Object.keys(KEYS))
const settingsOf = (scope: string) => fc.dictionary(fc.constantFrom(...(KEYS[scope] ?? [])), values, { maxKeys: 3 })
const bodies = {
  changeCategory: scopes.chain((category) =>
    fc.record({ category: fc.constant(category), settings: settingsOf(category) }),
  ),
  changeSettings: fc.dictionary(scopes, scopes.chain(settingsOf), { maxKeys: 3 }),
}

/** A sum over all that a write may leave behind; who reads an export is written down as well. */
async function stored(): Promise<string> {
  const { rows } = await sql`select md5(concat_ws('|',
    (select json_agg(r order by id) from reminders r),
    (select json_agg(q order by id) from onboarding_questions q),
    (select json_agg(r order by id) from onboarding_rules r),
    (select json_agg(json_build_array(id, revoked_at) order by id) from api_keys),
    (select sum(version) from guild_settings_versions),
    (select count(*) from settings_history),
    (select count(*) from operational_events where event_type <> 'EXPORT_MADE')))`.execute(app.db)
  return JSON.stringify(rows)
}

/** Who signs out is somebody else: the owner is still needed. */
function callerOf({ path, isSigned }: FuzzRequest): Record<string, string> {
  if (!isSigned) return {}
  if (path.startsWith('/api/auth/sign-out')) return leaving
  return path.startsWith('/api/reminders') ? as(OWNER) : owner
}

/** What is stored as of the last look; null when something may have been written since. */
let known: string | null = null

/** A guild has two exports at a time. */
let lastExport: Promise<unknown> = Promise.resolve()
function send(request: FuzzRequest) {
  if (!request.path.includes('/exports/')) return sendNow(request)
  const answer = lastExport.then(() => sendNow(request))
  lastExport = answer.catch(() => undefined)
  return answer
}

/** Only who has a link to that very path is told what is wrong with the rest. */
async function signed(address: string): Promise<string> {
  if (!address.startsWith('/transcripts/')) return address
  const [path = '', query = ''] = address.split('?', 2)
  const link = new URL(await links.link(path, { subject: OWNER, expiresAt: app.clock.now().add({ hours: 1 }) }))
  return `${path}?${query}&${link.searchParams}`
}

async function sendNow(request: FuzzRequest) {
  const { method, path, body, headers } = request
  const isWrite = method !== 'GET'
  const before = isWrite ? (known ?? (await stored())) : ''
  const answer = await client.send(method, await signed(path), { ...callerOf(request), ...headers }, body)
  if (path.startsWith('/api/auth/sign-out') && answer.status < 300) leaving = await app.signIn(DEMO.people.demo_member)
  if (!isWrite) return answer
  known = answer.status < 400 ? null : await stored()
  if (known) assert.equal(known, before, `${method} ${path} ${body} was refused and stored something`)
  return answer
}

test('every field of every endpoint wrong in every way is named with 400, never a fault, and stores nothing (R-36)', async () => {
  const document = (await sendJson(`${app.alphapy.apiUrl}/api/openapi.json`, 'GET')).json
  const pinned = { guild_id: GUILD, user_id: OWNER, created_by: OWNER }
  const report = await fuzz({
    document,
    send,
    seed: SEED,
    runs: RANDOM_RUNS,
    oneIn: ONE_IN,
    fixtures: arranged,
    pinned,
    bodies,
  })
  const all = Object.values(report).reduce((sum, count) => sum + count, 0)
  assert.ok(all >= LEAST_REQUESTS, `${all} requests: ${JSON.stringify(report)}`)
})
