import { IMAGE_ADDRESS_RULE, isImageAddress, LONGEST_IMAGE_ADDRESS } from '../../kernel/image-address.ts'
import { inEach, type Language, type Localised } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { ruleWords } from './words-rules.ts'

/** What people will read, without blanks around it; blank alone it is nothing that Discord would show. */
export function wordingOf(text: string, path: string, most: number): string {
  const wording = text.trim()
  // In code points, as Discord and the API description count.
  if (wording === '' || [...wording].length > most)
    throw misfit(path, `must have 1 to ${most} characters`, (language) =>
      ruleWords(language)('length', { field: fieldWord(path, language), most }),
    )
  return wording
}

/** The address of an image that Discord fetches and shows; nothing but https reaches members. */
export function imageUrlOf(text: string | null | undefined, path: string): string | null {
  const address = text?.trim() ?? ''
  if (address === '') return null
  if (!isImageAddress(address))
    throw misfit(path, IMAGE_ADDRESS_RULE, (language) =>
      ruleWords(language)('image', { field: fieldWord(path, language), most: LONGEST_IMAGE_ADDRESS }),
    )
  return address
}

/**
 * The refusal of the field that a JSON pointer names: the API reads `/options/0/label` as `options[0].label`, and
 * people in Discord read `said`.
 */
export function misfit(path: string, rule: string, said?: (language: Language) => string): Refusal {
  const message = `${nameOf(path)} ${rule}.`
  const localised: Localised | undefined = said && inEach(said)
  const error = { path, message, ...(localised && { said: localised }) }
  return new Refusal('invalid', 'onboarding.invalid', message, { errors: [error] })
}

function nameOf(path: string): string {
  return path
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
}

const FIELDS = ['title', 'description', 'thumbnail_url', 'image_url', 'question', 'options'] as const

/** How people call the field. */
export function fieldWord(path: string, language: Language): string {
  const say = ruleWords(language)
  const [, field, part] = path.split('/')
  if (field === 'options' && part !== undefined) return say('option', { number: Number(part) + 1 })
  const known = FIELDS.find((one) => one === field)
  return known ? say(known) : nameOf(path)
}
