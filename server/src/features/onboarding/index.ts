import type { Feature } from '../../platform/feature.ts'
import { arrivalListener, roleListener } from './arrivals.ts'
import { flowInteractions } from './flow-interactions.ts'
import { panelEars, panelWorker } from './panels.ts'
import { rolesWorker } from './roles.ts'
import { onboardingRoutes } from './routes.ts'
import { onboardingService } from './service.ts'
import { onboardingSettings } from './settings.ts'
import { onboardingWalk } from './walk.ts'

/** What new members are asked and told: questions and rules, kept by the admins of each guild. */
export const onboarding: Feature = {
  name: 'onboarding',
  settings: onboardingSettings,
  build(platform) {
    const service = onboardingService(platform)
    const walk = onboardingWalk(platform)
    const { listeners, hearsGateway } = panelEars(platform)
    return {
      ...flowInteractions({ ...platform, walk }),
      routes: (http) => onboardingRoutes(http, service, platform.idempotent),
      hearsGateway,
      listeners: [...listeners, arrivalListener(platform), roleListener(platform)],
      workers: [panelWorker(platform), rolesWorker(platform)],
    }
  },
}
