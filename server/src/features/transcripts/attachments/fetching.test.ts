import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, describe, test } from 'node:test'
import { cdn } from './fetching.ts'

const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end()
  else if (request.url === '/over') response.writeHead(404).end()
  else if (request.url === '/broken') response.writeHead(500).end()
  // More than it says.
  else response.writeHead(200, { 'transfer-encoding': 'chunked' }).end('x'.repeat(100))
}).listen(0, '127.0.0.1')
await once(server, 'listening')
after(() => server.close())
const address = server.address()
const own = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
const never = new AbortController().signal
const fetched = (url: string, most = 1_000) => cdn(`${own}/api`).fetch(url, most, never)

describe('a file', () => {
  test('is fetched from where Discord keeps it', async () => {
    const found = await fetched(`${own}/attachments/1/2/a.png`)
    assert.equal(found.kind === 'bytes' && found.bytes.length, 100)
  })

  test('is fetched from nowhere else, whatever its address looks like', async () => {
    const before = asked.length
    const foreign = [
      'http://127.0.0.1:1/x',
      'http://localhost:5432/',
      'http://169.254.169.254/latest/meta-data',
      'https://cdn.discordapp.com.evil.example/x',
      'https://evil.example/cdn.discordapp.com',
      'http://cdn.discordapp.com/x',
      'https://cdn.discordapp.com:8443/x',
      'https://user:pass@cdn.discordapp.com/x',
      'file:///etc/passwd',
      'data:text/plain,x',
      'nonsense',
    ]
    for (const url of foreign) assert.deepEqual(await fetched(url), { kind: 'refused' }, url)
    assert.deepEqual(await cdn(undefined).fetch(`${own}/x`, 1_000, never), { kind: 'refused' })
    assert.equal(asked.length, before)
  })

  test('is not followed elsewhere, and not read beyond what is kept', async () => {
    assert.deepEqual(await fetched(`${own}/away`), { kind: 'unavailable' })
    assert.deepEqual(await fetched(`${own}/large`, 99), { kind: 'too_large' })
    assert.deepEqual(await fetched(`${own}/over`), { kind: 'expired' })
    assert.deepEqual(await fetched(`${own}/broken`), { kind: 'unavailable' })
  })
})
