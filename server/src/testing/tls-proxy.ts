import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** The authority that signed the proxy's certificate, as the content of a file; its own key is thrown away. */
export const AUTHORITY = `-----BEGIN CERTIFICATE-----
MIIBijCCAS+gAwIBAgIUMj/CpSozev5U+IspbKzDfxJ/3YwwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOVGVzdCBhdXRob3JpdHkwIBcNMjYxMTIzMTQyNjU2WhgPMjEy
NjEwMzAxNDI2NTZaMBkxFzAVBgNVBAMMDlRlc3QgYXV0aG9yaXR5MFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEujz4Ww8iBELggnUVldh+E0s8o8WjhE9/EPrrWTR7
7jVGoev4OU3UC9EZ0e3bgq5om8y8hyW0CId5yP3NP95XY6NTMFEwHQYDVR0OBBYE
FGwfPgE2iM0foW8MlvoFcdbKFrAAMB8GA1UdIwQYMBaAFGwfPgE2iM0foW8MlvoF
cdbKFrAAMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAPsdT3PS
bGq+/2E4upPyRHugzmT7anrry02crAxDaOmGAiEA9NcpIRzGUS/8ViB0uzcVwXa4
h6fTyv7rCwaT/S3u8vg=
-----END CERTIFICATE-----
`

/** Of "localhost" and no other name; valid for a hundred years. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBiTCCAS+gAwIBAgIUHmmYFE+q10z04ipgZAip+zX+rgAwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOVGVzdCBhdXRob3JpdHkwIBcNMjYxMTIzMTQyNjU2WhgPMjEy
NjEwMzAxNDI2NTZaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEG
CCqGSM49AwEHA0IABJYSWe9044/egN6+lQdB6noHQRMi1Y6a82lcp6erIT7HoN3l
xnrFns1KbFsjFoSoVxdzhbCwb1IWrXn3aVemNv6jWDBWMBQGA1UdEQQNMAuCCWxv
Y2FsaG9zdDAdBgNVHQ4EFgQUm0W0GuJP69iDihcw4yVNmhuYRlgwHwYDVR0jBBgw
FoAUbB8+ATaIzR+hbwyW+gVx1soWsAAwCgYIKoZIzj0EAwIDSAAwRQIhAJ/ljZU3
SYwQNzGBzitDKMksoQb+SE9AeWVxdxEbyda/AiAmIB83xERSxeOq5PSmYATSQBK4
oaDAHPL7a1Z2SmWppQ==
-----END CERTIFICATE-----
`
const KEY = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEINHA7/atxXVNw8dAXg1bmQdK3YE2wuEVOXwQsnIkd3G3oAoGCCqGSM49
AwEHoUQDQgAElhJZ73Tjj96A3r6VB0HqegdBEyLVjprzaVynp6shPseg3eXGesWe
zUpsWyMWhKhXF3OFsLBvUhatefdpV6Y2/g==
-----END EC PRIVATE KEY-----
`

/** Asks whether the server speaks TLS: https://www.postgresql.org/docs/18/protocol-flow.html#PROTOCOL-FLOW-SSL */
const SSL_REQUEST_BYTES = 8

/** In front of a PostgreSQL without TLS, one with it; it lets nobody in who does not ask for TLS. */
export async function tlsProxy(target: { readonly host: string; readonly port: number }) {
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    sockets.add(near.on('error', () => near.destroy()))
    near.once('readable', () => {
      const asked: Buffer | null = near.read(SSL_REQUEST_BYTES)
      if (asked?.readUInt32BE() !== SSL_REQUEST_BYTES) return near.destroy()
      near.write('S')
      return join(new TLSSocket(near, { isServer: true, cert: CERTIFICATE, key: KEY }), connect(target))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function join(near: Socket, far: Socket): void {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.pipe(to)
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
  }
}
