import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import type { FormSubmission } from '../../platform/discord/components.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { cut } from '../../platform/discord/text.ts'
import { BOUNDS, ENTRY_LANGUAGES, type Entry, type EntryContent, type EntryLanguage, keywordsIn } from './entry.ts'
import { editingWords } from './words-editing.ts'

/** In which an entry is written, and how it is read back. */

const LONGEST_KEYWORDS = 500

export function newEntryForm(
  {
    title,
    language: of,
    missId,
  }: { readonly title: string; readonly language: EntryLanguage; readonly missId: string },
  language: Language,
): APIModalInteractionResponseCallbackData {
  const blank: EntryContent = { title, answer: '', keywords: [], category: null, language: of }
  return form(customId('faq', 'added', missId), editingWords(language)('form_add'), blank, language)
}

/** The version goes along, so that what is written slowly does not undo what was changed meanwhile. */
export function editForm(entry: Entry, language: Language): APIModalInteractionResponseCallbackData {
  const { id, number, version } = entry
  return form(
    customId('faq', 'edited', `${id}.${version}`),
    editingWords(language)('form_edit', { number }),
    entry,
    language,
  )
}

function form(
  custom_id: string,
  title: string,
  entry: EntryContent,
  language: Language,
): APIModalInteractionResponseCallbackData {
  const say = editingWords(language)
  const languages: APILabelComponent = {
    type: ComponentType.Label,
    label: say('form_language'),
    component: {
      type: ComponentType.StringSelect,
      custom_id: 'language',
      options: ENTRY_LANGUAGES.map((value) => ({
        value,
        label: say(`language_${value}`),
        default: value === entry.language,
      })),
    },
  }
  const keywords = { value: entry.keywords.join(', '), most: LONGEST_KEYWORDS, help: say('form_keywords_help') }
  return {
    custom_id,
    title,
    components: [
      written('title', say('form_title'), { value: entry.title, most: BOUNDS.title, isRequired: true }),
      written('answer', say('form_answer'), {
        value: entry.answer,
        most: BOUNDS.answer,
        isRequired: true,
        isLong: true,
      }),
      written('keywords', say('form_keywords'), keywords),
      written('category', say('form_category'), { value: entry.category ?? '', most: BOUNDS.category }),
      languages,
    ],
  }
}

interface Field {
  readonly value: string
  readonly most: number
  readonly help?: string
  readonly isRequired?: true
  readonly isLong?: true
}

function written(name: string, label: string, { value, most, help, isRequired, isLong }: Field): APILabelComponent {
  // What is there already must fit, however its characters are counted; Discord takes no more than 4,000.
  const max_length = Math.min(4_000, Math.max(most, value.length))
  return {
    type: ComponentType.Label,
    label,
    ...(help && { description: help }),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: isRequired ?? false,
      max_length,
      ...(value && { value: cut(value, max_length) }),
    },
  }
}

export function contentIn({ fields, choices }: FormSubmission): EntryContent {
  const [chosen] = choices.get('language') ?? []
  return {
    title: fields.get('title') ?? '',
    answer: fields.get('answer') ?? '',
    keywords: keywordsIn(fields.get('keywords') ?? ''),
    category: fields.get('category') ?? null,
    language: ENTRY_LANGUAGES.find((one) => one === chosen) ?? 'simple',
  }
}
