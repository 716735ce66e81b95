import { IMAGE_ADDRESS_RULE, isImageAddress } from '../../kernel/image-address.ts'
import { invalidField, type Refusal } from '../../kernel/refusal.ts'

/** What people will read, without blanks around it; blank alone it is nothing that Discord would show. */
export function wordingOf(text: string, path: string, most: number): string {
  const wording = text.trim()
  // In code points, as Discord and the API description count.
  if (wording === '' || [...wording].length > most) throw misfit(path, `must have 1 to ${most} characters`)
  return wording
}

/** The address of an image that Discord fetches and shows; nothing but https reaches members. */
export function imageUrlOf(text: string | null | undefined, path: string): string | null {
  const address = text?.trim() ?? ''
  if (address === '') return null
  if (!isImageAddress(address)) throw misfit(path, IMAGE_ADDRESS_RULE)
  return address
}

/** The refusal of the field that a JSON pointer names: `/options/0/label` is read as `options[0].label`. */
export function misfit(path: string, rule: string): Refusal {
  const field = path
    .slice(1)
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.')
  return invalidField('onboarding.invalid', path, `${field} ${rule}.`)
}
