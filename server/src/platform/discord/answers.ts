import {
  type APIInteractionResponse,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10'
import type { ApplicationCalls, InteractionKey } from './application-calls.ts'
import { type OutgoingMessage, withoutFiles } from './message.ts'

/** A message that only the member who acted sees, unless the command is public. */
interface MessageAnswer {
  readonly kind: 'message'
  readonly message: OutgoingMessage
  /** What follows it, in this order, seen by whoever sees it. */
  readonly more?: readonly OutgoingMessage[]
}

/** Replaces the message whose button was pressed. */
interface UpdateAnswer {
  readonly kind: 'update'
  readonly message: OutgoingMessage
  /** What follows it, in this order, seen by whoever sees the message. */
  readonly more?: readonly OutgoingMessage[]
}

/** Opens a form. */
export interface ModalAnswer {
  readonly kind: 'modal'
  readonly modal: APIModalInteractionResponseCallbackData
}

/** What a handler may answer, by what it says beforehand: a slow answer is announced to Discord in that manner. */
export interface AnswersOf {
  message: MessageAnswer
  update: UpdateAnswer | MessageAnswer
  /** Discord opens no form after an announcement: such a handler has to be quick. */
  modal: ModalAnswer | MessageAnswer
}

export type Manner = keyof AnswersOf
export type Answer = AnswersOf[Manner]

/** The answer that says this text to the member who acted. */
export function say(content: string, more: Omit<OutgoingMessage, 'content' | 'allowed_mentions'> = {}): MessageAnswer {
  return { kind: 'message', message: { content, ...more, allowed_mentions: { parse: [] } } }
}

/** Tells Discord that the answer comes later (within 15 minutes). */
export async function announce(
  discord: ApplicationCalls,
  key: InteractionKey,
  manner: 'message' | 'update',
  isPublic: boolean,
): Promise<void> {
  const response: APIInteractionResponse =
    manner === 'update'
      ? { type: InteractionResponseType.DeferredMessageUpdate }
      : {
          type: InteractionResponseType.DeferredChannelMessageWithSource,
          ...(!isPublic && { data: { flags: MessageFlags.Ephemeral } }),
        }
  await discord.respond(key, response)
}

/** Gives the first answer. */
export async function answer(
  discord: ApplicationCalls,
  key: InteractionKey,
  given: Answer,
  isPublic = false,
): Promise<void> {
  await discord.respond(key, responseOf(given, isPublic), 'message' in given ? given.message.files : undefined)
}

/** Gives the answer that was announced. */
export async function answerLate(
  discord: ApplicationCalls,
  key: InteractionKey,
  announced: 'message' | 'update',
  given: Answer,
): Promise<void> {
  if (given.kind === 'modal') throw new Error('a form cannot be opened after an announcement')
  if (given.kind === announced) return discord.editOriginal(key, replacing(given.message))
  return discord.followUp(key, { ...given.message, flags: MessageFlags.Ephemeral })
}

/** Sends what follows an answer; what comes after one that Discord does not take is not sent. */
export async function sendMore(
  discord: ApplicationCalls,
  key: InteractionKey,
  given: Answer,
  isPublic: boolean,
): Promise<void> {
  if (given.kind === 'modal') return
  const flags = isPublic ? {} : { flags: MessageFlags.Ephemeral }
  for (const message of given.more ?? []) await discord.followUp(key, { ...message, ...flags })
}

function responseOf(given: Answer, isPublic: boolean): APIInteractionResponse {
  switch (given.kind) {
    case 'message':
      return {
        type: InteractionResponseType.ChannelMessageWithSource,
        data: { ...withoutFiles(given.message), ...(!isPublic && { flags: MessageFlags.Ephemeral }) },
      }
    case 'update':
      return { type: InteractionResponseType.UpdateMessage, data: withoutFiles(replacing(given.message)) }
    case 'modal':
      return { type: InteractionResponseType.Modal, data: given.modal }
  }
}

/** An edit leaves alone what it does not name. */
export function replacing(message: OutgoingMessage): OutgoingMessage {
  return { content: '', embeds: [], components: [], ...message }
}
