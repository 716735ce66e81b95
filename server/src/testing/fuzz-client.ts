import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** Sends many requests for less than a browser's `fetch` would take: connections are kept, nothing is followed. */
export function fuzzClient(baseUrl: string) {
  const agent = new Agent({ keepAlive: true })
  return {
    async send(method: string, path: string, headers: Readonly<Record<string, string>>, body: string | null) {
      const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const outgoing = request(baseUrl + path, { agent, method, headers: { ...headers, ...length } }, resolve)
      outgoing.on('error', reject).end(body)
      const answer = await promise
      return { status: answer.statusCode ?? 0, text: await text(answer) }
    },
    [Symbol.dispose]: () => agent.destroy(),
  }
}
