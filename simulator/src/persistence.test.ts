import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
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

const LONGEST_MS = 60_000

/** Speaks every few milliseconds and prints what it has said. */
const TALKER = `
  const { DEMO, startSimulator } = await import(${JSON.stringify(import.meta.resolve('./index.ts'))})
  const simulator = await startSimulator({ file: process.argv[1] })
  let count = 0
  setInterval(() => {
    simulator.person(DEMO.people.demo_member).say(DEMO.channels.general, String(count))
    console.log(count)
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

  test('is kept again and again while it runs, so that one that is killed loses little', async () => {
    await using there = await place()
    const child = spawn(process.execPath, ['--input-type=module', '--eval', TALKER, there.file], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
    })
    const exited = once(child, 'exit')
    let first: { readonly inode: number; readonly said: number } | null = null
    let isReplaced = false
    for await (const line of createInterface(child.stdout)) {
      const inode = statSync(there.file, { throwIfNoEntry: false })?.ino ?? null
      if (inode !== null) first ??= { inode, said: Number(line) }
      isReplaced = first !== null && inode !== first.inode
      if (isReplaced) break
    }
    child.kill('SIGKILL')
    await exited
    const kept = Number((await loadState(there.file))?.messagesOf(general).at(-1)?.content)
    assert.ok(first && isReplaced && kept >= first.said, `kept ${kept}`)
  })
})
