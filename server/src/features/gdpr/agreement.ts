import { createHash } from 'node:crypto'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { agreementWords } from './words-agreement.ts'

/** The agreement as members of one language read it. */
export interface AgreementText {
  readonly title: string
  readonly body: string
}

/** The same wording in every language; its digest tells it from any other. */
export interface Agreement {
  readonly digest: string
  readonly texts: Readonly<Record<Language, AgreementText>>
}

const PARTS = ['kept', 'why', 'seen', 'long', 'rights', 'agreeing'] as const

/** The agreement of this version of the program. */
export function agreement(): Agreement {
  const texts = { en: textIn('en'), nl: textIn('nl') }
  const wording = LANGUAGES.map((language) => [language, texts[language].title, texts[language].body])
  return { digest: createHash('sha256').update(JSON.stringify(wording)).digest('hex'), texts }
}

function textIn(language: Language): AgreementText {
  const say = agreementWords(language)
  return { title: say('title'), body: PARTS.map((part) => say(part)).join('\n\n') }
}
