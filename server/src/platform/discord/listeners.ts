import type { GatewayDispatchEvents, GatewayDispatchPayload } from 'discord-api-types/v10'
import type { Logger } from 'pino'

type DataOf<Event extends GatewayDispatchEvents> = Extract<GatewayDispatchPayload, { t: Event }>['d']

/** What a feature does when something happens in Discord. */
export interface Listener {
  readonly name: string
  /** Null for events that do not concern it; otherwise its work, begun when it is called. */
  workOn(dispatch: GatewayDispatchPayload): (() => Promise<void>) | null
}

/**
 * Declares what is done at an event of the gateway. Events of a guild come one after another; what happens while no
 * process is connected never comes, so whatever must not be missed is also looked for when the bot is ready.
 */
export function defineListener<Event extends GatewayDispatchEvents>(
  name: string,
  event: Event,
  hear: (data: DataOf<Event>) => Promise<void>,
): Listener {
  return {
    name,
    // The payload with this name of an event has this data.
    workOn: ({ t, d }) => (t === event ? () => hear(d as DataOf<Event>) : null),
  }
}

/** Of one listener in one guild; what comes beyond is lost, and that is logged. */
const MOST_WAITING = 1_000

export interface Ears {
  receive(dispatch: GatewayDispatchPayload): void
  /** Resolves when everything that was heard has been dealt with. */
  settled(): Promise<void>
}

/** Hands what happens to the listeners: side by side, but to each of them one event of a guild after another. */
export function earsOf(listeners: readonly Listener[], logger: Logger): Ears {
  const lines = new Map<string, { end: Promise<void>; waiting: number }>()

  function queue(key: string, name: string, work: () => Promise<void>): void {
    const line = lines.get(key) ?? { end: Promise.resolve(), waiting: 0 }
    if (line.waiting >= MOST_WAITING) {
      logger.error({ listener: name, key }, 'an event of Discord was given up: too many wait')
      return
    }
    line.waiting += 1
    line.end = line.end
      .then(work)
      .catch((err: unknown) => logger.error({ err, listener: name }, 'a listener failed'))
      .finally(() => {
        line.waiting -= 1
        if (line.waiting === 0) lines.delete(key)
      })
    lines.set(key, line)
  }

  return {
    receive(dispatch) {
      const guildId = guildOf(dispatch)
      for (const { name, workOn } of listeners) {
        const work = workOn(dispatch)
        if (work) queue(`${name} ${guildId}`, name, work)
      }
    },
    async settled() {
      while (lines.size > 0) await Promise.all([...lines.values()].map(({ end }) => end))
    },
  }
}

/** Events about guilds themselves name them otherwise than those within guilds. */
function guildOf({ t: event, d: data }: GatewayDispatchPayload): string {
  if (!data || typeof data !== 'object') return 'none'
  if ('guild_id' in data) return String(data.guild_id)
  return event.startsWith('GUILD_') && 'id' in data ? String(data.id) : 'none'
}
