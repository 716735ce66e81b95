import { readFile, writeFile } from 'node:fs/promises'
import type { Simulator } from '@alphapy/simulator'
import { demoToken } from '../features/auth/index.ts'
import { UserId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Config } from '../platform/config/config.ts'
import { Secret } from '../platform/config/secret.ts'
import { cut } from '../platform/discord/text.ts'
import type { Platform } from '../platform/feature.ts'
import { keptSecret } from './kept-secret.ts'
import type { DiscordAddress, Surroundings } from './surroundings.ts'

/** Of the simulator's one application; known to everybody. */
const CLIENT_SECRET = 'demo-client-secret'

/** The simulated Discord with its demo community, kept in DATA_DIR. What is said in it is told as it happens. */
export async function startDemo(
  config: Pick<Config, 'dataDir' | 'simulator'>,
  { say }: Pick<Surroundings, 'say'>,
  started: AsyncDisposableStack,
): Promise<DiscordAddress> {
  // Loaded only here: with a real Discord the simulator never is.
  const { startSimulator } = await import('@alphapy/simulator')
  const token = (await keptSecret(config.dataDir, 'discord-token')).reveal()
  const { port } = config.simulator
  const file = `${config.dataDir}/discord.json`
  const starting = startSimulator({ port, community: 'demo', file, token, rateLimits: {} })
  const simulator = started.use(await starting.catch((error: NodeJS.ErrnoException) => refusePort(error, port)))
  simulator.onMessage((message) => say(lineOf(simulator, message)))
  const client = { id: simulator.state.application.id, secret: new Secret(CLIENT_SECRET) }
  return { apiUrl: simulator.restUrl, token, client }
}

/** People of the demo community whose tokens are there for trying things out, by name. */
export const DEMO_PEOPLE = { demo_owner: '1100000000000000101', demo_member: '1100000000000000104' }

/** Keeps a token of each in a file which only its user can read, good for a day and more. */
export async function keepDemoTokens(platform: Platform): Promise<void> {
  for (const [name, id] of Object.entries(DEMO_PEOPLE)) {
    const path = `${platform.config.dataDir}/${name}.token`
    const known = await readFile(path, 'utf8').catch(noneYet)
    const token = await demoToken(platform, UserId.parse(id), known.trim())
    await writeFile(path, `${token}\n`, { mode: 0o600 })
  }
}

function noneYet(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}

function refusePort(error: NodeJS.ErrnoException, port: number): never {
  if (error.code !== 'EADDRINUSE') throw error
  const sentence = `Port ${port}, for the simulated Discord, is in use: stop what listens there, or set another SIMULATOR_PORT.`
  throw new Refusal('conflict', 'demo.port_in_use', sentence)
}

type Message = Parameters<Parameters<Simulator['onMessage']>[0]>[0]

/** One long message does not push all others off the screen. */
const LONGEST_LINE = 300

/** A message as one line for a terminal; what its author chose to call himself cannot move the cursor. */
function lineOf({ state }: Simulator, { channel_id, author_id, content, embeds }: Message): string {
  const channel = state.channels.get(channel_id)
  const where = channel?.guild_id ? `#${channel.name}` : 'direct message'
  const author = state.users.get(author_id)?.username ?? 'somebody'
  const said = [content, ...embeds.flatMap(({ title, description }) => [title, description])]
    .filter(Boolean)
    .join(' · ')
  return cut(`  ${where}  ${author}: ${said}`.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}/gu, ''), LONGEST_LINE)
}
