import { PermissionFlagsBits } from 'discord-api-types/v10'
import { ChannelId, isSnowflake } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { type ButtonPress, defineButton, defineForm } from '../../../platform/discord/components.ts'
import { channel, required, WRITABLE } from '../../../platform/discord/options.ts'
import type { FeatureParts } from '../../../platform/feature.ts'
import type { Drafts } from '../drafts.ts'
import { discardedReply, draftReply, embedForm, sentReply, typedIn } from '../replies-embed.ts'
import type { Speaking } from '../speaking.ts'
import { embedWords } from '../words-embed.ts'

const needs = { member: PermissionFlagsBits.Administrator }
const feature = 'channel_tools'

/** Whoever presses, and of which draft. */
const ownOf = ({ about: id, guildId, actor }: ButtonPress) => ({ id, guildId, userId: actor.userId })

/** `/embed`: a form, a preview, and then a message. */
export function embedInteractions(drafts: Drafts, speaking: Speaking) {
  const command = defineCommand({
    name: 'embed',
    description: embedWords.everywhere('description'),
    needs,
    options: { channel: required(channel(embedWords.everywhere('channel'), WRITABLE)) },
    answers: 'modal',
    async handle({ channel: channelId }, { guildId, actor, language }) {
      await speaking.requirePlace({ guildId, channelId, userId: actor.userId }, true)
      return embedForm('embed_new', channelId, null, language)
    },
  })
  const written = defineForm({
    feature,
    act: 'embed_new',
    answers: 'message',
    needs,
    async run({ about, guildId, actor, fields, language }) {
      if (!isSnowflake(about)) throw new Refusal('not_found', 'channel_tools.draft_gone', embedWords.everywhere('gone'))
      const speech = { guildId, channelId: ChannelId.parse(about), userId: actor.userId }
      return { kind: 'message', message: draftReply(await drafts.write(speech, typedIn(fields)), language) }
    },
  })
  const changed = defineForm({
    feature,
    act: 'embed_change',
    answers: 'update',
    needs,
    async run(submitted) {
      const draft = await drafts.change(ownOf(submitted), typedIn(submitted.fields))
      return { kind: 'update', message: draftReply(draft, submitted.language) }
    },
  })
  return { commands: [command], forms: [written, changed], buttons: draftButtons(drafts) } satisfies FeatureParts
}

function draftButtons(drafts: Drafts) {
  const edit = defineButton({
    feature,
    act: 'embed_edit',
    answers: 'modal',
    needs,
    async run(pressed) {
      const { id, fields } = await drafts.own(ownOf(pressed))
      return embedForm('embed_change', id, fields, pressed.language)
    },
  })
  const send = defineButton({
    feature,
    act: 'embed_send',
    answers: 'update',
    needs,
    async run(pressed) {
      const { draft, messageId } = await drafts.send(ownOf(pressed))
      return { kind: 'update', message: sentReply(draft, messageId, pressed.language) }
    },
  })
  const discard = defineButton({
    feature,
    act: 'embed_discard',
    answers: 'update',
    needs,
    async run(pressed) {
      await drafts.discard(ownOf(pressed))
      return { kind: 'update', message: discardedReply(pressed.language) }
    },
  })
  return [edit, send, discard]
}
