import type { FastifyRequest } from 'fastify'
import { pino } from 'pino'
import { Type } from 'typebox'
import { type Supabase, supabase } from '../../features/auth/supabase/supabase.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { parseConfig } from '../../platform/config/config.ts'
import { type Authentication, Unauthenticated } from '../../platform/http/caller.ts'
import { actorOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { TestClock } from '../clock.ts'
import { startHttp } from '../http.ts'
import { SupabaseProject } from './supabase.ts'

const START = Temporal.Instant.from('2027-03-01T12:00:00Z')

interface DoorOptions {
  /** Changes to what the operator set; an empty text unsets. */
  readonly environment?: Readonly<Record<string, string>>
  /** Short, for tests in which Supabase hangs. */
  readonly patienceMs?: number
}

/**
 * A project, and an HTTP server that lets its people in by their tokens: `/valid` for whoever has one, `/me` tells which
 * Discord user that is.
 */
export async function startDoor({ environment = {}, patienceMs = 60_000 }: DoorOptions = {}) {
  await using started = new AsyncDisposableStack()
  const clock = new TestClock(START)
  const project = started.use(await new SupabaseProject(() => clock.now()).start())
  const log: string[] = []
  const logger = pino({ level: 'info' }, { write: (line) => void log.push(line) })
  const { supabase: config } = parseConfig({ ...project.environment, ...environment })
  const people = supabase(config, { clock, logger, patienceMs })
  if (!people) throw new TypeError('The project is not configured')
  const server = started.use(await startHttp(routes, { authentication: authenticationBy(people) }))
  const everything = started.move()
  const ask = (path: string, token: string) =>
    server.send('GET', path, { headers: { authorization: `Bearer ${token}` } })
  return {
    clock,
    project,
    log,
    valid: (token: string) => ask('/valid', token),
    me: (token: string) => ask('/me', token),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  }
}

export type Door = Awaited<ReturnType<typeof startDoor>>

function authenticationBy(people: Supabase): Authentication {
  return {
    async verify({ headers }: FastifyRequest) {
      const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]
      if (token === undefined) throw new Unauthenticated('A token is required.')
      const { subject } = await people.verify(token)
      return { via: 'token', subject }
    },
    async userOf({ subject }) {
      const userId = await people.discordIdOf(subject)
      if (userId === null) throw new Refusal('forbidden', 'test.not_linked', 'No Discord account linked.')
      return userId
    },
  }
}

function routes(http: Http): void {
  const about = (operationId: string) => ({
    operationId,
    summary: 'Test',
    tags: ['test'],
    response: { 200: Type.Any() },
  })
  http.get('/valid', { config: { access: 'signed_in', limit: 'none' }, schema: about('valid') }, async (request) => ({
    subject: request.credentials?.subject,
  }))
  http.get('/me', { config: { access: 'user', limit: 'none' }, schema: about('me') }, async (request) => ({
    user: actorOf(request).userId,
  }))
}
