import type { Feature } from '../../platform/feature.ts'
import { reminderChoices } from './choices.ts'
import { reminderInteractions } from './commands.ts'
import { deliveryWorker } from './delivery-worker.ts'
import { deliveryFigures } from './figures.ts'
import { reminderPrivacy } from './privacy.ts'
import { reminderRetention } from './retention.ts'
import { reminderRoutes } from './routes.ts'
import { reminderService } from './service.ts'
import { reminderSettings } from './settings.ts'
import { ownerTellingWorker } from './tell-owners.ts'
import { whereabouts } from './whereabouts.ts'

/** Reminders: made through the API or in Discord, delivered once each, whatever breaks. */
export const reminders: Feature = {
  name: 'reminders',
  settings: reminderSettings,
  retention: reminderRetention,
  build(platform) {
    const service = reminderService({ ...platform, whereabouts: whereabouts(platform.access, platform.settings) })
    return {
      ...reminderInteractions({ ...platform, service }),
      routes: (http) => reminderRoutes(http, service, platform.idempotent),
      privacy: reminderPrivacy,
      choices: reminderChoices(platform),
      workers: [deliveryWorker({ ...platform, figures: deliveryFigures(platform) }), ownerTellingWorker(platform)],
    }
  },
}
