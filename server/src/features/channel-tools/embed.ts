import type { APIEmbed } from 'discord-api-types/v10'

/** What was typed into the form, field by field. */
export interface EmbedFields {
  readonly title: string
  readonly description: string
  readonly colour: string
  readonly footer: string
  readonly image: string
}

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits; a field of a form has up to 4,000. */
export const LIMITS = { title: 256, description: 4000, colour: 30, footer: 2048, image: 2048 } as const
export const LONGEST_EMBED = 6000

/** A field that broke a rule; each has a sentence of this name. */
export type EmbedProblem = 'empty' | 'too_long' | 'colour_wrong' | 'image_wrong'

export type EmbedReading = { readonly embed: APIEmbed } | { readonly problems: readonly EmbedProblem[] }

/** By their names in English and Dutch. */
const COLOURS: ReadonlyMap<string, number> = new Map([
  ...named(0xe7_4c_3c, 'red', 'rood'),
  ...named(0xe6_7e_22, 'orange', 'oranje'),
  ...named(0xf1_c4_0f, 'yellow', 'geel'),
  ...named(0x2e_cc_71, 'green', 'groen'),
  ...named(0x1a_bc_9c, 'teal', 'turquoise'),
  ...named(0x34_98_db, 'blue', 'blauw'),
  ...named(0x58_65_f2, 'blurple'),
  ...named(0x9b_59_b6, 'purple', 'paars'),
  ...named(0xe9_1e_63, 'pink', 'roze'),
  ...named(0x79_55_48, 'brown', 'bruin'),
  ...named(0x95_a5_a6, 'grey', 'gray', 'grijs'),
  ...named(0x01_01_01, 'black', 'zwart'),
  ...named(0xff_ff_ff, 'white', 'wit'),
])

/** All problems at once, or the embed. */
export function readEmbed(typed: EmbedFields): EmbedReading {
  const title = typed.title.trim()
  const description = typed.description.trim()
  const footer = typed.footer.trim()
  const image = typed.image.trim()
  const color = typed.colour.trim() === '' ? undefined : colourOf(typed.colour)
  const problems = [
    ...(title === '' && description === '' ? ['empty' as const] : []),
    ...(title.length + description.length + footer.length > LONGEST_EMBED ? ['too_long' as const] : []),
    ...(color === null ? ['colour_wrong' as const] : []),
    ...(image !== '' && !isSecureAddress(image) ? ['image_wrong' as const] : []),
  ]
  if (problems.length > 0 || color === null) return { problems }
  return {
    embed: {
      ...(title && { title }),
      ...(description && { description }),
      ...(color !== undefined && { color }),
      ...(footer && { footer: { text: footer } }),
      ...(image && { image: { url: image } }),
    },
  }
}

/** `#f80`, `ff8800`, `0xFF8800` or a name; null for anything else. */
function colourOf(typed: string): number | null {
  const text = typed.trim().toLowerCase()
  const [, digits] = /^(?:#|0x)?((?:[\da-f]{3}){1,2})$/.exec(text) ?? []
  if (digits === undefined) return COLOURS.get(text) ?? null
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  return Number.parseInt(full, 16)
}

/** Discord takes no host without a dot. */
function isSecureAddress(text: string): boolean {
  return /^https:\/\/\S+$/i.test(text) && URL.canParse(text) && new URL(text).hostname.includes('.')
}

function named(colour: number, ...names: readonly string[]): [string, number][] {
  return names.map((name) => [name, colour])
}
