import type { Config } from '../platform/config/config.ts'
import type { DiscordAddress, Surroundings } from './alphapy.ts'
import { keptSecret } from './kept-secret.ts'

/** The simulated Discord with its demo community, kept in DATA_DIR, and its bot's token. */
export async function startDemo(
  config: Pick<Config, 'dataDir' | 'simulator'>,
  { say }: Pick<Surroundings, 'say'>,
  started: AsyncDisposableStack,
): Promise<DiscordAddress> {
  // Only here: with a real Discord the simulator is never loaded.
  const { startSimulator } = await import('@alphapy/simulator')
  const token = (await keptSecret(config.dataDir, 'discord-token')).reveal()
  const simulator = started.use(
    await startSimulator({
      port: config.simulator.port,
      community: 'demo',
      file: `${config.dataDir}/discord.json`,
      token,
    }),
  )
  simulator.onMessage((message) => say(`  #${message.channelName}  ${message.authorName}: ${message.text}`))
  return { apiUrl: simulator.restUrl, token }
}
