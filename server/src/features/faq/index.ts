import type { Feature } from '../../platform/feature.ts'
import { faqInteractions } from './commands/faq.ts'
import { faqGate, type IsStaff } from './gate.ts'
import { faqLookup } from './lookup.ts'
import { pageRoutes } from './page/routes.ts'
import { faqPrivacy } from './privacy.ts'
import { faqRetention } from './retention.ts'
import { entryRoutes } from './routes.ts'
import { findingRoutes } from './routes-finding.ts'
import { faqService } from './service.ts'
import { faqSettings } from './settings.ts'
import { faqSynonyms } from './synonyms.ts'
import { faqTodo } from './todo.ts'

/** Questions and answers of a guild: kept by its staff, found by its members, and on a page for everybody if wished. */
export function faq(isStaff: IsStaff): Feature {
  return {
    name: 'faq',
    settings: faqSettings,
    retention: faqRetention,
    build(platform) {
      const needs = {
        ...platform,
        gate: faqGate(isStaff),
        lookup: faqLookup(platform),
        service: faqService(platform),
        synonyms: faqSynonyms(platform),
        todo: faqTodo(platform),
      }
      return {
        ...faqInteractions(needs),
        routes(http) {
          entryRoutes(http, needs)
          findingRoutes(http, needs)
          pageRoutes(http, needs)
        },
        privacy: faqPrivacy,
      }
    },
  }
}
