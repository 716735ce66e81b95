import { until } from './until.ts'

export interface SentEvent {
  readonly id: string
  readonly event: string
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of any shape
  readonly data: any
}

/** Reads server-sent events as a browser does: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export class LiveReader implements AsyncDisposable {
  readonly response: Response
  readonly events: SentEvent[] = []
  /** What a browser sends back as Last-Event-ID. */
  lastId = ''
  text = ''
  /** How the stream ended; null while it lasts. */
  ended: 'done' | 'broken' | null = null
  readonly #leaving: AbortController
  readonly #reading: Promise<void>

  private constructor(response: Response, leaving: AbortController) {
    this.response = response
    this.#leaving = leaving
    this.#reading = this.#read()
  }

  static async open(url: string, headers: Record<string, string> = {}): Promise<LiveReader> {
    const leaving = new AbortController()
    const reader = new LiveReader(await fetch(url, { headers, signal: leaving.signal }), leaving)
    await until('the stream to begin', () => reader.text !== '' || reader.ended)
    return reader
  }

  /** Resolves when so many events have come, or more. */
  async atLeast(count: number): Promise<SentEvent[]> {
    await until(`${count} events, not ${this.events.length}`, () => this.events.length >= count || this.ended)
    return this.events
  }

  async end(): Promise<'done' | 'broken'> {
    return until('the stream to end', () => this.ended)
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    try {
      for await (const chunk of this.response.body ?? []) {
        const text = decoder.decode(chunk, { stream: true })
        this.text += text
        const blocks = (rest + text).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) this.#dispatch(block)
      }
      this.ended = 'done'
    } catch {
      this.ended = 'broken'
    }
  }

  #dispatch(block: string): void {
    const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))
    const value = (name: string) => field(name)?.slice(name.length + 2)
    this.lastId = value('id') ?? this.lastId
    const data = value('data')
    if (data !== undefined)
      this.events.push({ id: this.lastId, event: value('event') ?? 'message', data: JSON.parse(data) })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#leaving.abort()
    await this.#reading
  }
}
