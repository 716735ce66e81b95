import type { IncomingMessage, ServerResponse } from 'node:http'

/** How an endpoint can go wrong; `hang` answers only when it is let go, a status has the body of a good answer. */
type Fault = 'hang' | 'drop' | Partial<Reply> | { readonly location: string }

interface Reply {
  readonly status: number
  readonly text: string
}

/** One address of the stand-in: it counts who asks, and goes wrong when told to. */
export class Endpoint {
  /** What was asked, with the query. */
  readonly asked: string[] = []
  fault: Fault | null = null
  readonly #answer: (request: IncomingMessage, url: URL) => Reply
  #held: (() => void)[] = []

  constructor(answer: (request: IncomingMessage, url: URL) => Reply) {
    this.#answer = answer
  }

  /** Those who wait for an answer. */
  get hanging(): number {
    return this.#held.length
  }

  /** Answers whoever hangs, and everybody from now on. */
  letGo(): void {
    this.fault = null
    for (const answer of this.#held.splice(0)) answer()
  }

  receive(request: IncomingMessage, response: ServerResponse, url: URL): void {
    this.asked.push(`${url.pathname}${url.search}`)
    const { fault } = this
    if (fault === 'drop') request.socket.destroy()
    else if (fault === 'hang') this.#held.push(() => send(response, this.#answer(request, url)))
    else if (fault && 'location' in fault) response.writeHead(302, { location: fault.location }).end()
    else send(response, { ...this.#answer(request, url), ...fault })
  }
}

function send(response: ServerResponse, { status, text }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(text)
}
