import type { Language } from '../../kernel/language.ts'
import { timestamp } from '../../platform/discord/text.ts'
import type { ModelFailure } from '../../platform/language-model/failure.ts'
import { failureCatalogue } from './words-failure.ts'

/** What people are told where the language model gave no answer: what that means for them, and what they can do. */
export function modelFailureWords(
  { kind, resetsAt }: Pick<ModelFailure, 'kind' | 'resetsAt'>,
  language: Language,
): string {
  const say = failureCatalogue(language)
  const at = resetsAt && timestamp(resetsAt, 'R')
  switch (kind) {
    case 'unavailable':
    case 'rate_limited':
    case 'over_budget':
    case 'over_quota':
      return at === null ? say(kind) : say(`${kind}_at`, { at })
    default:
      return say(kind)
  }
}
