import {
  type APIEmbedField,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord-api-types/v10'
import type { ChannelId } from '../../../../kernel/ids.ts'
import type { Language } from '../../../../kernel/language.ts'
import { customId } from '../../../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../../platform/discord/message.ts'
import { button, type Row, row } from '../../../../platform/discord/message-parts.ts'
import { cut, defused, verbatim } from '../../../../platform/discord/text.ts'
import { lastsWords } from '../../time/messages.ts'
import { panelWords } from '../../words-panels.ts'
import { hoursText } from '../hours-text.ts'
import { BOUNDS, type Panel, type PanelQuestion } from '../panel.ts'

const BLURPLE = 0x5865f2
const GREY = 0x6b7280
const LONGEST_VALUE = 1024
const LONGEST_OPTION = 100

/** What a panel is, with everything that changes it. */
export function sheet(panel: Panel, language: Language): OutgoingMessage {
  const say = panelWords(language)
  return {
    content: say('sheet_help'),
    embeds: [
      {
        color: panel.isEnabled ? BLURPLE : GREY,
        title: `${verbatim(panel.name)} · ${say(panel.isEnabled ? 'state_on' : 'state_off')}`,
        fields: fieldsOf(panel, language),
      },
    ],
    components: [
      doRow(panel, language),
      placeRow(panel, language),
      ...(panel.place === 'channel' ? [overflowRow(panel, language)] : []),
      staffRow(panel, language),
      switchRow(panel, language),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

function fieldsOf(panel: Panel, language: Language): APIEmbedField[] {
  const say = panelWords(language)
  const field = (name: string, value: string) => ({ name, value: cut(value || say('nothing'), LONGEST_VALUE) })
  const roles = panel.staffRoleIds.map((id) => `<@&${id}>`).join(', ')
  return [
    field(say('sheet_text'), [defused(panel.description), defused(panel.welcome ?? '')].filter(Boolean).join('\n')),
    field(say('sheet_place'), placeText(panel, language)),
    field(say('sheet_staff'), roles || say('of_settings')),
    field(say('sheet_members'), membersText(panel, language)),
    field(say('sheet_form'), panel.questions.map((question) => questionText(question, language)).join('\n')),
    field(say('sheet_limits'), limitsText(panel, language)),
    field(say('sheet_hours'), openText(panel, language)),
    field(say('sheet_times'), timesText(panel, language)),
    field(say('sheet_answers'), say(panel.offersAnswers ? 'answers_on' : 'answers_off')),
  ]
}

export function placeText(panel: Panel, language: Language): string {
  const { place, categoryId, overflowCategoryId, threadChannelId } = panel
  const say = panelWords(language)
  const named = (id: ChannelId | null) => (id === null ? say('of_settings') : `<#${id}>`)
  if (place === 'thread') return `${say('place_thread')}: ${named(threadChannelId)}`
  const where =
    overflowCategoryId === null
      ? named(categoryId)
      : say('else_in', { first: named(categoryId), second: named(overflowCategoryId) })
  return `${say('place_channel')}: ${where}`
}

function membersText({ requiredRoleIds, refusedRoleIds }: Panel, language: Language): string {
  const say = panelWords(language)
  const names = (ids: readonly string[]) => ids.map((id) => `<@&${id}>`).join(', ')
  const only = requiredRoleIds.length > 0 ? say('only_with', { roles: names(requiredRoleIds) }) : say('everybody')
  return refusedRoleIds.length > 0 ? `${only}, ${say('not_with', { roles: names(refusedRoleIds) })}` : only
}

function questionText({ label, kind, isRequired }: PanelQuestion, language: Language): string {
  const say = panelWords(language)
  const values = { label: verbatim(label), kind: say(`kind_${kind}`) }
  return isRequired ? say('one_question', values) : say('optional_question', values)
}

function limitsText({ mostPerMember, mostOpen, cooldownSeconds }: Panel, language: Language): string {
  const say = panelWords(language)
  return say('limits', { member: mostPerMember, all: mostOpen ?? say('no_limit'), seconds: cooldownSeconds })
}

function openText({ hours, outsideHours }: Panel, language: Language): string {
  const say = panelWords(language)
  return hours ? say(`outside_${outsideHours}`, { hours: hoursText(hours, language) }) : say('always')
}

function timesText(panel: Panel, language: Language): string {
  const say = panelWords(language)
  const { idleHours, autoCloseHours, firstResponseMinutes, resolutionMinutes, assignment } = panel
  const silence = (hours: number | null) => (hours === null ? say('of_settings') : lastsWords(hours, language))
  const target = (minutes: number | null) => (minutes === null ? say('no_target') : say('minutes', { count: minutes }))
  return [
    say('time_idle', { time: silence(idleHours) }),
    say('time_auto_close', { time: silence(autoCloseHours) }),
    say('time_first_response', { time: target(firstResponseMinutes) }),
    say('time_resolution', { time: target(resolutionMinutes) }),
    say(`given_${assignment}`),
  ].join('\n')
}

/** Each of these opens a form; it bears the version that was seen, so that nothing of others is written over. */
function doRow({ id, version, questions }: Panel, language: Language): Row {
  const say = panelWords(language)
  const options = [
    { label: say('do_words'), value: 'words' },
    { label: say('do_limits'), value: 'limits' },
    { label: say('do_hours'), value: 'hours' },
    { label: say('do_roles'), value: 'roles' },
    { label: say('do_times'), value: 'times' },
    ...questions.map(({ label }, index) => ({
      label: cut(say('do_question', { number: index + 1, label }), LONGEST_OPTION),
      value: `question${index}`,
    })),
    ...(questions.length < BOUNDS.questions ? [{ label: say('do_add'), value: `question${questions.length}` }] : []),
  ]
  return row({
    type: ComponentType.StringSelect,
    custom_id: customId('tickets', 'panel_do', `${id}.${version}`),
    placeholder: say('do_placeholder'),
    min_values: 1,
    max_values: 1,
    options,
  })
}

function placeRow({ id, place, categoryId, threadChannelId }: Panel, language: Language): Row {
  const chosen = place === 'thread' ? threadChannelId : categoryId
  return row({
    type: ComponentType.ChannelSelect,
    custom_id: customId('tickets', 'panel_place', id),
    placeholder: panelWords(language)(place === 'thread' ? 'thread_placeholder' : 'place_placeholder'),
    channel_types: [place === 'thread' ? ChannelType.GuildText : ChannelType.GuildCategory],
    min_values: 0,
    max_values: 1,
    ...(chosen && { default_values: [{ id: chosen, type: SelectMenuDefaultValueType.Channel }] }),
  })
}

function overflowRow({ id, overflowCategoryId }: Panel, language: Language): Row {
  return row({
    type: ComponentType.ChannelSelect,
    custom_id: customId('tickets', 'panel_overflow', id),
    placeholder: panelWords(language)('overflow_placeholder'),
    channel_types: [ChannelType.GuildCategory],
    min_values: 0,
    max_values: 1,
    ...(overflowCategoryId && {
      default_values: [{ id: overflowCategoryId, type: SelectMenuDefaultValueType.Channel }],
    }),
  })
}

function staffRow({ id, staffRoleIds }: Panel, language: Language): Row {
  return row({
    type: ComponentType.RoleSelect,
    custom_id: customId('tickets', 'panel_staff', id),
    placeholder: panelWords(language)('staff_placeholder'),
    min_values: 0,
    max_values: BOUNDS.roles,
    default_values: staffRoleIds.map((role) => ({ id: role, type: SelectMenuDefaultValueType.Role })),
  })
}

function switchRow({ id, place, isEnabled, offersAnswers }: Panel, language: Language): Row {
  const say = panelWords(language)
  const to = (what: string) => customId('tickets', 'panel_set', `${id}.${what}`)
  return row(
    place === 'thread' ? button(to('channel'), say('use_channels')) : button(to('thread'), say('use_threads')),
    offersAnswers ? button(to('answers_off'), say('answers_no')) : button(to('answers_on'), say('answers_yes')),
    isEnabled
      ? button(to('off'), say('switch_off'), { style: ButtonStyle.Danger })
      : button(to('on'), say('switch_on'), { style: ButtonStyle.Success }),
  )
}
