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
    label: { en: 'Invites', nl: 'Uitnodigingen' },
    help: { en: 'Whether it is counted who invited whom.', nl: 'Of er geteld wordt wie wie heeft uitgenodigd.' },
  }),
  announcementChannel: defineSetting({
    scope: 'invites',
    key: 'announcement_channel_id',
    type: 'channel',
    channelTypes: MESSAGE_CHANNELS,
    default: null,
    label: { en: 'Channel for new members', nl: 'Kanaal voor nieuwe leden' },
    help: {
      en: 'Where it is said who joined by whose invite.',
      nl: 'Waar staat wie er via wiens uitnodiging lid is geworden.',
    },
    setup: {
      order: 4,
      question: {
        en: 'Where is it said who joined by whose invite?',
        nl: 'In welk kanaal staat wie er via wiens uitnodiging lid is geworden?',
      },
    },
  }),
  withInviter: defineSetting({
    scope: 'invites',
    key: 'with_inviter_template',
    type: 'template',
    default: '{member} joined! {inviter} now has {count} invites.',
    maxLength: LONGEST_TEMPLATE,
    placeholders: PLACEHOLDERS,
    label: { en: 'Words when the inviter is known', nl: 'Tekst als bekend is wie uitnodigde' },
    help: {
      en: 'What is said when somebody joined by an invite that is known.',
      nl: 'Wat de bot zegt als iemand via een bekende uitnodiging lid is geworden.',
    },
  }),
  withoutInviter: defineSetting({
    scope: 'invites',
    key: 'no_inviter_template',
    type: 'template',
    default: '{member} joined, but no inviter data found.',
    maxLength: LONGEST_TEMPLATE,
    placeholders: PLACEHOLDERS,
    label: { en: 'Words when the inviter is unknown', nl: 'Tekst als onbekend is wie uitnodigde' },
    help: {
      en: 'What is said when nobody knows by which invite somebody joined.',
      nl: 'Wat de bot zegt als niet bekend is via welke uitnodiging iemand lid is geworden.',
    },
  }),
}
