/** What was said in the demo community before the simulator started. Times are minutes before that start. */
import type { SimulatorClock } from './clock.ts'
import { DEMO } from './demo-ids.ts'
import { snowflakeAt } from './snowflake.ts'
import type { Embed, Message } from './state/model.ts'
import type { State } from './state/state.ts'

interface Said {
  readonly minutesAgo: number
  readonly by: string
  readonly content: string
  readonly details?: Partial<Message>
}

const HOUR = 60
const DAY = 24 * HOUR
const { people, channels } = DEMO

/** Puts the conversation into the channels, oldest message first. */
export function demoConversation(state: State, clock: SimulatorClock): void {
  const nowMs = clock.now()
  for (const [channelId, said] of Object.entries(conversation(nowMs))) {
    const channel = state.channels.get(channelId)
    if (!channel) throw new Error(`the demo community has no channel ${channelId}`)
    const messages = said.map((one) =>
      message(channelId, channel.guild_id, one, nowMs - one.minutesAgo * 60_000, clock),
    )
    state.messages.set(channelId, new Map(messages.map((one) => [one.id, one])))
    channel.last_message_id = messages.at(-1)?.id ?? null
  }
}

function conversation(nowMs: number): Record<string, readonly Said[]> {
  return {
    [channels.rules]: [{ minutesAgo: 398 * DAY, by: people.demo_owner, content: RULES, details: { pinned: true } }],
    [channels.announcements]: [
      {
        minutesAgo: 30 * DAY,
        by: people.demo_admin,
        content: 'Alphapy has moved in. It reminds us of what we plan: try `/add_reminder`.',
      },
      { minutesAgo: 2 * DAY, by: DEMO.bot, content: '', details: { embeds: [gameNight(nowMs)] } },
    ],
    [channels.general]: [
      { minutesAgo: 26 * HOUR, by: people.demo_member, content: 'Who is in for the game night? I would bring Catan.' },
      {
        minutesAgo: 26 * HOUR - 4,
        by: people.demo_staff,
        content: 'Me! And I will be on time this once.',
        details: thumbsUp(people.demo_member),
      },
      {
        minutesAgo: 25 * HOUR,
        by: people.demo_owner,
        content: `<@${people.demo_staff}> somebody please set a reminder for that.`,
        details: { mentions: [people.demo_staff] },
      },
      { minutesAgo: 58, by: people.demo_guest, content: '', details: { type: 7 } },
      { minutesAgo: 55, by: people.demo_guest, content: 'Hi all, Mira told me about this place.' },
      { minutesAgo: 52, by: people.demo_member, content: 'Welcome Gus! The rules are short, see you on Friday.' },
    ],
    [channels.staff]: [
      { minutesAgo: 5 * HOUR, by: people.demo_admin, content: 'Tickets open in their own category from now on.' },
      { minutesAgo: 5 * HOUR - 7, by: people.demo_staff, content: 'Good, I look after them this week.' },
    ],
    [channels.otherGeneral]: [{ minutesAgo: 3 * DAY, by: people.demo_guest, content: 'Testing, is anybody here?' }],
  }
}

const RULES = [
  '**1.** Be kind.',
  '**2.** No advertising.',
  '**3.** Spoilers go ||behind bars||.',
  '**4.** Questions to the staff go into a ticket.',
].join('\n')

/** An event in the words bots and people announce them, for what reads dates out of embeds. */
function gameNight(nowMs: number): Embed {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO('UTC').toPlainDate()
  const friday = today.add({ days: (5 - today.dayOfWeek + 7) % 7 || 7 })
  return {
    type: 'rich',
    title: 'Game night',
    description: 'Bring a game or just yourself. Newcomers are welcome.',
    color: 0xf1c40f,
    fields: [
      {
        name: 'Date',
        value: `Friday ${friday.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`,
        inline: true,
      },
      { name: 'Time', value: '20:00', inline: true },
      { name: 'Location', value: 'Club house, upstairs', inline: false },
    ],
    footer: { text: 'Announced by Adam (admin)' },
  }
}

function thumbsUp(...user_ids: string[]): Partial<Message> {
  return { reactions: [{ emoji: { id: null, name: '👍' }, user_ids }] }
}

function message(
  channel_id: string,
  guild_id: string | null,
  said: Said,
  atMs: number,
  clock: SimulatorClock,
): Message {
  return {
    id: snowflakeAt(atMs),
    channel_id,
    guild_id,
    author_id: said.by,
    type: 0,
    content: said.content,
    timestamp: clock.iso(atMs),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    reactions: [],
    pinned: false,
    flags: 0,
    nonce: null,
    message_reference: null,
    interaction_metadata: null,
    webhook_id: null,
    ephemeral_to: null,
    ...said.details,
  }
}
