import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { SimulatorClock } from './clock.ts'
import { demoCommunity } from './demo.ts'
import { DEMO } from './demo-ids.ts'
import type { State } from './state/state.ts'
import { World } from './state/world.ts'
import { Autosave, loadState, saveState, UnreadableState } from './storage.ts'

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'simulator-'))
  return { path, file: join(path, 'deep', 'discord.json'), [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}

function worldOf(state: State) {
  return new World(state, new SimulatorClock(), 120_000)
}

const fail = (error: unknown) => assert.fail(String(error))
const refusing = (pattern: RegExp) => (error: unknown) =>
  error instanceof UnreadableState && pattern.test(error.message)

describe('a saved state', () => {
  test('comes back whole', async () => {
    await using place = await folder()
    const state = demoCommunity(new SimulatorClock())
    state.nonces.set(`${DEMO.bot} abc`, { channel_id: '1', message_id: '2', at_ms: 3 })
    state.uploads.set('1', new Uint8Array([0, 1, 254, 255]))
    await saveState(state, place.file)
    assert.deepEqual(await loadState(place.file), state)
  })

  test('keeps bodies that look like its own notation', async () => {
    await using place = await folder()
    const state = demoCommunity(new SimulatorClock())
    const [message] = state.messagesOf(DEMO.channels.general)
    assert.ok(message)
    const key = fc.constantFrom('$map', '$bytes', '$object', 'a', '__proto__')
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.array(tie('json')),
        fc.dictionary(key, tie('json')),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        message.components = [{ type: 1, value: JSON.parse(JSON.stringify(value)) }]
        await saveState(state, place.file)
        const loaded = await loadState(place.file)
        assert.deepEqual(loaded?.messagesOf(DEMO.channels.general)[0]?.components, message.components)
      }),
      { numRuns: 50 },
    )
  })

  test('leaves no second file behind and is for its owner alone', async () => {
    await using place = await folder()
    await saveState(demoCommunity(new SimulatorClock()), place.file)
    assert.deepEqual(await readdir(join(place.path, 'deep')), ['discord.json'])
    assert.equal((await stat(place.file)).mode & 0o777, 0o600)
  })
})

describe('a file', () => {
  test('that is missing is no state', async () => {
    await using place = await folder()
    assert.equal(await loadState(place.file), undefined)
  })

  test('of an unknown version is refused', async () => {
    await using place = await folder()
    await saveState(demoCommunity(new SimulatorClock()), place.file)
    await writeFile(place.file, (await readFile(place.file, 'utf8')).replace('"version":1', '"version":2'))
    await assert.rejects(loadState(place.file), refusing(/version 2; this program reads version 1/))
  })

  test('that holds something else is refused', async () => {
    await using place = await folder()
    const other = join(place.path, 'other.json')
    for (const [text, pattern] of [
      ['{"half":', /not JSON/],
      ['{"hello":1}', /no saved simulator state/],
      ['null', /no saved simulator state/],
      ['{"format":"alphapy-simulator","version":1,"state":{}}', /incomplete/],
    ] as const) {
      await writeFile(other, text)
      await assert.rejects(loadState(other), refusing(pattern))
    }
  })
})

describe('autosave', () => {
  /** The files that were there in turn, from the first until so long after it. */
  async function inodesFor(file: string, milliseconds: number): Promise<Set<number>> {
    const seen = new Set<number>()
    for (let end = Number.POSITIVE_INFINITY; performance.now() < end; await pause(5)) {
      seen.add(
        await stat(file).then(
          ({ ino }) => ino,
          () => 0,
        ),
      )
      seen.delete(0)
      if (seen.size > 0) end = Math.min(end, performance.now() + milliseconds)
    }
    return seen
  }

  test('writes many changes of one second once', async () => {
    await using place = await folder()
    const world = worldOf(demoCommunity(new SimulatorClock()))
    await using _ = new Autosave(world, place.file, fail)
    for (let i = 0; i < 100; i++) world.changed()
    assert.equal((await inodesFor(place.file, 500)).size, 1)
  })

  test('writes what is new when it ends', async () => {
    await using place = await folder()
    const world = worldOf(demoCommunity(new SimulatorClock()))
    {
      await using _ = new Autosave(world, place.file, fail)
      world.state.application.name = 'Renamed'
      world.changed()
    }
    assert.equal((await loadState(place.file))?.application.name, 'Renamed')
  })

  test('tells of a file that cannot be written', async () => {
    await using place = await folder()
    await writeFile(join(place.path, 'deep'), 'a file where a folder is needed')
    const world = worldOf(demoCommunity(new SimulatorClock()))
    const told = Promise.withResolvers<unknown>()
    const autosave = new Autosave(world, place.file, told.resolve)
    world.changed()
    assert.match(String(await told.promise), /EEXIST|ENOTDIR/)
    await assert.rejects(autosave[Symbol.asyncDispose]())
  })
})
