import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { Language, Localised } from '../../kernel/language.ts'

/** As Discord's own client names them where roles are edited, so that people find them. */
const NAMES: readonly (readonly [bit: bigint, name: Localised])[] = [
  [PermissionFlagsBits.Administrator, { en: 'Administrator', nl: 'Administrator' }],
  [PermissionFlagsBits.ViewChannel, { en: 'View Channels', nl: 'Kanalen bekijken' }],
  [PermissionFlagsBits.ManageChannels, { en: 'Manage Channels', nl: 'Kanalen beheren' }],
  [PermissionFlagsBits.ManageRoles, { en: 'Manage Roles', nl: 'Rollen beheren' }],
  [PermissionFlagsBits.ManageGuild, { en: 'Manage Server', nl: 'Server beheren' }],
  [PermissionFlagsBits.ManageWebhooks, { en: 'Manage Webhooks', nl: 'Webhooks beheren' }],
  [PermissionFlagsBits.BanMembers, { en: 'Ban Members', nl: 'Leden verbannen' }],
  [PermissionFlagsBits.KickMembers, { en: 'Kick Members', nl: 'Leden verwijderen' }],
  [PermissionFlagsBits.ModerateMembers, { en: 'Timeout Members', nl: 'Leden een time-out geven' }],
  [PermissionFlagsBits.ManageNicknames, { en: 'Manage Nicknames', nl: 'Bijnamen beheren' }],
  [PermissionFlagsBits.CreateInstantInvite, { en: 'Create Invite', nl: 'Uitnodiging maken' }],
  [PermissionFlagsBits.SendMessages, { en: 'Send Messages', nl: 'Berichten versturen' }],
  [PermissionFlagsBits.SendMessagesInThreads, { en: 'Send Messages in Threads', nl: 'Berichten versturen in threads' }],
  [PermissionFlagsBits.CreatePrivateThreads, { en: 'Create Private Threads', nl: 'Privéthreads maken' }],
  [PermissionFlagsBits.EmbedLinks, { en: 'Embed Links', nl: 'Links insluiten' }],
  [PermissionFlagsBits.AttachFiles, { en: 'Attach Files', nl: 'Bestanden bijvoegen' }],
  [PermissionFlagsBits.AddReactions, { en: 'Add Reactions', nl: 'Reacties toevoegen' }],
  [
    PermissionFlagsBits.MentionEveryone,
    { en: 'Mention @everyone, @here, and All Roles', nl: 'Vermeld @everyone, @here en alle rollen' },
  ],
  [PermissionFlagsBits.ManageMessages, { en: 'Manage Messages', nl: 'Berichten beheren' }],
  [PermissionFlagsBits.ManageThreads, { en: 'Manage Threads', nl: 'Threads beheren' }],
  [PermissionFlagsBits.ReadMessageHistory, { en: 'Read Message History', nl: 'Berichtgeschiedenis lezen' }],
]

/** What people call these permissions: "Manage Messages, Embed Links". */
export function permissionNames(permissions: bigint, language: Language): string {
  return NAMES.filter(([bit]) => (permissions & bit) !== 0n)
    .map(([, name]) => name[language])
    .join(', ')
}
