import { say } from '../../platform/discord/answers.ts'
import {
  type Button,
  type ButtonPress,
  defineButton,
  defineForm,
  type Form,
} from '../../platform/discord/components.ts'
import type { Platform } from '../../platform/feature.ts'
import { entryForm, entryMessage, FEATURE } from './messages.ts'
import type { AssistantPorts, DeskEntry, EntryText } from './ports.ts'
import { MOST_LINES, plainEntry } from './prompts.ts'
import { findSummary } from './summary-store.ts'
import { assistantWords } from './words.ts'

type Needs = Pick<Platform, 'db' | 'clock'> & AssistantPorts

/** What staff wrote in a ticket becomes an entry of the FAQ: drafted once, published by whoever of the staff reads it. */
export function entryButtons(needs: Needs): Button[] {
  return [
    defineButton({ feature: FEATURE, act: 'entry', answers: 'message', run: (pressed) => propose(needs, pressed) }),
    defineButton({
      feature: FEATURE,
      act: 'publish',
      answers: 'update',
      run: async (pressed) => ({
        kind: 'update' as const,
        message: say(await publish(needs, pressed, {})).message,
      }),
    }),
    defineButton({
      feature: FEATURE,
      act: 'rewrite',
      answers: 'modal',
      async run(pressed) {
        const entry = await entryOfTicket(needs, pressed)
        return entry ? entryForm(entry, pressed.language) : say(assistantWords(pressed.language)('entry_gone'))
      },
    }),
  ]
}

export function entryForms(needs: Needs): Form[] {
  return [
    defineForm({
      feature: FEATURE,
      act: 'rewritten',
      answers: 'message',
      async run(submitted) {
        const { fields } = submitted
        const keywords = (fields.get('keywords') ?? '').split(',').map((word) => word.trim())
        return say(
          await publish(needs, submitted, {
            title: fields.get('title') ?? '',
            answer: fields.get('answer') ?? '',
            keywords: keywords.filter((word) => word !== ''),
          }),
        )
      },
    }),
  ]
}

async function propose(needs: Needs, pressed: ButtonPress) {
  const { db, clock, tickets, talk, faq } = needs
  const { guildId, actor, about, language } = pressed
  const words = assistantWords(language)
  const ticket = await tickets.findAsStaff(pressed, about)
  if (!(await faq.isOn(guildId))) return say(words('faq_off'))
  const summary = await findSummary(db, guildId, ticket.id)
  const text = summary?.entry ?? plainEntry(ticket, await talk.lines(ticket, MOST_LINES))
  if (!text) return say(words('no_answer'))
  const source = { ...text, guildId, ticketId: ticket.id, language: ticket.language, by: actor.userId }
  const { entryId } = await db.transaction().execute((tx) => faq.draft(tx, source, clock.now()))
  const entry = await faq.find(guildId, entryId)
  return entry ? { kind: 'message' as const, message: entryMessage(entry, language) } : say(words('entry_gone'))
}

/** Whoever may make drafts of tickets may publish them. */
async function entryOfTicket({ tickets, faq }: Needs, pressed: ButtonPress): Promise<DeskEntry | null> {
  const entry = await faq.find(pressed.guildId, pressed.about)
  if (entry?.ticketId) await tickets.findAsStaff(pressed, entry.ticketId)
  return entry?.ticketId ? entry : null
}

/** @returns what is said of it. */
async function publish(needs: Needs, pressed: ButtonPress, text: Partial<EntryText>): Promise<string> {
  const { db, clock, faq } = needs
  const { guildId, actor, language } = pressed
  const words = assistantWords(language)
  const entry = await entryOfTicket(needs, pressed)
  if (!entry) return words('entry_gone')
  const publishing = { guildId, entryId: entry.entryId, by: actor.userId, ...text }
  await db.transaction().execute((tx) => faq.publish(tx, publishing, clock.now()))
  return words('entry_published', { number: entry.number })
}
