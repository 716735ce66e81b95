import { RequestMethod } from '@discordjs/rest'
import { type APIMessage, Routes } from 'discord-api-types/v10'
import { ChannelId, type MessageId, type UserId } from '../../kernel/ids.ts'
import { type ChannelMessage, messageOf } from './channel-message.ts'
import type { Fitter } from './fitter.ts'
import { type OutgoingMessage, withoutFiles } from './message.ts'
import type { SendRequest } from './requests.ts'

interface MessageWindow {
  /** 1 to 100. */
  readonly limit: number
  readonly after?: MessageId
  readonly before?: MessageId
}

interface SendOptions {
  /** Makes a repeat within some minutes give the first message back instead of posting a second one. */
  readonly nonce?: string
  /** Is answered where it still exists; otherwise the message stands by itself. */
  readonly replyTo?: MessageId
}

/** What is done with messages; each call throws a DiscordFailure when Discord does not do it. */
export interface MessageCalls {
  sendMessage(channelId: ChannelId, message: OutgoingMessage, options?: SendOptions): Promise<ChannelMessage>
  /** Of the bot with the person; it is made where there is none. */
  dmChannel(userId: UserId): Promise<ChannelId>
  sendDm(userId: UserId, message: OutgoingMessage, options?: SendOptions): Promise<ChannelMessage>
  message(channelId: ChannelId, messageId: MessageId): Promise<ChannelMessage>
  /** Newest first. With `after`, those that follow it most closely. */
  recentMessages(channelId: ChannelId, window: MessageWindow): Promise<ChannelMessage[]>
  /** Only messages of the bot. What the edit does not name stays. */
  editMessage(channelId: ChannelId, messageId: MessageId, message: OutgoingMessage): Promise<void>
  deleteMessage(channelId: ChannelId, messageId: MessageId, reason?: string): Promise<void>
  /** 2 to 100 of them, none older than 14 days: https://discord.com/developers/docs/resources/message#bulk-delete-messages */
  deleteMessages(channelId: ChannelId, messageIds: readonly MessageId[], reason?: string): Promise<void>
  /** Needs Pin Messages: https://discord.com/developers/docs/resources/message#pin-message */
  pin(channelId: ChannelId, messageId: MessageId, reason: string): Promise<void>
  /** `emoji` is a character of Unicode. */
  react(channelId: ChannelId, messageId: MessageId, emoji: string): Promise<void>
  /** Takes the bot's own reaction away. */
  unreact(channelId: ChannelId, messageId: MessageId, emoji: string): Promise<void>
}

export function messageCalls(send: SendRequest, fit: Fitter): MessageCalls {
  const sendMessage: MessageCalls['sendMessage'] = async (channelId, message, { nonce, replyTo } = {}) => {
    const body = {
      ...withoutFiles(fit.message(message)),
      ...(nonce !== undefined && { nonce, enforce_nonce: true }),
      ...(replyTo && { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
    }
    const path = Routes.channelMessages(channelId)
    return messageOf((await send({ method: RequestMethod.Post, path, body, files: message.files })) as APIMessage)
  }

  const dmChannel: MessageCalls['dmChannel'] = async (userId) => {
    const body = { recipient_id: userId }
    const opened = await send({ method: RequestMethod.Post, path: Routes.userChannels(), body })
    return ChannelId.parse((opened as { id: string }).id)
  }

  return {
    sendMessage,
    dmChannel,
    sendDm: async (userId, message, sending) => sendMessage(await dmChannel(userId), message, sending),
    async message(channelId, messageId) {
      const path = Routes.channelMessage(channelId, messageId)
      return messageOf((await send({ method: RequestMethod.Get, path })) as APIMessage)
    },
    async recentMessages(channelId, { limit, after, before }) {
      const query = new URLSearchParams({ limit: String(limit), ...(after && { after }), ...(before && { before }) })
      const path = Routes.channelMessages(channelId)
      return ((await send({ method: RequestMethod.Get, path, query })) as APIMessage[]).map(messageOf)
    },
    async editMessage(channelId, messageId, message) {
      const path = Routes.channelMessage(channelId, messageId)
      await send({ method: RequestMethod.Patch, path, body: withoutFiles(fit.message(message)), files: message.files })
    },
    async deleteMessage(channelId, messageId, reason) {
      const path = Routes.channelMessage(channelId, messageId)
      await send({ method: RequestMethod.Delete, path, ...(reason !== undefined && { reason }) })
    },
    async deleteMessages(channelId, messages, reason) {
      const path = Routes.channelBulkDelete(channelId)
      await send({ method: RequestMethod.Post, path, body: { messages }, ...(reason !== undefined && { reason }) })
    },
    ...pinCalls(send),
    async react(channelId, messageId, emoji) {
      const path = Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(emoji))
      await send({ method: RequestMethod.Put, path })
    },
    async unreact(channelId, messageId, emoji) {
      const path = Routes.channelMessageOwnReaction(channelId, messageId, encodeURIComponent(emoji))
      await send({ method: RequestMethod.Delete, path })
    },
  }
}

function pinCalls(send: SendRequest): Pick<MessageCalls, 'pin'> {
  return {
    async pin(channelId, messageId, reason) {
      await send({ method: RequestMethod.Put, path: Routes.channelMessagesPin(channelId, messageId), reason })
    },
  }
}
