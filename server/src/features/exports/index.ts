import type { Feature } from '../../platform/feature.ts'
import { exportCommands } from './commands/export.ts'
import { downloads } from './download.ts'
import { exporting } from './exporting.ts'
import { handing } from './handing.ts'
import { exportLanes } from './lanes.ts'
import { linkRoutes, linkTo } from './links.ts'
import { exportRoutes } from './routes.ts'
import type { ExportSource } from './source.ts'

/** What a guild has, as CSV for its admins: through the API and in Discord, however much it is. */
export function exports(sources: readonly ExportSource[]): Feature {
  return {
    name: 'exports',
    build(platform) {
      const making = exporting(platform, exportLanes())
      const deliver = handing({ exporting: making, linkTo: (wish, by) => linkTo(platform, wish, by) })
      return {
        routes(http) {
          const files = downloads(http, { exporting: making, logger: platform.logger })
          exportRoutes(http, sources, files)
          linkRoutes(http, sources, files, platform)
        },
        commands: exportCommands(sources, deliver),
      }
    },
  }
}
