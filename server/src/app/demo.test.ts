import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startDemo } from './demo.ts'

test('whoever tries the demo reads of each message one line that is not too long', async () => {
  await using started = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'alphapy-demo-'))
  started.defer(() => rm(dataDir, { recursive: true }))
  const lines: string[] = []
  const config = { dataDir, simulator: { port: 0 } }
  const { apiUrl, token } = await startDemo(config, { say: (line) => void lines.push(line) }, started)
  const post = async (body: object) => {
    const { status } = await fetch(`${apiUrl}/channels/${DEMO.channels.general}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    assert.equal(status, 200)
  }
  await post({ content: 'Tea\nis ready' })
  await post({ embeds: [{ title: 'News', description: 'word '.repeat(800) }] })
  assert.equal(lines[0], ' #general Alphapy: Tea is ready')
  assert.match(lines[1] ?? '', /^ #general Alphapy: News · word .*…$/)
  assert.equal(lines[1]?.length, 300)
})
