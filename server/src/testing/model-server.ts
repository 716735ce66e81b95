import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'

/** What it does with a question: says this, in the words of the model or as an object; answers a status; or says nothing ever. */
export type ModelManner =
  | { readonly says: object | string; readonly finish?: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'hang'

export interface AskedOfModel {
  readonly headers: IncomingHttpHeaders
  readonly body: {
    readonly model: string
    readonly temperature: number
    readonly tools?: unknown
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

/** A language model that says what it is told to, in the protocol of OpenAI's chat completions: https://platform.openai.com/docs/api-reference/chat/create */
export async function startModelServer(): Promise<ModelServer> {
  const asked: AskedOfModel[] = []
  let manner: ModelManner | ((data: string) => ModelManner) = { says: { kind: 'none' } }
  const server = createServer((request, response) => void receive(request, response))

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return void response.writeHead(404).end()
    const body: AskedOfModel['body'] = JSON.parse(await textOf(request))
    asked.push({ headers: request.headers, body })
    const data = body.messages.find(({ role }) => role === 'user')?.content ?? ''
    respond(response, body.model, typeof manner === 'function' ? manner(data) : manner)
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

function respond(response: ServerResponse, model: string, manner: ModelManner): void {
  if (manner === 'hang') return
  if ('status' in manner) {
    response.writeHead(manner.status, { 'content-type': 'application/json', ...manner.headers })
    response.end(manner.body ?? JSON.stringify({ error: { message: 'as told by the test' } }))
    return
  }
  const content = typeof manner.says === 'string' ? manner.says : JSON.stringify(manner.says)
  const message = { role: 'assistant', content, refusal: null }
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 0,
      model,
      choices: [{ index: 0, finish_reason: manner.finish ?? 'stop', message }],
      usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
    }),
  )
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
