import { ChannelType } from 'discord-api-types/v10'
import type { Language } from '../../../kernel/language.ts'
import type { FieldError } from '../../../kernel/refusal.ts'
import { isTimeZone } from '../../../kernel/time-zone.ts'
import type { GuildContents } from '../../../platform/discord/guild-access.ts'
import { panelRuleWords } from '../words-panel-rules.ts'
import { breaks, countErrors, field, lengthErrors, numberErrors } from './field-errors.ts'
import { BOUNDS, type OpeningHours, type PanelDraft } from './panel.ts'
import { questionErrors } from './question-rules.ts'

/** What a panel may be. All that is wrong is told at once. */

/** Everything about the panel itself, and whether its guild has what it names. */
export function panelErrors(draft: PanelDraft, contents: GuildContents): FieldError[] {
  return [
    ...lengthErrors(field('name'), draft.name, 1, BOUNDS.name),
    ...lengthErrors(field('description'), draft.description, 0, BOUNDS.description),
    ...(draft.emoji === null || isEmoji(draft.emoji) ? [] : [breaks(field('emoji'), 'one_emoji')]),
    ...placeErrors(draft, contents),
    ...roleErrors(draft, contents),
    ...countErrors(field('questions'), draft.questions, 0, BOUNDS.questions),
    ...questionErrors(draft.questions),
    ...numberErrors(field('most_per_member'), draft.mostPerMember, 1, BOUNDS.perMember),
    ...numberErrors(field('most_open'), draft.mostOpen, 1, BOUNDS.open),
    ...numberErrors(field('cooldown_seconds'), draft.cooldownSeconds, 0, BOUNDS.cooldownSeconds),
    ...(draft.hours ? hoursErrors(draft.hours) : []),
    ...(draft.welcome === null ? [] : lengthErrors(field('welcome'), draft.welcome, 1, BOUNDS.welcome)),
    ...timeErrors(draft),
  ]
}

/** One character as people see it, or one of the guild's own: `<:name:id>`. */
const EMOJI = /^(?:\p{RGI_Emoji}|<a?:\w{2,32}:\d{17,20}>)$/v

function isEmoji(text: string): boolean {
  return EMOJI.test(text)
}

function placeErrors(draft: PanelDraft, { channels }: GuildContents): FieldError[] {
  const isOf = (id: string | null, type: ChannelType) =>
    id === null || channels.some((channel) => channel.id === id && channel.type === type)
  const { place, categoryId, overflowCategoryId, threadChannelId } = draft
  const categories = [
    [field('category_id'), categoryId],
    [field('overflow_category_id'), overflowCategoryId],
  ] as const
  return [
    ...categories.flatMap(([some, id]) => (isOf(id, ChannelType.GuildCategory) ? [] : [breaks(some, 'one_category')])),
    ...(overflowCategoryId !== null && overflowCategoryId === categoryId
      ? [breaks(field('overflow_category_id'), 'other_category')]
      : []),
    // Private threads hang on text channels alone: https://discord.com/developers/docs/topics/threads
    ...(isOf(threadChannelId, ChannelType.GuildText) ? [] : [breaks(field('thread_channel_id'), 'one_channel')]),
    ...(place === 'thread' && threadChannelId === null ? [breaks(field('thread_channel_id'), 'channel_needed')] : []),
  ]
}

function roleErrors(draft: PanelDraft, { roles }: GuildContents): FieldError[] {
  const known = new Set<string>(roles.map(({ id }) => id))
  const lists = [
    [field('staff_role_ids'), draft.staffRoleIds],
    [field('required_role_ids'), draft.requiredRoleIds],
    [field('refused_role_ids'), draft.refusedRoleIds],
  ] as const
  return [
    ...lists.flatMap(([some, ids]) => [
      ...countErrors(some, ids, 0, BOUNDS.roles),
      ...(ids.every((id) => known.has(id)) ? [] : [breaks(some, 'own_roles')]),
      ...(new Set(ids).size === ids.length ? [] : [breaks(some, 'unique')]),
    ]),
    ...(draft.refusedRoleIds.some((id) => draft.requiredRoleIds.includes(id))
      ? [breaks(field('refused_role_ids'), 'contradiction')]
      : []),
  ]
}

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/

function hoursErrors({ zone, windows }: OpeningHours): FieldError[] {
  const areClocks = windows.every(
    ({ day, from, to }) => Number.isInteger(day) && day >= 0 && day <= 6 && CLOCK.test(from) && CLOCK.test(to),
  )
  const zoneField = { path: '/hours/zone', word: (language: Language) => panelRuleWords(language)('zone') }
  return [
    ...(isTimeZone(zone) ? [] : [breaks(zoneField, 'one_zone')]),
    ...countErrors(field('hours', '/hours/windows'), windows, 1, BOUNDS.windows),
    ...(areClocks ? [] : [breaks(field('hours', '/hours/windows'), 'clock')]),
  ]
}

function timeErrors(draft: PanelDraft): FieldError[] {
  const { idleHours, autoCloseHours } = draft
  return [
    ...numberErrors(field('idle_hours'), idleHours, 1, BOUNDS.idleHours),
    ...numberErrors(field('auto_close_hours'), autoCloseHours, 1, BOUNDS.autoCloseHours),
    ...(idleHours !== null && autoCloseHours !== null && autoCloseHours <= idleHours
      ? [breaks(field('auto_close_hours'), 'later_than_idle')]
      : []),
    ...numberErrors(field('first_response_minutes'), draft.firstResponseMinutes, 1, BOUNDS.minutes),
    ...numberErrors(field('resolution_minutes'), draft.resolutionMinutes, 1, BOUNDS.minutes),
  ]
}
