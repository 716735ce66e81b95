import type { GuildId } from '../../kernel/ids.ts'
import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import type { TicketRooms } from './ports.ts'
import { removeTranscripts, ticketsAfter } from './removing-store.ts'
import { transcriptSettings } from './settings.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'logger' | 'settings'> & { readonly rooms: TicketRooms }

const EVERY = { hours: 1 }
const AT_A_TIME = 200

/** Removes the transcripts that their guild keeps no longer. */
export function removingWorker({ db, clock, logger, settings, rooms }: Needs): Worker {
  async function removeIn(guildId: GuildId, ticketIds: readonly string[], now: Temporal.Instant): Promise<void> {
    const days = await settings.read(transcriptSettings.keptDays, guildId)
    await removeTranscripts(
      db,
      await rooms.archivedBefore(db, guildId, ticketIds, now.subtract({ hours: days * 24 })),
      now,
    )
  }
  return repeating('transcripts.removing', { clock, logger }, async (signal) => {
    const now = clock.now()
    let after = '0'
    while (!signal.aborted) {
      const tickets = await ticketsAfter(db, after, AT_A_TIME)
      const byGuild = Map.groupBy(tickets, ({ guildId }) => guildId)
      for (const [guildId, some] of byGuild)
        await removeIn(
          guildId,
          some.map(({ ticketId }) => ticketId),
          now,
        )
      after = tickets.at(-1)?.ticketId ?? after
      if (tickets.length < AT_A_TIME) break
    }
    return { at: now.add(EVERY) }
  })
}
