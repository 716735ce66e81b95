import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import type { UserId } from '../../kernel/ids.ts'
import type { Language, Localised } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { cut, timestamp, verbatim } from '../../platform/discord/text.ts'
import { evidenceLines, sendingsInWords, suggestionLines, timeInWords, whyLines } from './describe.ts'
import type { EventContent, EventTime } from './ports.ts'
import type { Announced } from './store.ts'
import { announcementWords } from './words.ts'

/** What the bot says about announcements; all of it bears buttons or stands in the log channel, see `mayBeNews`. */

const COLOUR = 0xf1_c4_0f
const MOST_QUOTED = 600
/** Of an embed's field: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const MOST_IN_FIELD = 1024

type Marked = Pick<Announced, 'id' | 'version' | 'guildId' | 'channelId' | 'messageId'>

export function linkOf({ guildId, channelId, messageId }: Pick<Marked, 'guildId' | 'channelId' | 'messageId'>): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`
}

interface Reader {
  readonly now: Temporal.Instant
  readonly language: Language
}

/** Under the announcement, for some minutes. */
export function confirmation(
  announced: Marked,
  { name, when, leadMinutes }: Pick<EventContent, 'name' | 'leadMinutes'> & { readonly when: EventTime },
  {
    now,
    language,
    isChange,
    goesAt,
  }: Reader & { readonly isChange: boolean; readonly goesAt: Temporal.Instant | null },
): OutgoingMessage {
  const say = announcementWords(language)
  const said = {
    name: verbatim(cut(name, 100)),
    when: timeInWords(when, now, language),
    sendings: sendingsInWords(when, leadMinutes, now, language),
  }
  const lines = [say(isChange ? 'changed' : 'confirmed', said)]
  if (goesAt) lines.push(say('reply_goes', { at: timestamp(goesAt, 'R') }))
  return {
    content: lines.join('\n'),
    components: [
      row(
        button('edit', announced, say('edit'), ButtonStyle.Secondary),
        button('cancel', announced, say('cancel'), ButtonStyle.Danger),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

interface Question extends Reader {
  readonly thresholdPercent: number
  /** Why no reminder may be made, if that is it. */
  readonly refusal: Localised | null
}

/** To the admins, about an announcement that makes no reminder by itself. */
export function question(
  announced: Announced,
  { now, language, thresholdPercent, refusal }: Question,
): OutgoingMessage {
  const { reading, reminderId } = announced
  const say = announcementWords(language)
  const title = refusal ? 'question_refused' : reminderId && !reading.when ? 'question_lost' : 'question_unsure'
  const understood = evidenceLines(reading.evidence, language).join('\n') || say('nothing_understood')
  const why = [
    ...suggestionLines(reading, now, language),
    ...(refusal ? [refusal[language]] : whyLines(reading, thresholdPercent, language)),
  ]
  if (reminderId) why.push(say('question_keeps'))
  const field = (name: string, value: string) => ({ name, value: cut(value, MOST_IN_FIELD) })
  return {
    embeds: [
      {
        color: COLOUR,
        title: say(title),
        description: quote(withName(reading)),
        fields: [
          field(say('understood'), understood),
          ...(why.length > 0 ? [field(say('why'), why.join('\n'))] : []),
          field(say('message'), `[${say('open_message')}](${linkOf(announced)})`),
        ],
      },
    ],
    components: [
      row(
        ...(reading.when ? [button('make', announced, say('make'), ButtonStyle.Success)] : []),
        button('edit', announced, say('edit'), ButtonStyle.Secondary),
        button('ignore', announced, say('ignore'), ButtonStyle.Secondary),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

export function cancelledNote(announced: Announced, why: 'deleted' | 'off', language: Language): OutgoingMessage {
  const say = announcementWords(language)
  const name = verbatim(announced.reading.name)
  return plain(why === 'deleted' ? say('note_deleted', { name }) : say('note_off', { name, link: linkOf(announced) }))
}

export function cancelledReply({ reading }: Announced, language: Language): OutgoingMessage {
  return plain(announcementWords(language)('reply_cancelled', { name: verbatim(reading.name) }))
}

export function madeReply(name: string, when: EventTime, who: UserId, { now, language }: Reader): OutgoingMessage {
  const said = { name: verbatim(name), when: timeInWords(when, now, language), who: `<@${who}>` }
  return plain(announcementWords(language)('question_made', said))
}

export function ignoredReply({ reading }: Announced, who: UserId, language: Language): OutgoingMessage {
  return plain(announcementWords(language)('question_ignored', { name: verbatim(reading.name), who: `<@${who}>` }))
}

/** A plain message has its name as its first line. */
function withName({ name, message }: Announced['reading']): string {
  return message.startsWith(name) ? message : `${name}\n${message}`
}

function quote(text: string): string {
  return verbatim(cut(text.trim(), MOST_QUOTED))
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
}

function plain(content: string): OutgoingMessage {
  return { content, allowed_mentions: NO_MENTIONS }
}

function row(...components: APIButtonComponentWithCustomId[]): APIActionRowComponent<APIButtonComponentWithCustomId> {
  return { type: ComponentType.ActionRow, components }
}

function button(
  act: string,
  { id, version }: Marked,
  label: string,
  style: APIButtonComponentWithCustomId['style'],
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style, label, custom_id: customId('embedwatcher', act, `${id}:${version}`) }
}
