import type { GuildId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { defineButton, defineSelect } from '../../../platform/discord/components.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import { boolean, integer, required, text } from '../../../platform/discord/options.ts'
import type { Platform } from '../../../platform/feature.ts'
import { BOUNDS } from '../entry.ts'
import type { Gate } from '../gate.ts'
import type { FaqLookup } from '../lookup.ts'
import { entryReply, foundReply, listReply, ON_A_PAGE, parsePage } from '../replies.ts'
import { draftRow } from '../replies-editing.ts'
import type { FaqService } from '../service.ts'
import { countEntries, countView, type EntryKey, listCategories, listEntries } from '../store.ts'
import { faqWords } from '../words.ts'

export interface ReadingNeeds extends Pick<Platform, 'db'> {
  readonly lookup: FaqLookup
  readonly service: FaqService
  readonly gate: Gate
}

const feature = 'faq'
const MOST_CATEGORIES = 200
const seenByAll = { public: boolean(faqWords.everywhere('public')) }
const isPublic = (options: { readonly public: boolean | null }) => options.public === true

/** `/faq list`, `/faq view` and `/faq search`, for everybody. */
export function readingCommands(needs: ReadingNeeds) {
  const { db, lookup } = needs
  const category = text(faqWords.everywhere('list_category'), {
    maxLength: BOUNDS.category,
    async complete(typed, { guildId }) {
      const all = await listCategories(db, guildId, MOST_CATEGORIES)
      const fitting = all.filter((one) => one.toLowerCase().includes(typed.toLowerCase()))
      return fitting.map((one) => ({ name: one, value: one }))
    },
  })
  const query = text(faqWords.everywhere('search_query'), {
    maxLength: 200,
    async complete(typed, reader) {
      if (!(await lookup.isOn(reader.guildId))) return []
      const found = await lookup.complete(reader, typed)
      return [...new Set(found.map(({ title }) => title))].map((title) => ({ name: title, value: title }))
    },
  })
  return [
    defineSubcommand({
      name: 'list',
      description: faqWords.everywhere('list_command'),
      options: { category, ...seenByAll },
      answers: 'message',
      isPublic,
      handle: async (options, invocation) => ({
        kind: 'message',
        message: await pageOf(needs, { page: 1, category: options.category }, invocation),
      }),
    }),
    defineSubcommand({
      name: 'view',
      description: faqWords.everywhere('view_command'),
      options: { id: required(integer(faqWords.everywhere('id'), { min: 1 })), ...seenByAll },
      answers: 'message',
      isPublic,
      handle: async ({ id: number }, invocation) => answerTo(needs, { number }, invocation),
    }),
    defineSubcommand({
      name: 'search',
      description: faqWords.everywhere('search_command'),
      options: { query: required(query), ...seenByAll },
      answers: 'message',
      isPublic,
      async handle(options, invocation) {
        await requireOn(needs, invocation.guildId)
        const hits = await lookup.find(invocation, options.query, true)
        return { kind: 'message', message: foundReply(hits, invocation.language) }
      },
    }),
  ]
}

/** Turning the pages of the list, and reading one of those that were found. */
export function readingComponents(needs: ReadingNeeds) {
  const turns = ['previous', 'next'].map((act) =>
    defineButton({
      feature,
      act,
      answers: 'update',
      run: async (pressed) => ({ kind: 'update', message: await pageOf(needs, parsePage(pressed.about), pressed) }),
    }),
  )
  const read = defineSelect({
    feature,
    act: 'read',
    answers: 'message',
    run: async (chosen) => answerTo(needs, { id: Number(chosen.values[0]) || 0 }, chosen),
  })
  return { buttons: turns, selects: [read] }
}

async function requireOn({ lookup }: ReadingNeeds, guildId: GuildId): Promise<void> {
  if (!(await lookup.isOn(guildId))) throw new Refusal('conflict', 'faq.off', faqWords.everywhere('off'))
}

async function pageOf(
  needs: ReadingNeeds,
  { page: wished, category }: ReturnType<typeof parsePage>,
  { guildId, language }: Invocation,
) {
  await requireOn(needs, guildId)
  const which = { states: ['published'], category: category ?? undefined } as const
  const pages = Math.max(1, Math.ceil((await countEntries(needs.db, guildId, which)) / ON_A_PAGE))
  const page = Math.min(wished, pages)
  const entries = await listEntries(needs.db, guildId, { ...which, limit: ON_A_PAGE, offset: (page - 1) * ON_A_PAGE })
  return listReply({ entries, page, pages, category }, language)
}

/** Drafts are shown to staff, with what they can do about them. */
async function answerTo(needs: ReadingNeeds, key: EntryKey, invocation: Invocation) {
  const { guildId, language } = invocation
  await requireOn(needs, guildId)
  const entry = await needs.service.entry(guildId, key)
  if (entry.state === 'published') await countView(needs.db, entry.id)
  else await needs.gate.requireStaff(invocation)
  const rows = entry.state === 'draft' ? [draftRow(entry, language)] : []
  return { kind: 'message', message: entryReply(entry, language, ...rows) } as const
}
