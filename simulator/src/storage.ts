/** Keeps the state in a JSON file: written whole to a second file that then takes the first one's place. */
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { State } from './state/state.ts'
import type { World } from './state/world.ts'

const FORMAT = 'alphapy-simulator'
/** Raised whenever an older program could misread the file. */
const VERSION = 1
const SAVE_EVERY_MS = 1000

/** The file exists but does not hold a state this program can read. */
export class UnreadableState extends Error {
  override readonly name = 'UnreadableState'
}

/** Saves the state so that a crash at any point leaves the old file or the new one, never half of one. */
export async function saveState(state: State, file: string): Promise<void> {
  const text = stateText(state)
  await mkdir(dirname(file), { recursive: true })
  // One name for all runs, so that killed ones leave no heap of halves behind.
  const fresh = `${file}.new`
  {
    await using handle = await open(fresh, 'w', 0o600)
    await handle.writeFile(text)
    await handle.sync()
  }
  await rename(fresh, file)
}

/** Undefined when there is no such file. */
export async function loadState(file: string): Promise<State | undefined> {
  const text = await textOf(file)
  return text === undefined ? undefined : stateFrom(parsed(text, file), file)
}

/** Saves after changes, at most once a second, and when it is disposed of. */
export class Autosave implements AsyncDisposable {
  readonly #world: World
  readonly #file: string
  readonly #stopListening: () => void
  readonly #onFault: (error: unknown) => void
  #timer: NodeJS.Timeout | undefined
  #saving: Promise<void> = Promise.resolve()

  /** @param onFault told when the file could not be written, for example on a full disk; the next change tries again */
  constructor(world: World, file: string, onFault: (error: unknown) => void) {
    this.#world = world
    this.#file = file
    this.#onFault = onFault
    this.#stopListening = world.onChange(() => this.#schedule())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopListening()
    clearTimeout(this.#timer)
    await this.#saving
    await saveState(this.#world.state, this.#file)
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#saving = this.#saving.then(() => saveState(this.#world.state, this.#file)).catch(this.#onFault)
    }, SAVE_EVERY_MS)
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** What a file holds. */
export function stateText(state: State): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, state: packed({ ...state }) })
}

/** @param saved what `JSON.parse` made of a state's text, from the place that `name` says */
export function stateFrom(saved: unknown, name: string): State {
  if (!isRecord(saved) || saved.format !== FORMAT) throw new UnreadableState(`${name} is no saved simulator state`)
  if (saved.version !== VERSION) {
    throw new UnreadableState(`${name} has version ${String(saved.version)}; this program reads version ${VERSION}`)
  }
  const fields = unpacked(saved.state)
  if (!isRecord(fields) || !isRecord(fields.application)) throw new UnreadableState(`${name} is incomplete`)
  // It was written by `stateText` of the same version, which is what the version is for.
  return Object.assign(new State(fields.application as unknown as State['application']), fields)
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new UnreadableState(`${file} is not JSON: ${error.message}`)
    throw error
  }
}

/** Maps become `{$map: entries}` and bytes `{$bytes: base64}`; objects that already have such a key `{$object: entries}`. */
function packed(value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value].map(([key, one]) => [key, packed(one)]) }
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(packed)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, one]) => [key, packed(one)] as const)
  return entries.some(([key]) => key.startsWith('$')) ? { $object: entries } : Object.fromEntries(entries)
}

function unpacked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpacked)
  if (!isRecord(value)) return value
  if (Array.isArray(value.$map)) return new Map(value.$map.map(unpackedEntry))
  if (typeof value.$bytes === 'string') return new Uint8Array(Buffer.from(value.$bytes, 'base64'))
  const entries = Array.isArray(value.$object) ? value.$object : Object.entries(value)
  return Object.fromEntries(entries.map(unpackedEntry))
}

function unpackedEntry([key, value]: [string, unknown]): [string, unknown] {
  return [key, unpacked(value)]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
