import { type WebSocketManager, WebSocketShardEvents } from '@discordjs/ws'
import { GatewayOpcodes } from 'discord-api-types/v10'
import type { Logger } from 'pino'
import { Pulse, type ShardState } from './pulse.ts'

/** Follows the heartbeats of every shard of a connection. */
export interface Heartbeats {
  states(): ShardState[]
  follow(manager: WebSocketManager): void
}

/**
 * The library's first heartbeat may be a whole interval (41 s) away, and until an acknowledgement nothing proves that
 * Discord hears us; so one of our own follows each READY and RESUMED.
 */
export function followHeartbeats(logger: Logger): Heartbeats {
  const pulses = new Map<number, Pulse>()
  const pulseOf = (shardId: number) => {
    const pulse = pulses.get(shardId) ?? new Pulse(shardId)
    pulses.set(shardId, pulse)
    return pulse
  }

  async function beat(manager: WebSocketManager, shardId: number) {
    const session = await manager.options.retrieveSessionInfo(shardId)
    pulseOf(shardId).sent()
    await manager.send(shardId, { op: GatewayOpcodes.Heartbeat, d: session?.sequence ?? null })
  }

  return {
    states: () => [...pulses.values()].map((pulse) => pulse.state()),

    follow(manager) {
      const beatNow = (shardId: number) =>
        void beat(manager, shardId).catch((err: unknown) => logger.warn({ err, shardId }, 'no heartbeat could be sent'))

      manager.on(WebSocketShardEvents.Ready, ({ shardId }) => {
        pulseOf(shardId).started()
        beatNow(shardId)
      })
      manager.on(WebSocketShardEvents.Resumed, ({ shardId }) => {
        pulseOf(shardId).resumed()
        beatNow(shardId)
      })
      manager.on(WebSocketShardEvents.Closed, ({ shardId }) => pulseOf(shardId).closed())
      // The library answers with -1 for a heartbeat it has not sent itself.
      manager.on(WebSocketShardEvents.HeartbeatComplete, ({ shardId, heartbeatAt, latency }) =>
        pulseOf(shardId).acknowledged(heartbeatAt < 0 ? null : latency),
      )
      // Nothing but this line tells the interval that Discord asked for (@discordjs/ws 1.2.3, WebSocketShard.onMessage).
      manager.on(WebSocketShardEvents.Debug, ({ shardId, message }) => {
        const [, interval] = /beat every (\d+)ms/.exec(message) ?? []
        if (interval !== undefined) pulseOf(shardId).beatsEvery(Number(interval))
      })
    },
  }
}
