import type { Language } from '../../kernel/language.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { cut, timestamp, verbatim } from '../../platform/discord/text.ts'
import { evidenceLines, timeInWords, whyLines } from './describe.ts'
import { sendingsOf } from './event-time.ts'
import { linkOf } from './messages.ts'
import { type Reading, verdictOf } from './reading.ts'
import type { Setup } from './setup.ts'
import type { Announced } from './store.ts'
import { announcementWords } from './words.ts'
import { formWords } from './words-form.ts'

interface Looked {
  readonly message: Pick<ChannelMessage, 'id' | 'channelId'>
  readonly reading: Reading
  readonly setup: Setup
  readonly known: Announced | null
  /** Whether the language model is asked about what the announcement alone says. */
  readonly modelUse: 'ready' | 'unneeded' | 'off' | 'not_configured'
}

/** Of an embed's field: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const MOST_IN_FIELD = 1024

/** How a message is read, each part with the words it was read from. */
export function debugReply(
  { message, reading, setup, known, modelUse }: Looked,
  { now, language }: { readonly now: Temporal.Instant; readonly language: Language },
): OutgoingMessage {
  const [say, words] = [formWords(language), announcementWords(language)]
  const { when, evidence } = reading
  const field = (name: string, value: string) => ({ name, value: cut(value, MOST_IN_FIELD) })
  const outcome = [
    say(`debug_${verdictOf(reading, setup.thresholdPercent)}`),
    ...whyLines(reading, setup.thresholdPercent, language),
    ...modelLine(reading, modelUse, language),
    ...(setup.channelId === message.channelId ? [] : [say('debug_not_watched')]),
    ...(known ? [say('debug_known', { id: known.id, status: say(`status_${known.status}`) })] : []),
  ]
  const sendings = when ? sendingsOf(when, setup.leadMinutes, now).map((at) => timestamp(at, 'F')) : []
  const link = linkOf({ guildId: setup.guildId, channelId: message.channelId, messageId: message.id })
  return {
    embeds: [
      {
        title: say('debug_title'),
        description: `**${verbatim(reading.name)}**\n[${words('open_message')}](${link})`,
        fields: [
          field(words('understood'), evidenceLines(evidence, language).join('\n') || words('nothing_understood')),
          field(say('debug_outcome'), [...(when ? [timeInWords(when, now, language)] : []), ...outcome].join('\n')),
          ...(sendings.length > 0 ? [field(say('debug_sendings'), sendings.join('\n'))] : []),
        ],
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

function modelLine({ model }: Reading, use: Looked['modelUse'], language: Language): string[] {
  const said = model?.outcome ?? (use === 'ready' ? null : use)
  return said === null ? [] : [formWords(language)(`model_${said}`)]
}
