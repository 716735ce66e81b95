import type { Feature } from '../../platform/feature.ts'
import { retentionWorker } from './retention.ts'
import { operationalLogRoutes } from './routes.ts'

/** What happened to the bot and in its guilds, to read and to follow live. */
export const operationalLogs: Feature = {
  name: 'operational-logs',
  build(platform) {
    return {
      routes: (http) => operationalLogRoutes(http, platform),
      workers: [retentionWorker(platform)],
    }
  },
}
