import { addAbortSignal, Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Actor } from '../../kernel/actor.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Exporting, Making, Wish } from './exporting.ts'

/** A snapshot that is held keeps PostgreSQL from tidying up: 20 minutes are a million rows at 200 KB/s. */
const LONGEST_MS = 20 * 60_000
const STALLED_MS = 30_000

const HEADERS = {
  'content-type': 'text/csv; charset=utf-8; header=present',
  'cache-control': 'no-store',
}

interface DownloadNeeds {
  readonly exporting: Exporting
  readonly logger: Logger
  /** A reader who takes nothing for so long is gone. */
  readonly stalledMs?: number
  readonly longestMs?: number
}

/** What is asked for, and by whom. */
interface Asked {
  readonly wish: Wish
  readonly by: Actor
}

export interface Downloads {
  /** Answers with the file. What breaks after its first byte breaks the connection: the end of a file is never faked. */
  answer(asked: Asked, request: FastifyRequest, reply: FastifyReply): Promise<Readable>
}

/** The files that are being downloaded from this process; they break off when the server ends. */
export function downloads(http: Http, { exporting, logger, ...limits }: DownloadNeeds): Downloads {
  const { stalledMs = STALLED_MS, longestMs = LONGEST_MS } = limits
  const open = new Set<Readable>()
  http.addHook('preClose', async () => {
    for (const stream of open) stream.destroy(new Error('The server ends'))
  })

  async function closed(making: Making): Promise<void> {
    try {
      await making[Symbol.asyncDispose]()
    } catch (err) {
      logger.warn({ err }, 'The cursor of an export was lost with its connection')
    }
  }

  function streamOf(making: Making): Readable {
    const stream = Readable.from(making.text(), { highWaterMark: 1 })
    open.add(stream)
    // Also of a stream from which nothing was read: its generator has not begun, and so never ends.
    stream.once('close', () => {
      open.delete(stream)
      void closed(making)
    })
    return addAbortSignal(AbortSignal.timeout(longestMs), stream)
  }

  return {
    async answer({ wish, by }, { method }, reply) {
      reply.headers({ ...HEADERS, 'content-disposition': `attachment; filename="${exporting.fileName(wish)}"` })
      // Of a stream nobody can say how long it would have been.
      if (method === 'HEAD') return Readable.from([])
      await using held = new AsyncDisposableStack()
      const making = held.use(await exporting.open(wish))
      await exporting.record(wish, making.rows, by)
      // Node closes the connection then: https://nodejs.org/api/http.html#responsesettimeoutmsecs-callback
      reply.raw.setTimeout(stalledMs)
      reply.header('x-row-count', making.rows)
      held.move()
      return streamOf(making)
    },
  }
}
