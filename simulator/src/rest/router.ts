/** Which handler answers a request: routes are written as Discord's API description writes them. */
import type { Json } from '../state/model.ts'
import type { World } from '../state/world.ts'

export interface Upload {
  /** The n of `files[n]`. */
  readonly index: string
  readonly filename: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/** One request, read and authorised. */
export interface Call {
  readonly world: World
  /** Method and path template. */
  readonly operation: string
  /** The bot, or whoever acts. */
  readonly actorId: string
  readonly query: URLSearchParams
  readonly body: Json | undefined
  readonly files: readonly Upload[]
  /** X-Audit-Log-Reason, decoded. */
  readonly reason: string | null
  param(name: string): string
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export type Handler = (call: Call) => Answer | Promise<Answer>
/** By method and path template: `GET /channels/{channel_id}`. */
export type Routes = Readonly<Record<string, Handler>>

export interface Route {
  readonly operation: string
  readonly handler: Handler
  /** Without Authorization: what a token in the path opens, and what is public. */
  readonly isOpen: boolean
}

export interface Found extends Route {
  readonly params: ReadonlyMap<string, string>
}

interface Entry extends Route {
  readonly method: string
  readonly segments: readonly string[]
}

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown): Answer => ({ status: 201, body })
export const nothing: Answer = { status: 204 }

export class Router {
  /** By number of segments; templates with fewer parameters first, so that `@me` beats `{user_id}`. */
  readonly #entries = new Map<number, Entry[]>()

  constructor(closed: readonly Routes[], open: readonly Routes[]) {
    for (const routes of closed) this.#add(routes, false)
    for (const routes of open) this.#add(routes, true)
    for (const entries of this.#entries.values()) entries.sort((a, b) => parameters(a) - parameters(b))
  }

  /** The route, or the methods the path knows instead, or undefined for a path nobody knows. */
  find(method: string, path: string): Found | readonly string[] | undefined {
    const segments = path.split('/').map(decoded)
    const matching = (this.#entries.get(segments.length) ?? []).filter((entry) => matches(entry, segments))
    const entry = matching.find((one) => one.method === method)
    if (!entry) return matching.length ? matching.map((one) => one.method) : undefined
    const params = new Map<string, string>()
    for (const [index, template] of entry.segments.entries()) {
      if (template.startsWith('{')) params.set(template.slice(1, -1), segments[index] ?? '')
    }
    return { ...entry, params }
  }

  #add(routes: Routes, isOpen: boolean): void {
    for (const [operation, handler] of Object.entries(routes)) {
      const [method = '', path = ''] = operation.split(' ')
      const segments = path.split('/')
      const entries = this.#entries.get(segments.length) ?? []
      entries.push({ operation, handler, isOpen, method, segments })
      this.#entries.set(segments.length, entries)
    }
  }
}

const parameters = ({ segments }: Entry) => segments.filter((segment) => segment.startsWith('{')).length

function matches(entry: Entry, segments: readonly string[]): boolean {
  return entry.segments.every((template, index) => template.startsWith('{') || template === segments[index])
}

/** Segments that are no UTF-8 match nothing. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (error) {
    if (error instanceof URIError) return segment
    throw error
  }
}
