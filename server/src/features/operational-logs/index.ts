import type { Feature } from '../../platform/feature.ts'
import { EventWriter } from './event-writer.ts'
import { operationalLogPrivacy } from './privacy-store.ts'
import { operationalLogRetention } from './retention.ts'
import { operationalLogRoutes } from './routes.ts'

/** What happened to the bot and in its guilds, to read and to follow live. */
export const operationalLogs: Feature = {
  name: 'operational-logs',
  retention: operationalLogRetention,
  build(platform) {
    const writer = new EventWriter(platform)
    return {
      routes: (http) => operationalLogRoutes(http, platform),
      hearsGateway: (event) => writer.hearGateway(event),
      hearsCommands: (run) => writer.hearCommand(run),
      hearsComponentFaults: (fault) => writer.hearComponentFault(fault),
      gatewayWorkers: [writer.worker],
      privacy: operationalLogPrivacy,
    }
  },
}
