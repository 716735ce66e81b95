import { ChannelType } from 'discord-api-types/v10'

/** For settings that name a channel in which the bot posts. */
export const MESSAGE_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const
