/** Puts a simulated Discord together: state, REST and gateway behind one port on loopback. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type ClockOptions, SimulatorClock } from './clock.ts'
import { type NewGuild, type NewUser, newChannel, newGuild, newRole, newUser } from './community.ts'
import { controlDoor } from './control/door.ts'
import { demoCommunity } from './demo.ts'
import { DEMO } from './demo-ids.ts'
import type { Violation } from './description/check.ts'
import { Faults } from './faults.ts'
import { GatewayServer } from './gateway/server.ts'
import { oauth2Door } from './oauth2/door.ts'
import { OAuth2, type OAuth2Options } from './oauth2/oauth2.ts'
import { Person } from './people/person.ts'
import { Webhook } from './people/webhook.ts'
import { type RateLimitOptions, RateLimits } from './rest/rate-limits.ts'
import { channelRoutes } from './rest/routes/channels.ts'
import { commandRoutes } from './rest/routes/commands.ts'
import { applicationRoutes, gatewayRoutes, openGatewayRoutes } from './rest/routes/gateway.ts'
import { guildRoutes } from './rest/routes/guilds.ts'
import { openInteractionRoutes } from './rest/routes/interactions.ts'
import { inviteRoutes } from './rest/routes/invites.ts'
import { banRoutes, memberRoutes } from './rest/routes/members.ts'
import { messageRoutes, pinRoutes, reactionRoutes } from './rest/routes/messages.ts'
import { roleRoutes } from './rest/routes/roles.ts'
import { threadMemberRoutes, threadRoutes } from './rest/routes/threads.ts'
import { type Checks, type Door, RestServer } from './rest/server.ts'
import type { ChannelChange } from './state/channels.ts'
import type { Channel, Guild, Message, Role, User } from './state/model.ts'
import type { RoleChange } from './state/roles.ts'
import { State } from './state/state.ts'
import { World } from './state/world.ts'
import { Autosave, loadState } from './storage.ts'

export interface SimulatorOptions {
  /** A free one when left out. */
  readonly port?: number
  /** The demo community, or nobody but the bot. */
  readonly community?: 'demo' | 'empty'
  /** A state to go on with, instead of a community. */
  readonly state?: State
  /** The bot token that is accepted. */
  readonly token?: string
  /** None are enforced unless this is given. */
  readonly rateLimits?: RateLimitOptions
  /** Checks all traffic against Discord's API description and refuses requests that violate it. */
  readonly strict?: boolean
  readonly clock?: SimulatorClock | ClockOptions
  readonly heartbeatMs?: number
  /** Recommended number of shards. */
  readonly shards?: number
  /** How long a nonce is remembered; three minutes unless given. */
  readonly nonceWindowMs?: number
  /** Where the state is kept: read at the start if it is there, written after changes and at the end. */
  readonly file?: string
  readonly oauth2?: OAuth2Options
  /** Other doors on the same port, asked before Discord's own. */
  readonly doors?: (simulator: Simulator) => readonly Door[]
}

const DEFAULT_TOKEN = 'simulated.bot.token'
const HEARTBEAT_MS = 41_250
const NONCE_WINDOW_MS = 3 * 60 * 1000

