import type { Feature } from '../../platform/feature.ts'
import { tipCommands } from './commands.ts'
import { firstRuns } from './first-runs.ts'
import { tipSettings } from './settings.ts'
import { tipService } from './tips.ts'
import { tipWorker } from './worker.ts'

/** A short text in the log channel when a guild does something for the first time: once for each, at most one a day. */
export const tips: Feature = {
  name: 'tips',
  settings: tipSettings,
  build(platform) {
    const service = tipService(platform)
    const runs = firstRuns(platform)
    return {
      commands: [tipCommands(service)],
      hearsCommands: runs.hear,
      gatewayWorkers: [runs.worker],
      workers: [tipWorker(platform, service)],
    }
  },
}
