import type { Feature } from '../../platform/feature.ts'
import { onboardingRoutes } from './routes.ts'
import { onboardingService } from './service.ts'
import { onboardingSettings } from './settings.ts'

/** What new members are asked and told: questions and rules, kept by the admins of each guild. */
export const onboarding: Feature = {
  name: 'onboarding',
  settings: onboardingSettings,
  build(platform) {
    const service = onboardingService(platform)
    return { routes: (http) => onboardingRoutes(http, service, platform.idempotent) }
  },
}
