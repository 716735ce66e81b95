import type { FastifyReply } from 'fastify'
import { numbersOut, stringsOut } from './json.ts'

/** One answer that lasts, as server-sent events. */

/** How soon a browser comes back after its connection broke. */
const RETRY_MS = 3000
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Tells nginx to pass on what it gets: https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
  'x-accel-buffering': 'no',
}

export interface LiveEvent {
  readonly id: number
  readonly event: string
  readonly data: unknown
}

export class LiveStream {
  readonly #reply: FastifyReply
  readonly #ended = new AbortController()
  readonly #json: (data: unknown) => string
  #position: () => number = () => 0
  #isStuck = false
  hasBegun = false

  constructor(reply: FastifyReply) {
    this.#reply = reply
    this.#json = reply.getHeader('preference-applied') === 'snowflakes=string' ? stringsOut : numbersOut
    reply.raw.on('close', () => this.end())
    reply.raw.on('drain', () => {
      this.#isStuck = false
    })
  }

  /** Aborts when the stream has ended, whoever ended it. */
  get signal(): AbortSignal {
    return this.#ended.signal
  }

  /** From here on the answer is a stream. Whoever cannot be told all it missed is told to read everything again. */
  begin(isWhole: boolean, position: () => number): void {
    if (this.signal.aborted) return
    this.hasBegun = true
    this.#position = position
    const { raw } = this.#reply.headers(HEADERS).hijack()
    for (const [name, value] of Object.entries(this.#reply.getHeaders())) if (value) raw.setHeader(name, value)
    raw.writeHead(200)
    const reset = isWhole ? '' : 'event: reset\ndata: {}\n'
    if (this.#reply.request.method === 'HEAD') this.end()
    else raw.write(`retry: ${RETRY_MS}\nid: ${position()}\n${reset}\n`)
  }

  tell({ id, event, data }: LiveEvent): void {
    this.#write(`id: ${id}\nevent: ${event}\ndata: ${this.#json(data)}\n\n`)
  }

  isReady(): boolean {
    return !this.#reply.raw.writableNeedDrain
  }

  /** Resolves when the reader has taken what was told, or the stream has ended. */
  async ready(): Promise<void> {
    const { raw } = this.#reply
    if (this.isReady() || this.signal.aborted) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const done = () => resolve()
    raw.once('drain', done)
    this.signal.addEventListener('abort', done, { once: true })
    await promise
    raw.off('drain', done)
    this.signal.removeEventListener('abort', done)
  }

  /** A sign of life, which also says how far the reader is; one who has taken nothing since the last is given up. */
  beat(): void {
    if (!this.hasBegun || this.signal.aborted) return
    const { raw } = this.#reply
    if (this.#isStuck && raw.writableNeedDrain) this.end()
    this.#write(`:\nid: ${this.#position()}\n\n`)
    this.#isStuck = raw.writableNeedDrain
  }

  end(): void {
    if (this.signal.aborted) return
    this.#ended.abort()
    const { raw } = this.#reply
    if (!this.hasBegun) return
    raw.end()
    // What a reader does not take would keep the connection open.
    if (raw.writableLength > 0) raw.destroy()
  }

  #write(text: string): void {
    if (!this.signal.aborted) this.#reply.raw.write(text)
  }
}
