import { ButtonStyle } from 'discord-api-types/v10'
import type { UserId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { GuildContents } from '../../platform/discord/guild-access.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { row } from '../../platform/discord/message-parts.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import { COLOUR } from './replies.ts'
import { button, picker } from './replies-parts.ts'
import type { CurrentSetting } from './service.ts'
import { shownValue } from './values.ts'
import type { SetupStep } from './wizard.ts'
import { setupWords } from './words-setup.ts'

/**
 * What the admin who began the set-up reads at each step. Buttons carry the step they lead to and the admin, and what
 * was chosen is stored already, so that every step can be gone on with after any time and any restart.
 */

interface SetupState {
  readonly settings: readonly CurrentSetting[]
  readonly contents: GuildContents
  readonly userId: UserId
  readonly language: Language
  /** What the step before this one changed. */
  readonly note?: string
}

export function stepReply(
  step: SetupStep,
  { settings, contents, userId, language, note }: SetupState,
): OutgoingMessage {
  const say = setupWords(language)
  const { setting, question, number, total, previous, next } = step
  const current = settings.find((one) => one.setting === setting) ?? {
    setting,
    value: setting.default,
    isDefault: true,
  }
  const select = picker(current, contents, customId('settings', 'setup_choose', about(setting, userId)), language)
  const onward = say(current.isDefault ? 'skip' : 'next')
  const buttons = [
    ...(previous ? [button('setup', about(previous, userId), say('back'))] : []),
    next
      ? button('setup', about(next, userId), onward)
      : button('setup_end', `:${userId}`, say(current.isDefault ? 'skip' : 'finish')),
  ]
  return {
    ...(note && { content: note }),
    embeds: [
      {
        color: COLOUR,
        title: say('step', { number, total, label: setting.label[language] }),
        description: `**${question[language]}**\n${setting.help[language]}`,
        fields: [{ name: say('now'), value: shownValue(setting, current.value, language) }],
        footer: { text: say('footer') },
      },
    ],
    components: [...(select ? [row(select)] : []), row(...buttons)],
    allowed_mentions: NO_MENTIONS,
  }
}

export function setupSummary(
  steps: readonly SetupStep[],
  { settings, userId, language, note }: Omit<SetupState, 'contents'>,
): OutgoingMessage {
  const say = setupWords(language)
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
        title: open.length === 0 ? say('all_set') : say('some_set', { set: set.length, total: asked.length }),
        fields: [
          ...(set.length > 0
            ? [{ name: say('set'), value: listed(set.map((current) => setLine(current, language))) }]
            : []),
          ...(open.length > 0
            ? [{ name: say('not_set'), value: listed(open.map(({ setting }) => openLine(setting, language))) }]
            : []),
          { name: say('what_next'), value: say('next_steps') },
        ],
      },
    ],
    components: [
      row(
        ...(firstOpen
          ? [button('setup', about(firstOpen, userId), say('set_rest'), { style: ButtonStyle.Primary })]
          : []),
        ...(first && first.setting !== firstOpen
          ? [button('setup', about(first.setting, userId), say('from_start'))]
          : []),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

/** As many lines as a field has room for: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
function listed(lines: readonly string[]): string {
  const most = 1024
  const all = lines.join('\n')
  if (all.length <= most) return all
  const fitting = lines.filter((_, index) => lines.slice(0, index + 1).join('\n').length <= most - 2)
  return [...fitting, '…'].join('\n')
}

function setLine({ setting, value }: CurrentSetting, language: Language): string {
  return `✅ ${setting.label[language]}: ${shownValue(setting, value, language)}`
}

function openLine(setting: Setting, language: Language): string {
  return `▫️ ${setting.label[language]}: ${setting.help[language]}`
}

function about(setting: Setting, userId: UserId): string {
  return `${nameOf(setting)}:${userId}`
}
