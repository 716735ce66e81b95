import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, test } from 'node:test'
import { DEMO, startSimulator } from './index.ts'
import { loadState } from './storage.ts'

const { general } = DEMO.channels

async function place() {
  const path = await mkdtemp(join(tmpdir(), 'simulator-'))
  return { file: join(path, 'discord.json'), [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

/** Speaks every few milliseconds and prints how long it has been running and what was said. */
const TALKER = `
  const { DEMO, startSimulator } = await import(${JSON.stringify(import.meta.resolve('./index.ts'))})
  const simulator = await startSimulator({ file: process.argv[1] })
  let count = 0
  setInterval(() => {
    simulator.person(DEMO.people.demo_member).say(DEMO.channels.general, String(count))
    console.log(JSON.stringify({ count, atMs: performance.now() }))
    count += 1
  }, 5)`

describe('a simulator with a file', () => {
  test('goes on where it was stopped', async () => {
    await using there = await place()
    {
      await using simulator = await startSimulator({ strict: true, file: there.file })
      simulator.person(DEMO.people.demo_member).say(general, 'remember this')
    }
    await using simulator = await startSimulator({ strict: true, file: there.file })
    assert.equal(simulator.messages(general).at(-1)?.content, 'remember this')
  })

  test('loses at most a second when it is killed', { timeout: 60_000 }, async () => {
    await using there = await place()
    for (const killAfterMs of [1300, 2200]) {
      await rm(there.file, { force: true })
      const child = spawn(process.execPath, ['--input-type=module', '--eval', TALKER, there.file], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const said: { count: number; atMs: number }[] = []
      for await (const line of createInterface(child.stdout)) {
        said.push(JSON.parse(line))
        if ((said.at(-1)?.atMs ?? 0) - (said[0]?.atMs ?? 0) > killAfterMs) break
      }
      child.kill('SIGKILL')
      await once(child, 'exit')
      const state = await loadState(there.file)
      const kept = Number(state?.messagesOf(general).at(-1)?.content)
      const last = said.at(-1)
      const lastKept = said.find(({ count }) => count === kept)
      assert.ok(last && lastKept, `kept ${kept}`)
      // A save is due a second after the change it did not see yet; half a second more is for a machine under load.
      assert.ok(last.atMs - lastKept.atMs < 1500, `${last.atMs - lastKept.atMs} ms were lost`)
    }
  })
})
