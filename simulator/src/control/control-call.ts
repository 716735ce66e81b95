/** One request at the control door, with its fields read and its names looked up. */
import { permissionsOf } from '../permissions.ts'
import type { Simulator } from '../simulator.ts'
import type { Channel, Guild, User } from '../state/model.ts'
import { ControlError } from './control-error.ts'

export type ControlRoute = (call: ControlCall) => unknown

/** By method and address, with parameters as `:name`. What a route answers is sent as JSON; nothing at all is 204. */
export type ControlRoutes = Readonly<Record<string, ControlRoute>>

interface Parts {
  readonly params: Readonly<Record<string, string | undefined>>
  readonly query: URLSearchParams
  readonly body: unknown
}

export class ControlCall {
  readonly simulator: Simulator
  readonly body: unknown
  readonly #params: Parts['params']
  readonly #fields: Readonly<Record<string, unknown>>

  constructor(simulator: Simulator, { params, query, body }: Parts) {
    this.simulator = simulator
    this.body = body
    this.#params = params
    this.#fields = { ...Object.fromEntries(query), ...(isRecord(body) ? body : {}) }
  }

  /** A field of the body, or of the query; undefined when left out. */
  field(name: string): unknown {
    return this.#fields[name] ?? undefined
  }

  text(name: string): string {
    return this.optionalText(name) ?? refuse(name, 'a text')
  }

  optionalText(name: string): string | undefined {
    const value = this.field(name)
    return value === undefined || typeof value === 'string' ? value : refuse(name, 'a text')
  }

  texts(name: string): string[] {
    const value = this.field(name)
    if (!Array.isArray(value)) return refuse(name, 'a list of texts')
    return value.map((one) => (typeof one === 'string' ? one : refuse(name, 'a list of texts')))
  }

  optionalNumber(name: string): number | undefined {
    const value = this.field(name)
    if (value === undefined) return undefined
    const number = typeof value === 'string' ? Number(value) : value
    return typeof number === 'number' && Number.isFinite(number) ? number : refuse(name, 'a number')
  }

  record(name: string): Readonly<Record<string, unknown>> {
    const value = this.field(name) ?? {}
    return isRecord(value) && !Array.isArray(value) ? value : refuse(name, 'an object')
  }

  /** Whom the address means: by id or username. */
  user(): User {
    const name = this.#params.person ?? ''
    const users = [...this.simulator.state.users.values()].filter(({ bot }) => !bot)
    const user = users.find(({ id, username }) => id === name || username === name)
    if (user) return user
    throw new ControlError(
      404,
      `Nobody is called ${name}; there are: ${users.map(({ username }) => username).join(', ')}.`,
    )
  }

  /** The guild that `guild` names, by id or name. */
  namedGuild(): Guild {
    const name = this.text('guild')
    const guilds = [...this.simulator.state.guilds.values()]
    const known = guilds.map((guild) => guild.name).join(', ')
    const found = guilds.find((guild) => guild.id === name || guild.name === name)
    return found ?? missing(`No guild is called ${name}; there are: ${known}.`)
  }

  /** The channel that `channel` names by id, or by name among those the person sees. */
  channel(user: User): Channel {
    const name = this.text('channel').replace(/^#/, '')
    const { state, clock } = this.simulator
    const byId = state.channels.get(name)
    if (byId) return byId
    const seen = [...state.channels.values()].filter(
      (channel) => channel.name !== '' && permissionsOf(state, user.id, channel, clock.now()) !== 0n,
    )
    const byName = seen.find((channel) => channel.name === name)
    const known = [...new Set(seen.map((channel) => `#${channel.name}`))].join(', ')
    return byName ?? missing(`${user.username} sees no channel #${name}; seen are: ${known || 'none'}.`)
  }
}

function refuse(name: string, kind: string): never {
  throw new ControlError(400, `"${name}" must be ${kind}.`)
}

function missing(sentence: string): never {
  throw new ControlError(404, sentence)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
