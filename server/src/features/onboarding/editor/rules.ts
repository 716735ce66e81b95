import type { Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { openForm, textField } from '../../../platform/discord/form-parts.ts'
import { cut, defused, verbatim } from '../../../platform/discord/text.ts'
import { BOUNDS, type RuleInput } from '../contract.ts'
import type { OnboardingService } from '../service.ts'
import { listRules, type Rule } from '../store.ts'
import { editorWords } from '../words-editor.ts'
import { type Editor, textIn } from './editor.ts'

/** https://discord.com/developers/docs/components/reference#text-input */
const LONGEST_FIELD = 4000

const longestText = Math.min(BOUNDS.description, LONGEST_FIELD)

export function rulesEditor(service: OnboardingService): Editor<Rule, RuleInput> {
  return {
    name: 'rules',
    all: listRules,
    save: ({ actor, guildId }, input, commit) => service.saveRule(actor, guildId, input, commit),
    inputOf,
    written: (form, rule) => ({
      ...(rule && inputOf(rule)),
      title: textIn(form, 'title'),
      description: textIn(form, 'text'),
      image_url: textIn(form, 'image'),
    }),
    switched: (rule, isEnabled) => ({ ...inputOf(rule), enabled: isEnabled }),
    form,
    fields: ['title', 'text', 'image'],
    wording: ({ title }) => title,
    notes: () => [],
    embed: ({ title, description, thumbnailUrl, imageUrl }) => ({
      title: cut(verbatim(title), BOUNDS.title),
      description: cut(defused(description), BOUNDS.description),
      ...(thumbnailUrl && { thumbnail: { url: thumbnailUrl } }),
      ...(imageUrl && { image: { url: imageUrl } }),
    }),
  }
}

function inputOf({ id, title, description, thumbnailUrl, imageUrl, isEnabled }: Rule): RuleInput {
  return { id, title, description, thumbnail_url: thumbnailUrl, image_url: imageUrl, enabled: isEnabled }
}

function form(customId: string, rule: Rule | null, language: Language) {
  if (rule && rule.description.length > longestText)
    throw new Refusal('invalid', 'onboarding.too_long', editorWords.everywhere('too_long', { most: longestText }))
  const say = editorWords(language)
  return openForm(
    customId,
    say(rule ? 'rules_form' : 'rules_form_new'),
    textField({ name: 'title', label: say('field_title'), maxLength: BOUNDS.title, value: rule?.title }),
    textField({
      name: 'text',
      label: say('field_text'),
      maxLength: longestText,
      isLong: true,
      value: rule?.description,
    }),
    textField({
      name: 'image',
      label: say('field_image'),
      hint: say('hint_image'),
      maxLength: BOUNDS.url,
      isRequired: false,
      value: rule?.imageUrl ?? undefined,
    }),
  )
}
