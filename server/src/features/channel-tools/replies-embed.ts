import {
  type APIButtonComponentWithCustomId,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { MessageId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button as buttonWith, row } from '../../platform/discord/message-parts.ts'
import type { Draft } from './draft-store.ts'
import { type EmbedFields, LIMITS, readEmbed } from './embed.ts'
import { linkTo } from './speaking.ts'
import { embedWords } from './words-embed.ts'

type Form = APIModalInteractionResponseCallbackData

/** The form for a new embed, or one with what was typed before. */
export function embedForm(act: string, about: string, typed: EmbedFields | null, language: Language): Form {
  const say = embedWords(language)
  const field = (name: keyof EmbedFields, hint?: string) => ({
    type: ComponentType.Label as const,
    label: say(`${name}_label`),
    ...(hint !== undefined && { description: hint }),
    component: {
      type: ComponentType.TextInput as const,
      custom_id: name,
      style: name === 'description' ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: false,
      max_length: LIMITS[name],
      ...(typed?.[name] && { value: typed[name] }),
    },
  })
  return {
    custom_id: customId('channel_tools', act, about),
    title: say('form_title'),
    components: [
      field('title'),
      field('description'),
      field('colour', say('colour_hint')),
      field('footer'),
      field('image', say('image_hint')),
    ],
  }
}

/** What a form was submitted with. */
export function typedIn(fields: ReadonlyMap<string, string>): EmbedFields {
  const text = (name: keyof EmbedFields) => fields.get(name) ?? ''
  return {
    title: text('title'),
    description: text('description'),
    colour: text('colour'),
    footer: text('footer'),
    image: text('image'),
  }
}

/** The embed as it will look, or what stands in its way; what was typed is kept either way. */
export function draftReply({ id, channelId, fields }: Draft, language: Language): OutgoingMessage {
  const say = embedWords(language)
  const reading = readEmbed(fields)
  const channel = `<#${channelId}>`
  const isReady = 'embed' in reading
  const button = (act: 'send' | 'edit' | 'discard', style: APIButtonComponentWithCustomId['style']) =>
    buttonWith(customId('channel_tools', `embed_${act}`, id), say(act), { style })
  const buttons = [
    ...(isReady ? [button('send', ButtonStyle.Success)] : []),
    button('edit', isReady ? ButtonStyle.Secondary : ButtonStyle.Primary),
    button('discard', ButtonStyle.Secondary),
  ]
  return {
    content: isReady
      ? say('preview', { channel })
      : [say('not_yet', { channel }), ...reading.problems.map((problem) => `- ${say(problem)}`)].join('\n'),
    ...(isReady && { embeds: [reading.embed] }),
    components: [row(...buttons)],
    allowed_mentions: NO_MENTIONS,
  }
}

export function sentReply(draft: Draft, messageId: MessageId, language: Language): OutgoingMessage {
  const where = { channel: `<#${draft.channelId}>`, link: linkTo(draft, messageId) }
  return { content: embedWords(language)('sent', where), allowed_mentions: NO_MENTIONS }
}

export function discardedReply(language: Language): OutgoingMessage {
  return { content: embedWords(language)('discarded'), allowed_mentions: NO_MENTIONS }
}
