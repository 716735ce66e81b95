import { BOUNDS, type RuleInput } from './contract.ts'
import { imageUrlOf, wordingOf } from './wording.ts'

/** A rule that new members accept, checked. */
export interface RuleDraft {
  readonly title: string
  readonly description: string
  readonly thumbnailUrl: string | null
  readonly imageUrl: string | null
  readonly isEnabled: boolean
}

export function ruleOf(input: RuleInput): RuleDraft {
  return {
    title: wordingOf(input.title, '/title', BOUNDS.title),
    description: wordingOf(input.description, '/description', BOUNDS.description),
    thumbnailUrl: imageUrlOf(input.thumbnail_url, '/thumbnail_url'),
    imageUrl: imageUrlOf(input.image_url, '/image_url'),
    isEnabled: input.enabled ?? true,
  }
}
