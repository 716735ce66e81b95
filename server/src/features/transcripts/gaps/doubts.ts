import type { GuildId } from '../../../kernel/ids.ts'
import type { GatewayLifecycle } from '../../../platform/discord/gateway-lifecycle.ts'
import type { Platform } from '../../../platform/feature.ts'
import { repeating, type Worker } from '../../../platform/worker.ts'
import type { Room, TicketRooms } from '../ports.ts'
import { doubt, ensureMark } from './marks-store.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'logger'> & { readonly rooms: TicketRooms }

const LONGEST_IDLE = { minutes: 1 }

/** Notes in which guilds something may have happened unheard, until it is stored that they are to be read. */
export interface Doubts {
  readonly worker: Worker
  about(guildId: GuildId): void
  hearGateway(event: GatewayLifecycle): Promise<void>
}

export function doubts({ db, clock, logger, rooms }: Needs): Doubts {
  const doubted = new Set<GuildId>()
  let woken = new AbortController()
  const about = (...guildIds: readonly GuildId[]) => {
    for (const guildId of guildIds) doubted.add(guildId)
    woken.abort()
  }
  async function store(guildIds: readonly GuildId[]): Promise<void> {
    const [only] = guildIds
    const all = guildIds.length === 1 ? await rooms.placed(db, only) : await rooms.placed(db)
    const meant: readonly Room[] = all.filter(({ guildId }) => guildIds.includes(guildId))
    const now = clock.now()
    for (const room of meant) await ensureMark(db, room, now)
    await doubt(
      db,
      meant.map(({ ticketId }) => ticketId),
      now,
    )
  }
  return {
    about,
    async hearGateway(event) {
      if (event.kind === 'ready' || event.kind === 'reconnected') about(...event.guildIds)
      if (event.kind === 'guild_joined') about(event.guildId)
    },
    worker: repeating('transcripts.doubts', { clock, logger }, async () => {
      woken = new AbortController()
      const guildIds = [...doubted]
      doubted.clear()
      if (guildIds.length > 0)
        await store(guildIds).catch((error: unknown) => {
          for (const guildId of guildIds) doubted.add(guildId)
          throw error
        })
      return { at: clock.now().add(LONGEST_IDLE), sooner: woken.signal }
    }),
  }
}