/** Starts a Discord on 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const checks = options.strict ? await import('./description/check.ts') : undefined
  const state = options.file === undefined ? undefined : await loadState(options.file)
  const simulator = new Simulator(state ? { ...options, state } : options, checks)
  await simulator.listen(options.port ?? 0)
  return simulator
}

export class Simulator implements AsyncDisposable {
  readonly clock: SimulatorClock
  readonly world: World
  /** The bot token that is accepted. */
  readonly token: string
  readonly gateway: GatewayServer
  readonly rest: RestServer
  /** Faults of REST; those of the gateway are methods of `gateway`. */
  readonly faults = new Faults()
  readonly #server: Server
  readonly #people = new Map<string, Person>()
  readonly #autosave: Autosave | undefined

  constructor(options: SimulatorOptions, checks: Checks | undefined) {
    const { clock } = options
    this.clock = clock instanceof SimulatorClock ? clock : new SimulatorClock(clock)
    const community = options.community === 'empty' ? emptyState() : demoCommunity(this.clock)
    this.world = new World(options.state ?? community, this.clock, options.nonceWindowMs ?? NONCE_WINDOW_MS)
    this.token = options.token ?? DEFAULT_TOKEN
    this.gateway = new GatewayServer(this.world, {
      token: this.token,
      heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
    })
    this.rest = new RestServer(this.world, {
      token: this.token,
      rateLimits: new RateLimits(options.rateLimits ?? { disabled: true }),
      faults: this.faults,
      checks,
      isStrict: options.strict ?? false,
      closed: [
        gatewayRoutes(this.gateway, options.shards ?? 1),
        applicationRoutes,
        messageRoutes,
        reactionRoutes,
        pinRoutes,
        commandRoutes,
        guildRoutes,
        channelRoutes,
        threadRoutes,
        threadMemberRoutes,
        roleRoutes,
        memberRoutes,
        banRoutes,
        inviteRoutes,
      ],
      open: [openGatewayRoutes(this.gateway), openInteractionRoutes],
      doors: [this.#oauth2Door(options.oauth2, checks), controlDoor(this), ...(options.doors?.(this) ?? [])],
    })
    this.#autosave =
      options.file === undefined
        ? undefined
        : new Autosave(this.world, options.file, (error) => this.broken.push(error))
    this.#server = createServer((request, response) => {
      this.rest.serve(request, response).catch((error: unknown) => this.#broke(error, request, response))
    })
    this.#server.on('upgrade', (request, socket, head) => this.gateway.accept(request, socket, head))
  }

  /** Names of channels that are refused from now on, as in guilds of Server Discovery. */
  get refusedNames(): RegExp[] {
    return this.world.refusedNames
  }

  get state(): State {
    return this.world.state
  }

  /** What discord.js takes as `rest.api`, and Alphapy as DISCORD_API_URL. */
  get restUrl(): string {
    return `${this.world.origin}/api`
  }

  /** What was asked or answered against Discord's API description; filled in strict mode. */
  get violations(): readonly Violation[] {
    return this.rest.violations
  }

  /** Faults of the simulator itself: requests that ended with a cut connection, and a file that cannot be written. */
  readonly broken: unknown[] = []

  async listen(port: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#server.once('error', reject)
    this.#server.listen(port, '127.0.0.1', resolve)
    await promise
    const address = this.#server.address()
    const actual = typeof address === 'object' && address ? address.port : port
    this.world.origin = `http://127.0.0.1:${actual}`
    this.gateway.listenAt(`ws://127.0.0.1:${actual}/gateway`)
  }

  /** A way to act as this user. */
  person(userId: string): Person {
    const person = this.#people.get(userId) ?? new Person(this.world, userId)
    this.#people.set(userId, person)
    return person
  }

  /** A new webhook of this channel. */
  webhook(channelId: string, name = 'Webhook'): Webhook {
    return new Webhook(this.world, channelId, name)
  }

  /** Somebody who is in no guild yet. */
  createUser(user: NewUser): User {
    return newUser(this.world, user)
  }

  /** A guild with #general, the bot as administrator, and whoever is named. */
  createGuild(guild: NewGuild): Guild {
    return newGuild(this.world, guild)
  }

  /** Made by the guild's owner; a text channel unless it says otherwise. */
  createChannel(guildId: string, channel: ChannelChange & { readonly name: string }): Channel {
    return newChannel(this.world, guildId, channel)
  }

  /** Made by the guild's owner, without any permission unless it says otherwise. */
  createRole(guildId: string, role: RoleChange & { readonly name: string }): Role {
    return newRole(this.world, guildId, role)
  }

  /** Oldest first, without ephemeral ones. */
  messages(channelId: string): Message[] {
    return this.state.messagesOf(channelId)
  }

  /** Calls the listener with each message as it is made, ephemeral ones too. The answer ends it. */
  onMessage(listener: (message: Message) => void): () => void {
    return this.world.onMessage(listener)
  }

  async stop(): Promise<void> {
    this.gateway.stop()
    this.clock.stop()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#server.close(() => resolve())
    this.#server.closeAllConnections()
    await promise
    await this.#autosave?.[Symbol.asyncDispose]()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }

  #oauth2Door(options: OAuth2Options | undefined, checks: Checks | undefined): Door {
    const report = (violations: readonly Violation[]) => void this.rest.violations.push(...violations)
    return oauth2Door(new OAuth2(this.world, options), checks && { checks, report })
  }

  /** A caller that goes away in the middle of its request breaks nothing. */
  #broke(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    if (request.complete) this.broken.push(error)
    response.destroy()
  }
}

/** Only the application and its bot. */
function emptyState(): State {
  const state = new State({
    id: DEMO.bot,
    name: 'Alphapy',
    description: '',
    owner_id: DEMO.applicationOwner,
    public_key: '0'.repeat(64),
    flags: (1 << 13) | (1 << 15) | (1 << 19),
  })
  const bot = { id: DEMO.bot, username: 'Alphapy', global_name: null, avatar: null, bot: true, locale: 'en-US' }
  state.users.set(bot.id, { ...bot, accepts_dms: false })
  return state
}
