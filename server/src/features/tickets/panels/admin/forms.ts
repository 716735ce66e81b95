import { type APILabelComponent, ComponentType, SelectMenuDefaultValueType } from 'discord-api-types/v10'
import type { RoleId } from '../../../../kernel/ids.ts'
import type { Language } from '../../../../kernel/language.ts'
import { choiceField, openForm, textField } from '../../../../platform/discord/form-parts.ts'
import { panelWords } from '../../words-panels.ts'
import { windowsText } from '../hours-text.ts'
import { ASSIGNMENTS, BOUNDS, type Panel } from '../panel.ts'

/** The forms in which an admin writes what cannot be chosen. */

export function wordsForm(customId: string, panel: Panel | null, language: Language) {
  const say = panelWords(language)
  return openForm(
    customId,
    say(panel ? 'form_words' : 'form_create'),
    textField({
      name: 'name',
      label: say('field_name'),
      hint: say('hint_name'),
      maxLength: BOUNDS.name,
      value: panel?.name,
    }),
    textField({
      name: 'text',
      label: say('field_text'),
      hint: say('hint_text'),
      maxLength: BOUNDS.description,
      isRequired: false,
      value: panel?.description,
    }),
    textField({
      name: 'emoji',
      label: say('field_emoji'),
      maxLength: BOUNDS.emoji,
      isRequired: false,
      value: panel?.emoji ?? undefined,
    }),
    textField({
      name: 'welcome',
      label: say('field_welcome'),
      maxLength: BOUNDS.welcome,
      isLong: true,
      isRequired: false,
      value: panel?.welcome ?? undefined,
    }),
  )
}

/** `hint` says what it means to leave it empty; without one it may not be. */
function numberField(name: string, label: string, value: number | null, hint?: string) {
  const isRequired = hint === undefined
  return textField({ name, label, hint, maxLength: 6, isRequired, value: value === null ? '' : `${value}` })
}

export function limitsForm(customId: string, panel: Panel, language: Language) {
  const say = panelWords(language)
  return openForm(
    customId,
    say('form_limits'),
    numberField('per_member', say('field_per_member'), panel.mostPerMember),
    numberField('most_open', say('field_most_open'), panel.mostOpen, say('hint_empty_none')),
    numberField('cooldown', say('field_cooldown'), panel.cooldownSeconds),
  )
}

export function timesForm(customId: string, panel: Panel, language: Language) {
  const say = panelWords(language)
  const [ofSettings, target] = [say('hint_empty_settings'), say('hint_target')]
  const ways = ASSIGNMENTS.map((value) => ({
    label: say(`given_${value}`),
    value,
    default: value === panel.assignment,
  }))
  return openForm(
    customId,
    say('form_times'),
    numberField('idle', say('field_idle'), panel.idleHours, ofSettings),
    numberField('auto_close', say('field_auto_close'), panel.autoCloseHours, ofSettings),
    numberField('first_response', say('field_first_response'), panel.firstResponseMinutes, target),
    numberField('resolution', say('field_resolution'), panel.resolutionMinutes, target),
    choiceField({ name: 'assignment', label: say('field_assignment'), options: ways }),
  )
}

export function hoursForm(customId: string, { hours, outsideHours }: Panel, language: Language, zone: string) {
  const say = panelWords(language)
  const option = (value: Panel['outsideHours']) => ({
    label: say(`outside_is_${value}`),
    value,
    default: value === outsideHours,
  })
  return openForm(
    customId,
    say('form_hours'),
    textField({
      name: 'hours',
      label: say('field_hours'),
      hint: say('hint_hours'),
      maxLength: 500,
      isRequired: false,
      value: hours ? windowsText(hours.windows, language) : '',
    }),
    textField({
      name: 'zone',
      label: say('field_zone'),
      hint: say('hint_zone'),
      maxLength: 64,
      value: hours?.zone ?? zone,
    }),
    choiceField({ name: 'outside', label: say('field_outside'), options: [option('warn'), option('refuse')] }),
  )
}

export function rolesForm(customId: string, panel: Panel, language: Language) {
  const say = panelWords(language)
  return openForm(
    customId,
    say('form_roles'),
    roleField('required', say('field_required'), panel.requiredRoleIds),
    roleField('refused', say('field_refused'), panel.refusedRoleIds),
  )
}

function roleField(name: string, label: string, chosen: readonly RoleId[]): APILabelComponent {
  return {
    type: ComponentType.Label,
    label,
    component: {
      type: ComponentType.RoleSelect,
      custom_id: name,
      required: false,
      min_values: 0,
      max_values: BOUNDS.roles,
      default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Role })),
    },
  }
}

const KINDS = ['short', 'long', 'select'] as const

export function questionForm(customId: string, panel: Panel, index: number, language: Language) {
  const say = panelWords(language)
  const question = panel.questions[index]
  const kinds = KINDS.map((kind) => ({
    label: say(`kind_${kind}`),
    value: kind,
    default: kind === (question?.kind ?? 'short'),
  }))
  const needed = (['yes', 'no'] as const).map((value) => ({
    label: say(`needed_${value}`),
    value,
    default: (question?.isRequired ?? true) === (value === 'yes'),
  }))
  const isSelect = question?.kind === 'select'
  return openForm(
    customId,
    say('form_question'),
    textField({
      name: 'label',
      label: say('field_label'),
      ...(question && { hint: say('hint_label') }),
      maxLength: BOUNDS.label,
      isRequired: question === undefined,
      value: question?.label,
    }),
    choiceField({ name: 'kind', label: say('field_kind'), options: kinds }),
    choiceField({ name: 'needed', label: say('field_needed'), options: needed }),
    textField({
      name: 'options',
      label: say('field_options'),
      hint: say('hint_options'),
      maxLength: 2600,
      isLong: true,
      isRequired: false,
      value: isSelect ? question.options.join('\n') : '',
    }),
    textField({
      name: 'most',
      label: say('field_most'),
      hint: say('hint_options'),
      maxLength: 2,
      isRequired: false,
      value: isSelect ? `${question.most}` : '',
    }),
  )
}
