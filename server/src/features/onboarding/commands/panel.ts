import { PermissionFlagsBits } from 'discord-api-types/v10'
import { ChannelId, type GuildId, type UserId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../platform/discord/answers.ts'
import type { ChannelAccess } from '../../../platform/discord/channel-access.ts'
import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { DiscordFailure } from '../../../platform/discord/failure.ts'
import { channel } from '../../../platform/discord/options.ts'
import { permissionNames } from '../../../platform/discord/permission-names.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import type { Platform } from '../../../platform/feature.ts'
import { MESSAGE_CHANNELS } from '../../../platform/settings/message-channels.ts'
import { systemSettings } from '../../../platform/settings/system.ts'
import { lacksRules } from '../course.ts'
import type { PanelPlacing } from '../panels.ts'
import type { Walk } from '../walk.ts'
import { adminWords } from '../words-admin.ts'

interface Needs extends Pick<Platform, 'access' | 'settings' | 'clock'> {
  readonly placePanel: PanelPlacing
  readonly walk: Walk
}

/** `/onboarding panel`: where it stands is said with a link to it, and what keeps members from starting there. */
export function panelCommand(needs: Needs) {
  return defineSubcommand({
    name: 'panel',
    description: adminWords.everywhere('panel_command'),
    options: { channel: channel(adminWords.everywhere('panel_channel'), MESSAGE_CHANNELS) },
    answers: 'message',
    async handle({ channel: wished }, { actor, guildId, language }) {
      const rules = await needs.settings.read(systemSettings.rulesChannel, guildId)
      const place = wished ?? (rules === null ? null : ChannelId.parse(rules))
      if (place === null) throw new Refusal('conflict', 'onboarding.no_channel', adminWords.everywhere('no_channel'))
      await requireRights(needs, { guildId, channelId: place, userId: actor.userId })
      const chosen = wished === null || wished === rules ? null : { channelId: wished, over: rules }
      const link = await put(needs, guildId, chosen, place, actor.userId)
      const words = adminWords(language)
      const { course } = await needs.walk.course(guildId)
      const stands = words('panel_stands', { channel: `<#${place}>`, link })
      return say(lacksRules(course) ? `${stands}\n${words('no_rules')}` : stands)
    },
  })
}

async function put(
  { placePanel, clock }: Needs,
  guildId: GuildId,
  chosen: Parameters<PanelPlacing>[1],
  channelId: ChannelId,
  userId: UserId,
): Promise<string> {
  const details = { action: 'panel', channel_id: channelId, updated_by: userId, source: 'command' }
  const event = {
    type: 'ONBOARDING_CHANGED',
    guildId,
    message: 'The Start button was put into a channel',
    details,
  } as const
  try {
    const standing = await placePanel(guildId, chosen, (tx) => recordEvents(tx, [event], clock.now()))
    if (standing) return `https://discord.com/channels/${guildId}/${standing.channelId}/${standing.messageId}`
  } catch (error) {
    if (!(error instanceof DiscordFailure) || (error.kind !== 'forbidden' && error.kind !== 'gone')) throw error
    const said = adminWords.everywhere('panel_refused', { channel: `<#${channelId}>` })
    throw new Refusal('forbidden', 'onboarding.panel_refused', said)
  }
  throw new Refusal('conflict', 'onboarding.switched_off', adminWords.everywhere('switched_off'))
}

interface Asked {
  readonly guildId: GuildId
  readonly channelId: ChannelId
  readonly userId: UserId
}

async function requireRights({ access }: Needs, { guildId, channelId, userId }: Asked): Promise<void> {
  const found = await access.channelAccess(channelId, userId)
  if (found?.guildId !== guildId)
    throw new Refusal('not_found', 'onboarding.foreign_channel', adminWords.everywhere('foreign_channel'))
  const missing = missingRights(found)
  if (missing === 0n) return
  const sentence = (language: Language) =>
    adminWords(language)('panel_needs', {
      channel: `<#${channelId}>`,
      permissions: permissionNames(missing, language),
    })
  throw new Refusal('forbidden', 'onboarding.panel_needs', { en: sentence('en'), nl: sentence('nl') })
}

function missingRights({ bot }: ChannelAccess): bigint {
  return (
    (bot.canView ? 0n : PermissionFlagsBits.ViewChannel) |
    (bot.canSend ? 0n : PermissionFlagsBits.SendMessages) |
    (bot.canEmbed ? 0n : PermissionFlagsBits.EmbedLinks)
  )
}
