import type { JsonValue } from '../../platform/database/tables.ts'
import { actorOf, guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Idempotent } from '../../platform/http/idempotency.ts'
import {
  CategoriesInput,
  CategoryInput,
  ETAG,
  GuildPath,
  HistoryList,
  HistoryQuery,
  ReadHeaders,
  RollbackPath,
  RollbackQuery,
  RolledBack,
  SettingsQuery,
  SettingsSaved,
  SettingsSchema,
  Unchanged,
  WriteHeaders,
} from './contract.ts'
import { byScope, presentDeclaration, presentEntry, settingsOut } from './presenter.ts'
import type { SettingChange, SettingsService } from './service.ts'
import { etagOf, isKnown, versionIn } from './versions.ts'
import { escaped, refusalOf, unknownCategory } from './wishes.ts'

const config = { access: 'guild_admin', limit: 'dashboard' } as const
const tags = ['Settings']
const SETTINGS = '/api/dashboard/settings/:guild_id'

/** The settings of a guild: read, changed, looked up in their history and rolled back by its admins. */
export function settingsRoutes(http: Http, service: SettingsService, idempotent: Idempotent): void {
  readRoute(http, service)
  changeCategoryRoute(http, service, idempotent)
  changeCategoriesRoute(http, service, idempotent)
  declarationsRoute(http, service)
  historyRoute(http, service)
  rollbackRoute(http, service, idempotent)
}

function readRoute(http: Http, service: SettingsService): void {
  const schema = {
    operationId: 'readSettings',
    summary: 'Read the settings of a guild by category',
    description: 'What the guild has chosen; with `include=defaults` also what holds otherwise.',
    tags,
    params: GuildPath,
    querystring: SettingsQuery,
    headers: ReadHeaders,
    response: { 200: { ...settingsOut(service.registry), headers: ETAG }, 304: Unchanged },
  }
  http.get(SETTINGS, { config, schema }, async (request, reply) => {
    const { version, settings } = await service.current(guildOf(request))
    const withDefaults = request.query.include === 'defaults'
    reply.header('etag', etagOf(version))
    // Defaults may change with the program while the version stays.
    if (!withDefaults && isKnown(request.headers['if-none-match'], version)) return reply.code(304).send(null)
    return reply.send(byScope(settings, withDefaults))
  })
}

function changeCategoryRoute(http: Http, service: SettingsService, idempotent: Idempotent): void {
  const schema = {
    operationId: 'changeCategory',
    summary: 'Change settings of one category',
    description: 'What is sent changes, null resets to the default, the rest stays. All or nothing.',
    tags,
    params: GuildPath,
    headers: WriteHeaders,
    body: CategoryInput,
    response: { 200: { ...SettingsSaved, headers: ETAG } },
  }
  const scopes = scopesOf(service)
  const pathOf = ({ scope, key }: SettingChange) => (scopes.has(scope) ? `/settings/${escaped(key)}` : '/category')
  http.post(SETTINGS, { config, schema }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { category, settings } = request.body
      if (!scopes.has(category)) throw refusalOf([unknownCategory(category, '/category')])
      const options = { ...versionIn(request.headers['if-match']), commit, pathOf }
      const changes = changesOf(category, settings)
      const { version } = await service.change(actorOf(request), guildOf(request), changes, options)
      reply.header('etag', etagOf(version))
      return saved(`Updated ${category} settings`, version)
    }),
  )
}

function changeCategoriesRoute(http: Http, service: SettingsService, idempotent: Idempotent): void {
  const schema = {
    operationId: 'changeSettings',
    summary: 'Change settings of several categories at once',
    description: 'What is sent changes, null resets to the default, the rest stays. All or nothing.',
    tags,
    params: GuildPath,
    headers: WriteHeaders,
    body: CategoriesInput,
    response: { 200: { ...SettingsSaved, headers: ETAG } },
  }
  const scopes = scopesOf(service)
  http.put(SETTINGS, { config, schema }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const categories = Object.entries(request.body)
      for (const [category, settings] of categories)
        if (!scopes.has(category) && Object.keys(settings).length === 0)
          throw refusalOf([unknownCategory(category, `/${escaped(category)}`)])
      const changes = categories.flatMap(([category, settings]) => changesOf(category, settings))
      const options = { ...versionIn(request.headers['if-match']), commit }
      const { version } = await service.change(actorOf(request), guildOf(request), changes, options)
      reply.header('etag', etagOf(version))
      return saved('Updated settings', version)
    }),
  )
}

function declarationsRoute(http: Http, service: SettingsService): void {
  const schema = {
    operationId: 'readSettingsSchema',
    summary: 'Read which settings there are, with their types, bounds and defaults',
    tags,
    params: GuildPath,
    response: { 200: SettingsSchema },
  }
  http.get(`${SETTINGS}/schema`, { config, schema }, async () => ({
    settings: service.registry.map(presentDeclaration),
  }))
}

function historyRoute(http: Http, service: SettingsService): void {
  const schema = {
    operationId: 'listSettingsHistory',
    summary: 'List who changed which setting, newest first',
    tags,
    params: GuildPath,
    querystring: HistoryQuery,
    response: { 200: HistoryList },
  }
  http.get('/api/dashboard/:guild_id/settings/history', { config, schema }, async (request) => {
    const { scope, key, limit = 50, before } = request.query
    const filter = {
      limit,
      ...(scope !== undefined && { scope }),
      ...(key !== undefined && { key }),
      ...(before !== undefined && { before: BigInt(before) }),
    }
    return (await service.history(guildOf(request), filter)).map(presentEntry)
  })
}

function rollbackRoute(http: Http, service: SettingsService, idempotent: Idempotent): void {
  const schema = {
    operationId: 'rollBackSetting',
    summary: 'Give a setting the value that it had before an entry of the history',
    tags,
    params: RollbackPath,
    querystring: RollbackQuery,
    headers: WriteHeaders,
    response: { 200: { ...RolledBack, headers: ETAG } },
  }
  http.post('/api/dashboard/:guild_id/settings/rollback/:history_id', { config, schema }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { dry_run = false } = request.query
      const options = { ...versionIn(request.headers['if-match']), commit, dryRun: dry_run }
      const id = BigInt(request.params.history_id)
      const { entry, from, to, version } = await service.rollback(actorOf(request), guildOf(request), id, options)
      const { scope, key } = entry
      const message = `${dry_run ? 'Would roll' : 'Rolled'} back ${scope}.${key} to previous value`
      reply.header('etag', etagOf(version))
      const values = { old_value: from ?? null, new_value: to ?? null }
      return { success: true as const, message, dry_run, scope, key, ...values, version: Number(version) }
    }),
  )
}

function scopesOf({ registry }: SettingsService): ReadonlySet<string> {
  return new Set(registry.map(({ scope }) => scope))
}

function changesOf(scope: string, settings: Readonly<Record<string, unknown>>): SettingChange[] {
  return Object.entries(settings).map(([key, value]) => ({ scope, key, value: plain(value) }))
}

/** Ids beyond 2^53 arrive as bigint; no setting holds a list or an object. */
function plain(value: unknown): JsonValue {
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'object' && value !== null) return {}
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function saved(message: string, version: bigint) {
  return { success: true as const, message, version: Number(version) }
}
