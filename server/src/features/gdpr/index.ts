import type { Feature } from '../../platform/feature.ts'
import type { Held } from '../../platform/privacy.ts'
import type { Retention } from '../../platform/retention.ts'
import { agreementInteractions } from './commands/agreement.ts'
import { myDataInteractions } from './commands/my-data.ts'
import { consents } from './consents.ts'
import { personalData } from './personal-data.ts'
import { gdprPrivacy, gdprRetention } from './privacy.ts'
import { gdprRoutes } from './routes.ts'
import { gdprSettings } from './settings.ts'

interface GdprOptions {
  /** What all features keep of persons, once they are built. */
  held(): readonly Held[]
  /** What all features keep, with what it is called. */
  kinds(): readonly Retention[]
}

/** The agreement and who gave it; and what every member may do with what is kept of them: have it, and have it erased. */
export function gdpr({ held, kinds }: GdprOptions): Feature {
  return {
    name: 'gdpr',
    settings: gdprSettings,
    retention: gdprRetention,
    build(platform) {
      const given = consents(platform)
      const data = personalData({ ...platform, held })
      const names = () => new Map(kinds().flatMap(({ tables, what }) => tables.map((table) => [table, what] as const)))
      const agreement = agreementInteractions({ ...platform, consents: given })
      const mine = myDataInteractions({ ...platform, data, consents: given, names })
      return {
        routes: (http) => gdprRoutes(http, given),
        commands: [...agreement.commands, ...mine.commands],
        buttons: [...agreement.buttons, ...mine.buttons],
        privacy: gdprPrivacy,
      }
    },
  }
}
