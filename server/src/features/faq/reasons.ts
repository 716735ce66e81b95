import type { Language } from '../../kernel/language.ts'
import { verbatim } from '../../platform/discord/text.ts'
import type { Reason } from './search/judge.ts'
import { faqWords } from './words.ts'

/** Why an entry is shown, for its reader. What somebody typed is shown as it was typed. */
export function reasonsIn(reasons: readonly Reason[], language: Language): string {
  return reasons.map((reason) => reasonIn(reason, language)).join(' · ')
}

function reasonIn({ place, because, ...words }: Reason, language: Language): string {
  const say = faqWords(language)
  const [written, found] = [verbatim(words.written), verbatim(words.found)]
  if (because === 'typo') return say(`reason_typo_${place}`, { written, found })
  if (because === 'synonym') return say(`reason_synonym_${place}`, { written, found })
  return say(`reason_${place}`, { found })
}
