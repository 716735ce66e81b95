import type { GuildId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Platform } from '../../platform/feature.ts'
import { guildLanguage } from '../../platform/settings/guild-language.ts'
import type { Hit } from './search/judge.ts'
import { keptOf, type Plan, planOfSearch, planOfText, planOfTyping } from './search/plan.ts'
import { type Found, search } from './search/search.ts'
import { recordMiss } from './searches-store.ts'
import { faqSettings } from './settings.ts'
import { mostUsed } from './used-store.ts'

export type LookupNeeds = Pick<Platform, 'db' | 'clock' | 'settings'>

/** Who reads what is found. */
export interface Reader {
  readonly guildId: GuildId
  readonly language: Language
}

/** Of what was looked for on purpose; a person sees at a glance what does not fit. */
const SHOWN_FROM = 0.15
/** Of what is shown unasked. */
export const SUGGESTED_FROM = 0.4
const MOST_FOUND = 5
const MOST_TYPED = 25
/** A sentence says what it is about at its beginning. */
const LONGEST_TEXT = 2_000

/** Finds published entries of a guild. */
export function faqLookup(needs: LookupNeeds) {
  const { db, settings, clock } = needs
  const look = async (
    { guildId, language }: Reader,
    plan: Plan,
    { most, reach = 'everything' }: { readonly most: number; readonly reach?: 'everything' | 'headings' },
  ): Promise<Found> => {
    const languages = [language, await guildLanguage(settings, guildId)]
    return search(db, { guildId, plan, languages, most, reach })
  }
  const miss = async (guildId: GuildId, plan: Plan) => {
    const words = keptOf(plan)
    if (words !== null) await recordMiss(db, guildId, words, clock.now())
  }
  return {
    isOn: (guildId: GuildId) => settings.read(faqSettings.enabled, guildId),
    /** What somebody typed to look for it; what finds nothing is kept where `isNoted`. */
    async find(reader: Reader, text: string, isNoted: boolean): Promise<readonly Hit[]> {
      const { hits, plan } = await look(reader, planOfSearch(text.slice(0, LONGEST_TEXT)), { most: MOST_FOUND })
      const shown = hits.filter(({ score }) => score >= SHOWN_FROM)
      if (shown.length === 0 && isNoted) await miss(reader.guildId, plan)
      return shown
    },
    /** While it is typed; of nothing yet, what is used most. */
    async complete(reader: Reader, typed: string): Promise<readonly { readonly title: string }[]> {
      const plan = planOfTyping(typed)
      if (plan.terms.length === 0) return mostUsed(db, reader.guildId, MOST_TYPED)
      return (await look(reader, plan, { most: MOST_TYPED, reach: 'headings' })).hits
    },
    /** What may answer a question in somebody's own words, with at least this score. */
    async answers(reader: Reader, text: string, { most, from }: { most: number; from: number }): Promise<Found> {
      const found = await look(reader, planOfText(text.slice(0, LONGEST_TEXT)), { most })
      return { ...found, hits: found.hits.filter(({ score }) => score >= from) }
    },
    miss,
  }
}

export type FaqLookup = ReturnType<typeof faqLookup>
