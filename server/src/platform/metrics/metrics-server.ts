import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import { Refusal } from '../../kernel/refusal.ts'
import type { MetersOfProcess } from './meters.ts'

interface MetricsServerOptions {
  readonly host: string
  readonly port: number
  readonly meters: MetersOfProcess
  readonly logger: Logger
}

export interface MetricsServer extends AsyncDisposable {
  readonly url: string
}

/** Lets Prometheus read the meters of this process, of whatever roles, on a port that the public does not reach. */
export async function serveMetrics({ host, port, meters, logger }: MetricsServerOptions): Promise<MetricsServer> {
  meters.watchProcess()
  const server = createServer((request, response) => {
    answer(request, response, meters).catch((err: unknown) => {
      logger.error({ err }, 'The meters could not be read')
      response.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, host, port)))
    server.listen(port, host, resolve)
  })
  const { address, family, port: taken } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}/metrics`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, meters: MetersOfProcess): Promise<void> {
  const isKnown = request.url?.split('?', 1)[0] === '/metrics'
  if (!isKnown || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(isKnown ? 405 : 404, isKnown ? { allow: 'GET, HEAD' } : {}).end()
    return
  }
  const { contentType, text } = await meters.exposition()
  response.writeHead(200, { 'content-type': contentType }).end(request.method === 'HEAD' ? undefined : text)
}

function refusalOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error
  const sentence = `Port ${port} on ${host}, for metrics, is in use: stop what listens there, or set another METRICS_PORT.`
  return new Refusal('conflict', 'metrics.port_in_use', sentence)
}
