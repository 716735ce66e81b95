import type { Feature } from '../../platform/feature.ts'
import { answersRoutes } from './answers-routes.ts'
import { arrivalListener, roleListener } from './arrivals.ts'
import { onboardingChoices } from './choices.ts'
import { onboardingInteractions } from './commands.ts'
import { missedArrivals } from './missed-arrivals.ts'
import { panelEars, panelWorker } from './panels.ts'
import { onboardingPrivacy } from './privacy.ts'
import { onboardingRetention } from './retention.ts'
import { rolesWorker } from './roles.ts'
import { onboardingRoutes } from './routes.ts'
import { onboardingService } from './service.ts'
import { onboardingSettings } from './settings.ts'
import { onboardingWalk } from './walk.ts'
import { onboardingWarnings } from './warnings.ts'

/** New members are led through rules and questions, which the admins of each guild keep. */
export const onboarding: Feature = {
  name: 'onboarding',
  settings: onboardingSettings,
  retention: onboardingRetention,
  build(platform) {
    const service = onboardingService(platform)
    const walk = onboardingWalk(platform)
    const panels = panelEars(platform)
    const arrivals = missedArrivals(platform)
    return {
      ...onboardingInteractions(platform, service, walk),
      routes(http) {
        onboardingRoutes(http, service, platform.idempotent)
        answersRoutes(http, platform)
      },
      async hearsGateway(event) {
        await arrivals.hearGateway(event)
        await panels.hearsGateway(event)
      },
      gatewayWorkers: [arrivals.worker],
      listeners: [...panels.listeners, arrivalListener(platform), roleListener(platform)],
      workers: [panelWorker(platform), rolesWorker(platform)],
      privacy: onboardingPrivacy,
      choices: onboardingChoices(platform),
      warnings: onboardingWarnings(platform, walk),
    }
  },
}
