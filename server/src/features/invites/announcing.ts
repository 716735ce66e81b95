import { ChannelId, type GuildId, type UserId } from '../../kernel/ids.ts'
import { languageFor } from '../../kernel/language.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { answered } from '../../platform/discord/answered.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { GuildReader } from '../../platform/discord/guild-reader.ts'
import { post } from '../../platform/discord/outbox.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { joinMessage } from './announcement.ts'
import { figuresOf } from './count-store.ts'
import { invitesOf } from './figures.ts'
import type { Arrival } from './join-store.ts'
import { inviteSettings } from './settings.ts'

export interface Newcomer extends Arrival {
  /** As the guild sees it. */
  readonly name: string
}

interface Needs {
  readonly guilds: GuildReader
  readonly settings: Settings
}

/** Has a join told, in the transaction that counts it. */
export type Announcer = (tx: Tx, newcomer: Newcomer, inviterId: UserId | null, now: Temporal.Instant) => Promise<void>

const WORTH_FOR = { hours: 1 }

/** Reads beforehand what the guild has chosen; without a channel nothing is told. */
export async function announcerFor({ guilds, settings }: Needs, guildId: GuildId): Promise<Announcer> {
  const channel = await settings.read(inviteSettings.announcementChannel, guildId)
  if (channel === null) return async () => undefined
  const channelId = ChannelId.parse(channel)
  const withInviter = await settings.read(inviteSettings.withInviter, guildId)
  const withoutInviter = await settings.read(inviteSettings.withoutInviter, guildId)
  const language = languageFor(null, await settings.read(systemSettings.locale, guildId))

  async function inviterOf(tx: Tx, userId: UserId) {
    const name = withInviter.includes('{inviter_name}') ? await usernameOf(guilds, guildId, userId) : null
    return { userId, name, invites: invitesOf(await figuresOf(tx, guildId, userId)) }
  }

  return async (tx, newcomer, inviterId, now) => {
    const inviter = inviterId === null ? null : await inviterOf(tx, inviterId)
    const message = joinMessage({ withInviter, withoutInviter }, language, newcomer, inviter)
    await post(tx, { guildId, to: { channelId }, purpose: 'invites.joined', message, worthFor: WORTH_FOR }, now)
  }
}

async function usernameOf(guilds: GuildReader, guildId: GuildId, userId: UserId): Promise<string | null> {
  const member = await answered(guilds.member(guildId, userId))
  return member === null || member instanceof DiscordFailure ? null : member.username
}
