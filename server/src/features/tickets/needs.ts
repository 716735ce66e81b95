import { PermissionFlagsBits } from 'discord-api-types/v10'

/** What the bot needs where tickets are. */

const SPEAKS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ManageMessages

/** In a category: to make channels, hide them, and let others in, which nobody can give more rights than it has itself. */
export const MAKES_TICKETS =
  SPEAKS | PermissionFlagsBits.SendMessages | PermissionFlagsBits.ManageChannels | PermissionFlagsBits.ManageRoles

/** In a channel: to make private threads, let others in, lock and delete them. */
export const MAKES_THREADS =
  SPEAKS |
  PermissionFlagsBits.CreatePrivateThreads |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ManageThreads

/** In a channel: to post panels and keep them as they should be. */
export const POSTS_PANELS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory
