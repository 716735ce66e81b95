import type { UserId } from '../../kernel/ids.ts'
import { languageOf } from '../../kernel/language.ts'
import { invalidField, type Refusal } from '../../kernel/refusal.ts'
import { editingWords } from './words-editing.ts'

/** The language of an entry's words; `simple` is any that the database has no dictionary for here. */
export const ENTRY_LANGUAGES = ['en', 'nl', 'simple'] as const
export type EntryLanguage = (typeof ENTRY_LANGUAGES)[number]

/** Of what is written in a guild of this locale, where nobody says otherwise. */
export function entryLanguage(guildLocale: string): EntryLanguage {
  return languageOf(guildLocale) ?? 'simple'
}

export const ENTRY_STATES = ['draft', 'published', 'deleted'] as const
export type EntryState = (typeof ENTRY_STATES)[number]

/** Characters are Unicode code points. A description of an embed holds 4,096, its title 256. */
export const BOUNDS = { title: 100, answer: 4000, keywords: 20, keyword: 50, category: 40 } as const

/** What people write of an entry. */
export interface EntryContent {
  readonly title: string
  readonly answer: string
  readonly keywords: readonly string[]
  readonly category: string | null
  readonly language: EntryLanguage
}

export interface Entry extends EntryContent {
  readonly id: number
  readonly number: number
  readonly state: EntryState
  readonly source: 'admin' | 'ticket'
  readonly ticketId: string | null
  readonly views: number
  readonly solved: number
  /** Counts its changes, from 1. */
  readonly version: number
  readonly createdAt: Temporal.Instant
  readonly updatedAt: Temporal.Instant
}

/** What was done to an entry; `set_aside` was written while somebody else changed it, and never shown. */
export const ACTS = ['created', 'edited', 'published', 'deleted', 'restored', 'set_aside'] as const
export type Act = (typeof ACTS)[number]

/** An entry as it was left by one act. */
export interface Version extends EntryContent {
  readonly version: number
  readonly act: Act
  readonly state: EntryState
  /** Null: a language model, or somebody who had everything erased. */
  readonly changedBy: UserId | null
  readonly changedAt: Temporal.Instant
}

/** As it is stored: without blanks around it, each keyword once. @throws {Refusal} naming the field and the rule. */
export function checkedContent({ title, answer, keywords, category, language }: EntryContent): EntryContent {
  const words = [...new Set(keywords.map((word) => word.trim().replaceAll(/\s+/g, ' ')).filter((word) => word !== ''))]
  if (words.length > BOUNDS.keywords) throw misfit('keywords', 'too_many_keywords', BOUNDS.keywords)
  const group = category?.trim() ?? ''
  return {
    title: written('title', title.replaceAll(/\s+/g, ' ')),
    answer: written('answer', answer),
    keywords: words.map((word) => fitting('keywords', word, BOUNDS.keyword, 'keyword_length')),
    category: group === '' ? null : fitting('category', group, BOUNDS.category, 'category_length'),
    language,
  }
}

/** As people write them in one field. */
export function keywordsIn(text: string): string[] {
  return text.split(/[,;\n]/)
}

function written(field: 'title' | 'answer', text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw misfit(field, `${field}_length`, BOUNDS[field])
  return fitting(field, trimmed, BOUNDS[field], `${field}_length`)
}

type Rule = 'title_length' | 'answer_length' | 'keyword_length' | 'category_length' | 'too_many_keywords'

function fitting(field: string, text: string, most: number, rule: Rule): string {
  if ([...text].length > most) throw misfit(field, rule, most)
  return text
}

/** The API of 2.4 calls the answer a summary. */
function misfit(field: string, rule: Rule, most: number): Refusal {
  const path = field === 'answer' ? 'summary' : field
  return invalidField(`faq.${rule}`, `/${path}`, editingWords.everywhere(rule, { most }))
}
