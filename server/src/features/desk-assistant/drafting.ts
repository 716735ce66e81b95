import { say } from '../../platform/discord/answers.ts'
import {
  type Button,
  type ButtonPress,
  defineButton,
  defineForm,
  type Form,
} from '../../platform/discord/components.ts'
import { post } from '../../platform/discord/outbox.ts'
import type { Platform } from '../../platform/feature.ts'
import { ModelFailure } from '../../platform/language-model/failure.ts'
import { findDraft, keepDraft, type ReplyDraft, takeDraft } from './draft-store.ts'
import { draftForm, draftMessage, FEATURE, failedDraft, growingDraft, replyMessage } from './messages.ts'
import type { AssistantPorts, AssistedTicket } from './ports.ts'
import { cleaned, dataOf, MOST_LINES, MOST_TOKENS, REPLY_INSTRUCTIONS, replyOf } from './prompts.ts'
import { assistantWords } from './words.ts'

type Needs = Pick<Platform, 'db' | 'clock'> & AssistantPorts

const MOST_PASSAGES = 4
/** The newest words of a member are what is answered. */
const ASKED_LAST = 3
export const DRAFTS_KEPT_HOURS = 24

/** Replies are drafted for whoever presses, who reads, changes and sends them; nothing is sent by itself. */
export function draftButtons(needs: Needs): Button[] {
  return [
    defineButton({ feature: FEATURE, act: 'draft', answers: 'message', run: (pressed) => draft(needs, pressed) }),
    defineButton({ feature: FEATURE, act: 'send', answers: 'update', run: (pressed) => sendAsIs(needs, pressed) }),
    defineButton({ feature: FEATURE, act: 'edit', answers: 'modal', run: (pressed) => openDraft(needs, pressed) }),
  ]
}

export function draftForms(needs: Needs): Form[] {
  return [
    defineForm({
      feature: FEATURE,
      act: 'change',
      answers: 'message',
      async run(submitted) {
        const text = cleaned(submitted.fields.get('reply') ?? '')
        if (text === '') return say(assistantWords(submitted.language)('draft_empty'))
        return say(await send(needs, submitted, text))
      },
    }),
  ]
}

async function draft(needs: Needs, pressed: ButtonPress) {
  const { db, clock, model, failureWords } = needs
  const { guildId, actor, about, language } = pressed
  const words = assistantWords(language)
  const ticket = await needs.tickets.findAsStaff(pressed, about)
  if (!ticket.channelId) return say(words('no_place'))
  const readiness = await model.readiness(guildId)
  if (readiness !== 'ready') return say(words(readiness === 'off' ? 'off' : 'missing'))
  const onText = (soFar: string) => pressed.show(growingDraft(ticket.number, cleaned(soFar), language))
  try {
    const text = replyOf(await askForReply(needs, pressed, ticket, onText))
    const id = await keepDraft(db, { guildId, userId: actor.userId }, ticket.id, text, clock.now())
    return { kind: 'message' as const, message: draftMessage(ticket, id, text, language) }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error
    const sentence = words('not_drafted', { why: failureWords(error, language) })
    return { kind: 'message' as const, message: failedDraft(ticket.id, sentence, language) }
  }
}

async function askForReply(
  { model, talk, faq }: Needs,
  { guildId, actor }: ButtonPress,
  ticket: AssistedTicket,
  onText: (soFar: string) => void,
): Promise<string> {
  const lines = await talk.lines(ticket, MOST_LINES)
  const asked = lines.filter(({ by }) => by === 'member').slice(-ASKED_LAST)
  const question = [ticket.description, ...asked.map(({ text }) => text)].join('\n')
  const known = await faq.passages(guildId, question, ticket.language, MOST_PASSAGES)
  return model.askForText(
    { guildId, userId: actor.userId, purpose: 'reply_draft' },
    { instructions: REPLY_INSTRUCTIONS, data: dataOf(ticket, lines, known), mostTokens: MOST_TOKENS },
    onText,
  )
}

async function sendAsIs(needs: Needs, pressed: ButtonPress) {
  const kept = await draftOf(needs, pressed)
  const sentence = kept ? await send(needs, pressed, kept.body) : assistantWords(pressed.language)('draft_gone')
  return { kind: 'update' as const, message: say(sentence).message }
}

async function openDraft(needs: Needs, pressed: ButtonPress) {
  const kept = await draftOf(needs, pressed)
  return kept ? draftForm(kept.id, kept.body, pressed.language) : say(assistantWords(pressed.language)('draft_gone'))
}

function draftOf({ db }: Needs, { guildId, actor, about }: ButtonPress): Promise<ReplyDraft | null> {
  return /^[1-9]\d{0,17}$/.test(about) ? findDraft(db, { guildId, userId: actor.userId }, about) : Promise.resolve(null)
}

/** Once: the draft goes in the transaction in which its message is posted. @returns what is said of it. */
async function send(needs: Needs, pressed: ButtonPress, text: string): Promise<string> {
  const { db, clock, tickets } = needs
  const { guildId, actor, member, language } = pressed
  const words = assistantWords(language)
  const kept = await draftOf(needs, pressed)
  if (!kept) return words('draft_gone')
  const { id, channelId } = await tickets.findAsStaff(pressed, kept.ticketId)
  if (!channelId) return words('no_place')
  const message = replyMessage(member.displayName, text)
  const isSent = await db.transaction().execute(async (tx) => {
    if (!(await takeDraft(tx, { guildId, userId: actor.userId }, kept.id))) return false
    await post(tx, { guildId, to: { channelId }, purpose: 'desk_assistant.reply', about: id, message }, clock.now())
    return true
  })
  return words(isSent ? 'draft_sent' : 'draft_gone')
}
