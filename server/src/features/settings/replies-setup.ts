import { ButtonStyle } from 'discord-api-types/v10'
import type { UserId } from '../../kernel/ids.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import { COLOUR } from './replies.ts'
import { button, picker, row } from './replies-parts.ts'
import type { CurrentSetting } from './service.ts'
import { shownValue } from './values.ts'
import type { SetupStep } from './wizard.ts'

/**
 * What the admin who began the set-up reads at each step. Buttons carry the step they lead to and the admin, and what
 * was chosen is stored already, so that every step can be gone on with after any time and any restart.
 */

interface SetupState {
  readonly settings: readonly CurrentSetting[]
  readonly contents: GuildContents
  readonly userId: UserId
  /** What the step before this one changed. */
  readonly note?: string
}

export function stepReply(step: SetupStep, { settings, contents, userId, note }: SetupState): OutgoingMessage {
  const { setting, question, number, total, previous, next } = step
  const current = settings.find((one) => one.setting === setting) ?? {
    setting,
    value: setting.default,
    isDefault: true,
  }
  const select = picker(current, contents, customId('settings', 'setup_choose', about(setting, userId)))
  const onward = current.isDefault ? 'Skip' : 'Next'
  const buttons = [
    ...(previous ? [button('setup', about(previous, userId), 'Back')] : []),
    next
      ? button('setup', about(next, userId), onward)
      : button('setup_end', `:${userId}`, current.isDefault ? 'Skip' : 'Finish'),
  ]
  return {
    ...(note && { content: note }),
    embeds: [
      {
        color: COLOUR,
        title: `Set-up · ${number} of ${total} · ${setting.label}`,
        description: `**${question}**\n${setting.help}`,
        fields: [{ name: 'Now', value: shownValue(setting, current.value) }],
        footer: { text: 'Each choice is saved at once. You can stop here and go on later.' },
      },
    ],
    components: [...(select ? [row(select)] : []), row(...buttons)],
    allowed_mentions: NO_MENTIONS,
  }
}

export function setupSummary(
  steps: readonly SetupStep[],
  { settings, userId, note }: Omit<SetupState, 'contents'>,
): OutgoingMessage {
  const asked = steps.flatMap(({ setting }) => settings.filter((current) => current.setting === setting))
  const set = asked.filter(({ isDefault }) => !isDefault)
  const open = asked.filter(({ isDefault }) => isDefault)
  const [first] = steps
  const firstOpen = open[0]?.setting
  return {
    ...(note && { content: note }),
    embeds: [
      {
        color: COLOUR,
        title: open.length === 0 ? 'Set-up · everything is set' : `Set-up · ${set.length} of ${asked.length} set`,
        fields: [
          ...(set.length > 0 ? [{ name: 'Set', value: set.map(setLine).join('\n') }] : []),
          ...(open.length > 0
            ? [{ name: 'Not set', value: open.map(({ setting }) => openLine(setting)).join('\n') }]
            : []),
          { name: 'What to do next', value: NEXT },
        ],
      },
    ],
    components: [
      row(
        ...(firstOpen
          ? [button('setup', about(firstOpen, userId), 'Set the rest', { style: ButtonStyle.Primary })]
          : []),
        ...(first && first.setting !== firstOpen
          ? [button('setup', about(first.setting, userId), 'From the start')]
          : []),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

const NEXT = [
  '- `/config show` shows every setting, `/config set` changes one.',
  '- `/config history` shows who changed what, and takes it back.',
  '- `/config start` comes back here.',
].join('\n')

function setLine({ setting, value }: CurrentSetting): string {
  return `✅ ${setting.label}: ${shownValue(setting, value)}`
}

function openLine(setting: Setting): string {
  return `▫️ ${setting.label}: ${setting.help}`
}

function about(setting: Setting, userId: UserId): string {
  return `${nameOf(setting)}:${userId}`
}
