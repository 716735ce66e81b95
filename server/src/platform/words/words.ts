import i18next from 'i18next'
import { LANGUAGES, type Language, type Localised } from '../../kernel/language.ts'

/** Sentences by their key. `{{name}}` stands for a value; `_one` and `_other` are forms for the value `count`. */
type Catalogue = Readonly<Record<string, string>>

type KeyIn<English> = {
  [Key in keyof English & string]: Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key
}[keyof English & string]
type TextOf<English, Key extends string> = English[(Key | `${Key}_one` | `${Key}_other`) & keyof English]
type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never
type Values<Names extends string> = [Names] extends [never]
  ? []
  : [values: { readonly [Name in Names]: Name extends 'count' ? number : string | number }]

type Saying<English, Said> = <Key extends KeyIn<English>>(
  key: Key,
  ...values: Values<NamesIn<TextOf<English, Key>> & string>
) => Said

/** Says a sentence of the catalogue; what it names has to be given. Values are put in as they are: escape them before. */
export type Say<English> = Saying<English, string>

/** A feature's sentences: `words(language)` says them, `words.everywhere` says one in each language. */
export interface Words<English> {
  (language: Language): Say<English>
  readonly everywhere: Saying<English, Localised>
}

/**
 * The catalogue of a feature. The Dutch one has to have the keys of the English one, which the compiler checks, and
 * name the same values in each sentence.
 * @throws {TypeError} when a sentence names other values in Dutch than in English.
 */
export function defineWords<const English extends Catalogue>(
  en: English,
  nl: { readonly [Key in keyof English]: string },
): Words<English> {
  const catalogues: Readonly<Record<Language, Catalogue>> = { en, nl }
  checkValues(catalogues)
  const said = i18next.createInstance()
  void said.init({
    initAsync: false,
    lng: 'en',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    resources: { en: { translation: en }, nl: { translation: nl } },
  })
  const words =
    (language: Language): Say<English> =>
    (key, ...[values]) =>
      said.t(key as string, { ...values, lng: language })
  const everywhere: Saying<English, Localised> = (key, ...values) => {
    const [en, nl] = LANGUAGES.map((language) => words(language)(key, ...values))
    return { en: en ?? '', nl: nl ?? '' }
  }
  return Object.assign(words, { everywhere })
}

function checkValues({ en, ...others }: Readonly<Record<Language, Catalogue>>): void {
  for (const [language, catalogue] of Object.entries(others)) {
    for (const [key, sentence] of Object.entries(en)) {
      const there = namesIn(catalogue[key] ?? '')
      if (namesIn(sentence).join() !== there.join())
        throw new TypeError(`"${key}" names other values in ${language} (${there.join()}) than in English`)
    }
  }
}

function namesIn(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort()
}
