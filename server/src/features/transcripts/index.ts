import type { Feature } from '../../platform/feature.ts'
import { cdn } from './attachments/fetching.ts'
import { keepingWorker } from './attachments/keeping-worker.ts'
import { transcriptCommand } from './commands/transcript.ts'
import { doubts } from './gaps/doubts.ts'
import { readingWorker } from './gaps/reading-worker.ts'
import type { StaffRoles, TicketRooms } from './ports.ts'
import { transcriptPrivacy } from './privacy.ts'
import { transcriptListener } from './recording/listener.ts'
import { recorder } from './recording/recorder.ts'
import { roomFinder } from './recording/rooms.ts'
import { removingWorker } from './removing.ts'
import { transcriptRetention } from './retention.ts'
import { transcriptRoutes } from './routes.ts'
import { transcriptSettings } from './settings.ts'

/** Transcripts: what is said in the channels of tickets, recorded as it happens and read again after a downtime. */
export function transcripts(rooms: TicketRooms, staffRoles: StaffRoles): Feature {
  return {
    name: 'transcripts',
    settings: transcriptSettings,
    retention: transcriptRetention,
    build(platform) {
      const { config, discord } = platform
      const needs = { ...platform, rooms, staffRoles }
      const recording = { ...needs, recorder: recorder(needs) }
      const doubt = doubts(needs)
      const listener = { ...recording, findRoom: roomFinder(needs), discord, missed: doubt.about }
      const own = config.discord.apiUrl ?? (config.demo ? `http://127.0.0.1:${config.simulator.port}` : undefined)
      return {
        commands: [transcriptCommand(needs)],
        routes: (http) => transcriptRoutes(http, needs),
        listeners: [transcriptListener(listener)],
        hearsGateway: (event) => doubt.hearGateway(event),
        gatewayWorkers: [doubt.worker],
        workers: [readingWorker(recording), keepingWorker({ ...needs, cdn: cdn(own) }), removingWorker(needs)],
        privacy: transcriptPrivacy,
      }
    },
  }
}
