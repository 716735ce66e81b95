import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord-api-types/v10'
import type { MessageId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { ModalAnswer } from '../../platform/discord/answers.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { openForm, textField } from '../../platform/discord/form-parts.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button as buttonWith, row } from '../../platform/discord/message-parts.ts'
import type { Draft } from './draft-store.ts'
import { type EmbedFields, LIMITS, readEmbed } from './embed.ts'
import { linkTo } from './speaking.ts'
import { embedWords } from './words-embed.ts'

/** The form for a new embed, or one with what was typed before. */
export function embedForm(act: string, about: string, typed: EmbedFields | null, language: Language): ModalAnswer {
  const say = embedWords(language)
  const field = (name: keyof EmbedFields, hint?: string) =>
    textField({
      name,
      label: say(`${name}_label`),
      hint,
      isLong: name === 'description',
      isRequired: false,
      maxLength: LIMITS[name],
      value: typed?.[name],
    })
  return openForm(
    customId('channel_tools', act, about),
    say('form_title'),
    field('title'),
    field('description'),
    field('colour', say('colour_hint')),
    field('footer'),
    field('image', say('image_hint')),
  )
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
