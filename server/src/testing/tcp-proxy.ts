import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A wire between a client and a server that tests can hang or cut. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number
  /** How often something came and did not pass. */
  readonly swallowed: number
  /** From now on nothing passes, in either direction, and nobody is told. */
  hang(): void
  /** Ends all connections and refuses new ones. */
  cut(): Promise<void>
  /** Lets new connections pass again. */
  mend(): Promise<void>
}

export async function tcpProxy(target: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>()
  let hangs = false
  let swallowed = 0
  const server = createServer((near) => {
    const far = connect(target)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (data) => {
        if (hangs) swallowed += 1
        else to.write(data)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  }
  const port = await listen(0)
  const cut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return {
    port,
    get swallowed() {
      return swallowed
    },
    hang() {
      hangs = true
    },
    cut,
    async mend() {
      hangs = false
      if (!server.listening) await listen(port)
    },
    [Symbol.asyncDispose]: cut,
  }
}
