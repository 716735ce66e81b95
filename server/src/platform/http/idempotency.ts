import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ControlledTransaction } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Commit, Db } from '../database/connect.ts'
import type { Tables } from '../database/tables.ts'
import { keyOf } from './idempotency-key.ts'
import * as store from './idempotency-store.ts'
import { stringsOut } from './json.ts'

interface Surroundings {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
}

type Reply<Body> = Pick<
  FastifyReply,
  'header' | 'headers' | 'getHeader' | 'serialize' | 'serializer' | 'statusCode'
> & {
  readonly send: (body: Body) => unknown
}

/**
 * Answers a write with what `run` returns, once for each Idempotency-Key. `run` writes through the `commit` it is given;
 * with a key that becomes visible together with the stored answer, when `run` has returned. `kept` takes out what must
 * not be stored, and so is missing in a repeated answer.
 */
export type Idempotent = <Body>(
  request: FastifyRequest,
  reply: Reply<Body>,
  run: (commit: Commit) => Promise<Body>,
  kept?: (body: Body) => Body,
) => Promise<void>

/** Longer than a request may take; a crashed one blocks its key until then. */
const LEASE = { seconds: 30 }
const KEPT = { hours: 24 }
const BUSY_RETRY_SECONDS = 1
/** Headers that belong to an answer and not to its delivery. */
const STORED_HEADERS = ['content-type', 'preference-applied', 'etag'] as const

/**
 * Makes writes safe to repeat. The first answer is stored in the very transaction that does the work: after a crash
 * either both are there, and a repeat gets that answer, or neither is, and a repeat does the work. A refused request has
 * done nothing and leaves no trace, so that its cause can be mended and the key used again.
 */
export function idempotency(surroundings: Surroundings): Idempotent {
  const { db } = surroundings
  return async (request, reply, run, kept = (body) => body) => {
    request.isAnsweredOnce = true
    const key = keyOf(request)
    if (key === null) {
      await reply.send(await run((work) => db.transaction().execute(work)))
      return
    }
    const { stored, held } = await recallOrReserve(surroundings, request, key)
    const answer = stored ?? (await workOnce(surroundings, held, reply, { run, kept }))
    if (stored) reply.header('idempotent-replay', 'true')
    await sendText(reply, answer)
  }
}

type Recalled = { readonly stored: store.StoredAnswer; readonly held?: never }
type Reserved = { readonly stored?: never; readonly held: store.Reservation }

async function recallOrReserve(
  { db, clock }: Surroundings,
  request: FastifyRequest,
  key: string,
): Promise<Recalled | Reserved> {
  const now = clock.now().round('millisecond')
  const held = {
    caller: nameOf(request),
    key,
    requestHash: hashOf(request),
    leaseUntil: now.add(LEASE),
    now,
    expiresAt: now.add(KEPT),
  }
  if (await store.reserve(db, held)) return { held }
  const known = await store.find(db, held)
  if (known && known.requestHash !== held.requestHash)
    throw new Refusal(
      'conflict',
      'http.idempotency_key_reused',
      'Idempotency-Key was used with another request; take a new key.',
    )
  if (!known?.answer) throw stillRunning()
  return { stored: known.answer }
}

/** Other credentials of the same person may open less, and so do not get each other's answers. */
function nameOf({ credentials, caller, routeOptions }: FastifyRequest): string {
  if (!credentials) throw new TypeError(`${routeOptions.url} is not guarded, so nobody's key can be kept for it`)
  const { via, subject } = credentials
  return caller ? `${via}:${subject}:${caller.actor.userId}` : `${via}:${subject}`
}

function stillRunning(): Refusal {
  const detail = 'The request with this Idempotency-Key is still running; repeat it in a moment.'
  return new Refusal('conflict', 'http.idempotency_key_in_use', detail, { retryAfter: BUSY_RETRY_SECONDS })
}

/** The same request is the same method, address and content; order and blanks of the JSON are content. */
function hashOf({ method, url, body }: FastifyRequest): string {
  return createHash('sha256')
    .update(`${method} ${url}\n${stringsOut(body ?? null)}`)
    .digest('hex')
}

interface Work<Body> {
  run(commit: Commit): Promise<Body>
  kept(body: Body): Body
}

async function workOnce<Body>(
  { db, logger }: Surroundings,
  held: store.Reservation,
  reply: Reply<Body>,
  { run, kept }: Work<Body>,
): Promise<store.StoredAnswer> {
  const open: { tx?: ControlledTransaction<Tables> } = {}
  try {
    const body = await run(async (work) => {
      open.tx ??= await db.startTransaction().execute()
      return work(open.tx)
    })
    const answer = answerOf(reply, body)
    if (!(await store.finish(open.tx ?? db, held, answerOf(reply, kept(body))))) throw stillRunning()
    await open.tx?.commit().execute()
    return answer
  } catch (error) {
    // The lease ends by itself where even this fails, and the first error is the one to tell.
    const undone = [open.tx?.rollback().execute(), store.release(db, held)]
    for (const result of await Promise.allSettled(undone)) {
      if (result.status === 'rejected')
        logger.warn({ err: result.reason }, 'An idempotency key could not be given back')
    }
    throw error
  }
}

function answerOf<Body>(reply: Reply<Body>, body: Body): store.StoredAnswer {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  for (const name of STORED_HEADERS) {
    const value = reply.getHeader(name)
    if (typeof value === 'string') Object.assign(headers, { [name]: value })
  }
  return { status: reply.statusCode, headers, body: String(reply.serialize(body)) }
}

/** Byte for byte what was stored. */
async function sendText(reply: Reply<never>, { status, headers, body }: store.StoredAnswer): Promise<void> {
  reply.statusCode = status
  const bytes: { send(text: Buffer): unknown } = reply.headers(headers)
  await bytes.send(Buffer.from(body))
}
