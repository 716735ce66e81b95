import type { FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database/connect.ts'
import { LiveFeed } from '../../platform/events/live-feed.ts'
import { type ChangeRecord, changeSource, type EventRecord, eventSource } from '../../platform/events/live-store.ts'
import type { Platform } from '../../platform/feature.ts'
import { guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { LiveStreams } from '../../platform/http/live.ts'
import {
  ChangeStreamQuery,
  EventStream,
  GuildPath,
  type LogEntry,
  LogStreamQuery,
  Logs,
  LogsQuery,
} from './contract.ts'
import { wantedTypes } from './filter.ts'
import { newestEvents } from './store.ts'

type Needs = Pick<Platform, 'db' | 'notices' | 'clock' | 'logger'>

const config = { access: 'guild_admin', limit: 'dashboard' } as const
const tags = ['Operational log']

/** The log as a list, the log live, and which kinds of data changed. */
export function operationalLogRoutes(http: Http, platform: Needs): void {
  const events = new LiveFeed(eventSource(platform.db), platform)
  const changes = new LiveFeed(changeSource(platform.db), platform)
  const streams = new LiveStreams(http, platform, [events.tail, changes.tail])
  listRoute(http, platform.db)
  logStreamRoute(http, streams, events)
  changeStreamRoute(http, streams, changes)
}

function listRoute(http: Http, db: Db): void {
  const schema = {
    operationId: 'listOperationalLogs',
    summary: 'What happened in a guild and to the bot',
    tags,
    querystring: LogsQuery,
    response: { 200: Logs },
  }
  http.get('/api/dashboard/logs', { config, schema }, async (request) => {
    const { event_types, limit = 50, before = null } = request.query
    const types = wantedTypes(event_types)
    const isNothingWanted = types?.size === 0
    const filter = { guildId: guildOf(request), types, before, limit }
    return { logs: isNothingWanted ? [] : (await newestEvents(db, filter)).map(entryOf) }
  })
}

function logStreamRoute(http: Http, streams: LiveStreams, events: LiveFeed<EventRecord>): void {
  const schema = {
    operationId: 'streamOperationalLogs',
    summary: 'What happens in a guild and to the bot, as it happens',
    description: 'The name of each event is its type, its data the entry as the list has it.',
    tags,
    querystring: LogStreamQuery,
    response: { 200: EventStream },
  }
  http.get('/api/dashboard/logs/stream', { config, schema }, (request, reply) => {
    const types = wantedTypes(request.query.event_types)
    return streams.answer(request, reply, (stream) =>
      events.follow({
        guildId: guildOf(request),
        after: lastEventId(request, request.query.last_event_id),
        signal: stream.signal,
        begin: (isWhole, position) => stream.begin(isWhole, position),
        isReady: () => stream.isReady(),
        ready: () => stream.ready(),
        tell(record) {
          if (types === null || types.has(record.type))
            stream.tell({ id: record.id, event: record.type, data: entryOf(record) })
        },
      }),
    )
  })
}

function changeStreamRoute(http: Http, streams: LiveStreams, changes: LiveFeed<ChangeRecord>): void {
  const schema = {
    operationId: 'streamChanges',
    summary: 'Which kinds of data of a guild change, as they change',
    description:
      'Each event is named `changed`; its data is `{"kind", "ref"?, "version"?}`: what to read again, never its content. The kind `logs` is the operational log.',
    tags: ['Live'],
    params: GuildPath,
    querystring: ChangeStreamQuery,
    response: { 200: EventStream },
  }
  http.get('/api/dashboard/:guild_id/stream', { config, schema }, (request, reply) =>
    streams.answer(request, reply, (stream) =>
      changes.follow({
        guildId: guildOf(request),
        after: lastEventId(request, request.query.last_event_id),
        signal: stream.signal,
        begin: (isWhole, position) => stream.begin(isWhole, position),
        isReady: () => stream.isReady(),
        ready: () => stream.ready(),
        tell: (record) => stream.tell({ id: record.id, event: 'changed', data: changeOf(record) }),
      }),
    ),
  )
}

/** What the reader has seen; what is no id of ours is taken for one that is long gone. */
function lastEventId({ headers }: FastifyRequest, fromQuery: number | undefined): number | null {
  const header = headers['last-event-id']
  if (header === undefined || header === '') return fromQuery ?? null
  return /^\d{1,15}$/.test(String(header)) ? Number(header) : Number.NaN
}

function entryOf({ id, guildId, type, message, details, occurredAt }: EventRecord): LogEntry {
  return {
    timestamp: occurredAt.toString(),
    event_type: type,
    guild_id: guildId === null ? null : BigInt(guildId),
    message,
    details,
    id,
  }
}

function changeOf({ kind, ref, version }: ChangeRecord) {
  return { kind, ...(ref !== null && { ref }), ...(version !== null && { version: Number(version) }) }
}
