import { ChannelType } from 'discord-api-types/v10'
import type { Clock } from '../../../kernel/clock.ts'
import { ChannelId, type RoleId } from '../../../kernel/ids.ts'
import { invalidField } from '../../../kernel/refusal.ts'
import type { AccessReader } from '../../../platform/discord/channel-access.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import { attachment, channel, required, role, text } from '../../../platform/discord/options.ts'
import { timeZonesLike } from '../../../platform/discord/time-zone-choices.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import { systemSettings } from '../../../platform/settings/system.ts'
import { BOUNDS, type ReminderInput } from '../contract.ts'
import type { Previews } from '../previews.ts'
import { discardedReply, previewReply, savedReply } from '../replies.ts'
import { reminderSettings } from '../settings.ts'
import { originOf } from './origin.ts'
import { timingIn } from './timing-in-words.ts'

export interface AddNeeds {
  readonly previews: Previews
  readonly access: AccessReader
  readonly settings: Settings
  readonly clock: Clock
}

const CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const

/** `/add_reminder`: shows what would be sent when, with a button that saves it. */
export function addCommand({ previews, access, settings, clock }: AddNeeds) {
  return defineCommand({
    name: 'add_reminder',
    description: 'Make a reminder',
    options: {
      name: required(text('What it is about', { minLength: 1, maxLength: BOUNDS.name })),
      when: text('When, in words: "tomorrow 9:30", "every friday at 20:15", "vrijdag om 20 uur"', { maxLength: 200 }),
      time: text('Instead of when: the time of the event, like 19:30', { maxLength: 8 }),
      days: text('With time: the days of the event, like "mon, wed", "weekdays", "dagelijks"', { maxLength: 100 }),
      message: text('What the reminder says', { maxLength: BOUNDS.message }),
      channel: channel('Where it is sent', CHANNELS),
      location: text('Where the event is', { maxLength: BOUNDS.location }),
      timezone: text('The zone of the times you give; otherwise that of this server', {
        complete: async (typed) => timeZonesLike(typed, clock.now()),
      }),
      image: attachment('A picture to show'),
      image_url: text('Instead of image: the address of a picture', { maxLength: BOUNDS.imageUrl }),
      mention: role('Who is mentioned when it is sent'),
      link: text('Link of the message of this server that it is about', { maxLength: 200 }),
    },
    answers: 'message',
    async handle(options, invocation) {
      const { actor, guildId } = invocation
      const timeZone = options.timezone ?? (await settings.read(systemSettings.timeZone, guildId))
      const origin = options.link === null ? null : await originOf(options.link, invocation, access)
      const input: ReminderInput = {
        name: options.name,
        channel_id: options.channel ?? (await defaultChannel(settings, invocation)),
        message: options.message ?? '',
        location: options.location,
        image_url: options.image?.url ?? options.image_url,
        mention: mentionOf(options.mention, invocation),
        timezone: options.timezone,
        ...timingIn(wordsOf(options), { now: clock.now(), timeZone, locale: invocation.locale }),
      }
      const { id, draft, next } = await previews.show(actor, guildId, input, origin)
      return { kind: 'message', message: previewReply(id, draft, next) }
    },
  })
}

export function saveButton(previews: Previews) {
  return defineButton({
    feature: 'reminders',
    act: 'save',
    answers: 'update',
    run: async ({ actor, about }) => ({ kind: 'update', message: savedReply(await previews.save(actor, about)) }),
  })
}

export function discardButton(previews: Previews) {
  return defineButton({
    feature: 'reminders',
    act: 'discard',
    answers: 'update',
    async run({ actor, about }) {
      await previews.discard(actor, about)
      return { kind: 'update', message: discardedReply() }
    },
  })
}

async function defaultChannel(settings: Settings, { guildId, channelId }: Invocation): Promise<ChannelId> {
  const chosen = await settings.read(reminderSettings.defaultChannel, guildId)
  return chosen === null ? channelId : ChannelId.parse(chosen)
}

/** Days alone, like `mon, wed`, mean every such day here. */
const SAYS_HOW_OFTEN = /^(?:daily|dagelijks|every|each|elke?|iedere?)\b/i

interface WhenOptions {
  readonly when: string | null
  readonly time: string | null
  readonly days: string | null
}

function wordsOf({ when, time, days }: WhenOptions): string {
  if (when !== null) return when
  if (time === null) throw invalidField('reminders.no_time', '/when', 'when must be given, or time')
  if (days === null) return time
  return SAYS_HOW_OFTEN.test(days) ? `${days} ${time}` : `every ${days} ${time}`
}

/** Discord offers `@everyone` as the role that bears the id of the guild. */
function mentionOf(roleId: RoleId | null, { guildId }: Invocation): NonNullable<ReminderInput['mention']> {
  if (roleId === null) return 'none'
  const id: string = roleId
  return id === guildId ? 'everyone' : roleId
}
