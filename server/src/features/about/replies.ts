import type { Language } from '../../kernel/language.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { timestamp } from '../../platform/discord/text.ts'
import { CODENAME, VERSION } from '../../platform/version.ts'
import { type ReleaseNotes, shortened, withoutFileLinks } from './changelog.ts'
import { aboutWords } from './words.ts'

export const COLOUR = 0x58_65_f2
/** About what a screen shows at once. */
const LONGEST_NOTES = 1_500

interface Running {
  readonly node: string
  readonly startedAt: Temporal.Instant
  /** Where people reach the API; undefined where the operator has not said. */
  readonly publicUrl: string | undefined
}

export function versionReply({ node, startedAt, publicUrl }: Running, language: Language): OutgoingMessage {
  const say = aboutWords(language)
  const fields = [
    { name: say('node'), value: node, inline: true },
    { name: say('running'), value: timestamp(startedAt, 'R'), inline: true },
  ]
  const api = publicUrl === undefined ? [] : [{ name: say('api'), value: new URL('/docs', publicUrl).href }]
  return embed({
    title: say('product', { version: VERSION }),
    description: `“${CODENAME}”`,
    fields: [...fields, ...api],
  })
}

export function releaseReply(notes: ReleaseNotes | null, language: Language): OutgoingMessage {
  const say = aboutWords(language)
  const title = say('release_title', { version: VERSION })
  if (!notes) return embed({ title, description: say('no_notes', { version: VERSION }) })
  const text = withoutFileLinks(notes.text)
  const shown = shortened(text, LONGEST_NOTES)
  const lines = [
    ...(notes.of === 'version' ? [] : [`-# ${say('unreleased', { version: VERSION })}`]),
    `-# ${say('written_for')}`,
    shown,
    ...(shown === text ? [] : [`-# ${say('rest')}`]),
  ]
  return embed({ title, description: lines.join('\n') })
}

function embed(content: NonNullable<OutgoingMessage['embeds']>[number]): OutgoingMessage {
  return { embeds: [{ color: COLOUR, ...content }], allowed_mentions: NO_MENTIONS }
}
