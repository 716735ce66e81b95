import type { Clock } from '../../../kernel/clock.ts'
import { ChannelId, type RoleId } from '../../../kernel/ids.ts'
import type { AccessReader } from '../../../platform/discord/channel-access.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import { attachment, channel, required, role, text, WRITABLE } from '../../../platform/discord/options.ts'
import { timeZonesLike } from '../../../platform/discord/time-zone-choices.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import { systemSettings } from '../../../platform/settings/system.ts'
import { BOUNDS, type ReminderInput } from '../contract.ts'
import type { Previews } from '../previews.ts'
import { discardedReply, previewReply, savedReply } from '../replies.ts'
import { reminderSettings } from '../settings.ts'
import { commandWords } from '../words-commands.ts'
import { originOf } from './origin.ts'
import { timingIn, wordsOf } from './timing-in-words.ts'

export interface AddNeeds {
  readonly previews: Previews
  readonly access: AccessReader
  readonly settings: Settings
  readonly clock: Clock
}

/** `/add_reminder`: shows what would be sent when, with a button that saves it. */
export function addCommand({ previews, access, settings, clock }: AddNeeds) {
  return defineCommand({
    name: 'add_reminder',
    description: commandWords.everywhere('add'),
    options: {
      name: required(text(commandWords.everywhere('name'), { minLength: 1, maxLength: BOUNDS.name })),
      when: text(commandWords.everywhere('when'), { maxLength: 200 }),
      time: text(commandWords.everywhere('time'), { maxLength: 8 }),
      days: text(commandWords.everywhere('days'), { maxLength: 100 }),
      message: text(commandWords.everywhere('message'), { maxLength: BOUNDS.message }),
      channel: channel(commandWords.everywhere('channel'), WRITABLE),
      location: text(commandWords.everywhere('location'), { maxLength: BOUNDS.location }),
      timezone: text(commandWords.everywhere('timezone'), {
        complete: async (typed, { language }) => timeZonesLike(typed, clock.now(), language),
      }),
      image: attachment(commandWords.everywhere('image')),
      image_url: text(commandWords.everywhere('image_url'), { maxLength: BOUNDS.imageUrl }),
      mention: role(commandWords.everywhere('mention')),
      link: text(commandWords.everywhere('link'), { maxLength: 200 }),
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
        ...timingIn(wordsOf(options, invocation.language), {
          now: clock.now(),
          timeZone,
          language: invocation.language,
        }),
      }
      const { id, draft, next } = await previews.show(actor, guildId, input, origin)
      return { kind: 'message', message: previewReply(id, draft, next, invocation.language) }
    },
  })
}

export function saveButton(previews: Previews) {
  return defineButton({
    feature: 'reminders',
    act: 'save',
    answers: 'update',
    run: async (pressed) => ({
      kind: 'update',
      message: savedReply(await previews.save(pressed, pressed.about), pressed.language),
    }),
  })
}

export function discardButton(previews: Previews) {
  return defineButton({
    feature: 'reminders',
    act: 'discard',
    answers: 'update',
    async run(pressed) {
      await previews.discard(pressed, pressed.about)
      return { kind: 'update', message: discardedReply(pressed.language) }
    },
  })
}

async function defaultChannel(settings: Settings, { guildId, channelId }: Invocation): Promise<ChannelId> {
  const chosen = await settings.read(reminderSettings.defaultChannel, guildId)
  return chosen === null ? channelId : ChannelId.parse(chosen)
}

/** Discord offers `@everyone` as the role that bears the id of the guild. */
function mentionOf(roleId: RoleId | null, { guildId }: Invocation): NonNullable<ReminderInput['mention']> {
  if (roleId === null) return 'none'
  const id: string = roleId
  return id === guildId ? 'everyone' : roleId
}
