import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Notices } from '../database/listen.ts'
import { type GuildChange, hearGuildChanges } from '../discord/guild-change.ts'
import { repeating, type Worker } from '../worker.ts'
import { callerOf } from './guards.ts'
import type { Http } from './http.ts'
import { LiveStream } from './live-stream.ts'

/**
 * Answers that last: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). They are
 * bounded in number, beat so that nobody in between takes them for dead, end for callers that lose their rights or do
 * not read, and end before the server does.
 */

interface Surroundings {
  readonly notices: Notices
  readonly clock: Clock
  readonly logger: Logger
}

const MOST_OF_CALLER = 10
const MOST_OF_PROCESS = 1000
const BEAT_EVERY = { seconds: 15 }
/** How long rights may be taken for granted while nobody can tell. */
const RIGHTS_HOLD = { seconds: 60 }

interface Open {
  readonly stream: LiveStream
  readonly request: FastifyRequest
  readonly caller: string
  allowedAt: Temporal.Instant
}

/** The streams of this process. */
export class LiveStreams {
  readonly #http: Http
  readonly #clock: Clock
  readonly #logger: Logger
  readonly #open = new Set<Open>()
  #isEnding = false

  /** While the server listens it also runs `workers`, which bring what the streams tell. */
  constructor(http: Http, { notices, clock, logger }: Surroundings, workers: readonly Worker[]) {
    this.#http = http
    this.#clock = clock
    this.#logger = logger
    const beat = repeating('live.beat', { clock, logger }, async () => {
      this.#beat()
      return { at: clock.now().add(BEAT_EVERY) }
    })
    runWhileListening(http, [beat, ...workers])
    hearGuildChanges(notices, (change) => {
      for (const open of this.#open) if (concerns(change, open.request)) void this.#checkRights(open)
    })
    http.addHook('preClose', async () => {
      this.#isEnding = true
      for (const { stream } of this.#open) stream.end()
    })
  }

  /**
   * Answers with a stream for as long as `tell` runs; its signal aborts when the stream has to end.
   * @throws {Refusal} over the bounds, and whatever `tell` throws before the stream began.
   */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    tell: (stream: LiveStream) => Promise<void>,
  ): Promise<void> {
    const open = this.#admit(request, new LiveStream(reply))
    const { stream } = open
    try {
      await tell(stream)
      // Ended before it began: its reader is gone, or the server is going.
      if (!stream.hasBegun) reply.hijack().raw.destroy()
    } catch (err) {
      if (!stream.hasBegun) throw err
      request.log.warn({ err }, 'A live stream broke off; its reader may resume it')
    } finally {
      this.#open.delete(open)
      stream.end()
    }
  }

  #admit(request: FastifyRequest, stream: LiveStream): Open {
    const { via, subject, actor } = callerOf(request)
    const caller = `${via}:${subject}:${actor.userId}`
    if (this.#isEnding || this.#open.size >= MOST_OF_PROCESS)
      throw new Refusal('unavailable', 'live.full', 'Too many live streams are open; try again later.')
    const ofCaller = [...this.#open].filter((open) => open.caller === caller).length
    if (ofCaller >= MOST_OF_CALLER) {
      const sentence = `You already have ${MOST_OF_CALLER} live streams open, which is the limit; close one first.`
      throw new Refusal('limit', 'live.too_many', sentence)
    }
    const open = { stream, request, caller, allowedAt: this.#clock.now() }
    this.#open.add(open)
    return open
  }

  #beat(): void {
    for (const { stream } of this.#open) stream.beat()
    for (const open of this.#open) void this.#checkRights(open)
  }

  async #checkRights(open: Open): Promise<void> {
    try {
      if (await this.#http.letsInStill(open.request)) open.allowedAt = this.#clock.now()
      else open.stream.end()
    } catch (err) {
      // Discord or the database cannot say; the last answer holds for a while.
      this.#logger.warn({ err }, 'Whether a live stream may go on cannot be told')
      if (Temporal.Instant.compare(open.allowedAt.add(RIGHTS_HOLD), this.#clock.now()) <= 0) open.stream.end()
    }
  }
}

function concerns(change: GuildChange, { guildId, caller }: FastifyRequest): boolean {
  if (change.of === 'everything') return true
  if (change.of === 'channels' || change.guildId !== guildId) return false
  return change.of === 'guild' || change.userId === caller?.actor.userId
}

function runWhileListening(http: Http, workers: readonly Worker[]): void {
  const stopping = new AbortController()
  let running: readonly Promise<void>[] = []
  http.addHook('onReady', async () => {
    running = workers.map((worker) => worker.run(stopping.signal))
  })
  http.addHook('preClose', async () => {
    stopping.abort()
    await Promise.all(running)
  })
}
