import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

interface Usage {
  readonly prompt_tokens: number
  readonly completion_tokens: number
  readonly total_tokens?: number
}

interface Saying {
  /** In the words of the model, or as an object. */
  readonly says: object | string
  readonly finish?: string
  /** What it says that this cost; null: nothing. */
  readonly usage?: Usage | null
  /** In pieces of so many characters. */
  readonly pieces?: number
  /** So long between pieces, in real time. */
  readonly dripMs?: number
  /** What happens after so many pieces instead of the rest. */
  readonly after?: { readonly pieces: number; readonly it: 'hangs' | 'breaks off' | 'ends' }
}

/**
 * What it does with a question: says something, answers a status, answers this body as it is, as a stream or whatever
 * its type is, or says nothing ever.
 */
export type ModelManner =
  | Saying
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly stream: string }
  | 'hang'

export interface AskedOfModel {
  readonly headers: IncomingHttpHeaders
  readonly body: {
    readonly model: string
    readonly temperature: number
    readonly max_completion_tokens: number
    readonly tools?: unknown
    readonly response_format?: unknown
    readonly messages: readonly { readonly role: string; readonly content: string }[]
  }
}

export interface ModelServer extends AsyncDisposable {
  readonly url: string
  /** Everything that it was asked. */
  readonly asked: AskedOfModel[]
  /** How it answers from now on; a function is given what the model is to read. */
  answers(manner: ModelManner | ((data: string) => ModelManner)): void
}

const USAGE: Usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 }
const PIECE = 8

/**
 * A language model that says what it is told to, in the protocol of OpenAI's chat completions, as a stream:
 * https://platform.openai.com/docs/api-reference/chat-streaming
 */
export async function startModelServer(): Promise<ModelServer> {
  const asked: AskedOfModel[] = []
  let manner: ModelManner | ((data: string) => ModelManner) = { says: { kind: 'none' } }
  const server = createServer((request, response) => void receive(request, response))

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return void response.writeHead(404).end()
    const body: AskedOfModel['body'] = JSON.parse(await textOf(request))
    asked.push({ headers: request.headers, body })
    const data = body.messages.find(({ role }) => role === 'user')?.content ?? ''
    await respond(response, body.model, typeof manner === 'function' ? manner(data) : manner)
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    answers: (next) => {
      manner = next
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function respond(response: ServerResponse, model: string, manner: ModelManner): Promise<void> {
  if (manner === 'hang') return
  if ('status' in manner) {
    response.writeHead(manner.status, { 'content-type': 'application/json', ...manner.headers })
    response.end(manner.body ?? JSON.stringify({ error: { message: 'as told by the test' } }))
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  if ('stream' in manner) return void response.end(manner.stream)
  await say(response, model, manner)
}

async function say(response: ServerResponse, model: string, manner: Saying): Promise<void> {
  const { says, finish = 'stop', usage = USAGE, pieces = PIECE, dripMs, after } = manner
  const chunk = (choices: readonly object[], more: object = {}) =>
    response.write(
      `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model, choices, ...more })}\n\n`,
    )
  const text = typeof says === 'string' ? says : JSON.stringify(says)
  chunk([{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }])
  for (let at = 0; at * pieces < text.length; at += 1) {
    if (after && at >= after.pieces) return leave(response, after.it)
    const content = text.slice(at * pieces, (at + 1) * pieces)
    chunk([{ index: 0, delta: { content }, finish_reason: null }])
    if (dripMs !== undefined) await delay(dripMs, undefined, { ref: false })
  }
  chunk([{ index: 0, delta: {}, finish_reason: finish }])
  if (usage) chunk([], { usage })
  response.end('data: [DONE]\n\n')
}

function leave(response: ServerResponse, how: 'hangs' | 'breaks off' | 'ends'): void {
  if (how === 'ends') response.end()
  // At once, what was said before might not be sent any more.
  else if (how === 'breaks off') setImmediate(() => response.destroy())
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
