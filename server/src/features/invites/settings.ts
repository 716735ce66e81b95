import { PermissionFlagsBits } from 'discord-api-types/v10'
import { defineSetting } from '../../platform/settings/define.ts'
import { MESSAGE_CHANNELS } from '../../platform/settings/message-channels.ts'

const PLACEHOLDERS = ['member', 'member_name', 'inviter', 'inviter_name', 'count'] as const
/** Leaves room for what the placeholders become in a message of 2,000 characters. */
const LONGEST_TEMPLATE = 1000

export const inviteSettings = {
  enabled: defineSetting({
    scope: 'invites',
    key: 'enabled',
    type: 'boolean',
    default: true,
    // https://discord.com/developers/docs/resources/guild#get-guild-invites
    guildNeeds: PermissionFlagsBits.ManageGuild,
    label: 'Invites',
    help: 'Whether it is counted who invited whom.',
  }),
  announcementChannel: defineSetting({
    scope: 'invites',
    key: 'announcement_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: 'Announcement channel',
    help: 'Where it is said who joined by whose invite.',
    setup: { order: 4, question: 'Where is it said who joined by whose invite?' },
  }),
  withInviter: defineSetting({
    scope: 'invites',
    key: 'with_inviter_template',
    type: 'template',
    default: '{member} joined! {inviter} now has {count} invites.',
    maxLength: LONGEST_TEMPLATE,
    placeholders: PLACEHOLDERS,
    label: 'Words when the inviter is known',
    help: 'What is said when somebody joined by an invite that is known.',
  }),
  withoutInviter: defineSetting({
    scope: 'invites',
    key: 'no_inviter_template',
    type: 'template',
    default: '{member} joined, but no inviter data found.',
    maxLength: LONGEST_TEMPLATE,
    placeholders: PLACEHOLDERS,
    label: 'Words when the inviter is unknown',
    help: 'What is said when nobody knows by which invite somebody joined.',
  }),
}
