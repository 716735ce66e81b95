import type { GatewayState } from '../../platform/discord/gateway.ts'
import type { Feature, Platform } from '../../platform/feature.ts'
import { healthSampler } from './jobs.ts'
import { healthRetention } from './retention.ts'
import { healthRoutes } from './routes.ts'
import { healthService } from './service.ts'

interface HealthOptions {
  readonly serviceName: string
  /** The gateway of this process, null until it is started; absent where the process does not have that role. */
  readonly gateway?: () => GatewayState | null
  /** How many commands members ran in the last 24 hours, told by whoever counts them. */
  readonly recentCommands?: (platform: Platform) => Promise<number>
}

/** Tells people, dashboards and orchestrators how the program fares. */
export function health({ recentCommands, ...options }: HealthOptions): Feature {
  return {
    name: 'health',
    retention: healthRetention,
    build(platform) {
      const service = healthService({
        ...options,
        db: platform.db,
        clock: platform.clock,
        ...(recentCommands && { recentCommands: () => recentCommands(platform) }),
      })
      return { routes: (http) => healthRoutes(http, service), workers: [healthSampler(service, platform)] }
    },
  }
}
