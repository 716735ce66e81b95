import type { Feature } from '../../platform/feature.ts'
import { downloads } from './download.ts'
import { exporting } from './exporting.ts'
import { exportLanes } from './lanes.ts'
import { exportRoutes } from './routes.ts'
import type { ExportSource } from './source.ts'

/** What a guild has, as CSV for its admins: through the API and in Discord, however much it is. */
export function exports(sources: readonly ExportSource[]): Feature {
  return {
    name: 'exports',
    build(platform) {
      const making = exporting(platform, exportLanes())
      return {
        routes(http) {
          exportRoutes(http, sources, downloads(http, { exporting: making, logger: platform.logger }))
        },
      }
    },
  }
}
