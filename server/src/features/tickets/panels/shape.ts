import type { PanelOut, PanelShape, QuestionShape } from './contract.ts'
import type { Panel, PanelDraft, PanelQuestion } from './panel.ts'

/** Panels as they cross HTTP, and back. */

/** What the input says; what it does not say is left as it stands. */
export function withChanges(before: PanelDraft, input: PanelShape): PanelDraft {
  const or = <Value>(said: Value | undefined, kept: Value): Value => (said === undefined ? kept : said)
  return {
    name: or(input.name?.trim(), before.name),
    description: or(input.description?.trim(), before.description),
    emoji: or(input.emoji, before.emoji),
    isEnabled: or(input.enabled, before.isEnabled),
    place: or(input.place, before.place),
    categoryId: or(input.category_id, before.categoryId),
    overflowCategoryId: or(input.overflow_category_id, before.overflowCategoryId),
    threadChannelId: or(input.thread_channel_id, before.threadChannelId),
    staffRoleIds: or(input.staff_role_ids, before.staffRoleIds),
    requiredRoleIds: or(input.required_role_ids, before.requiredRoleIds),
    refusedRoleIds: or(input.refused_role_ids, before.refusedRoleIds),
    questions: or(input.questions?.map(questionOf), before.questions),
    mostPerMember: or(input.most_per_member, before.mostPerMember),
    mostOpen: or(input.most_open, before.mostOpen),
    cooldownSeconds: or(input.cooldown_seconds, before.cooldownSeconds),
    hours: or(input.hours, before.hours),
    outsideHours: or(input.outside_hours, before.outsideHours),
    welcome: or(input.welcome === undefined ? undefined : input.welcome?.trim() || null, before.welcome),
    offersAnswers: or(input.offers_answers, before.offersAnswers),
    idleHours: or(input.idle_hours, before.idleHours),
    autoCloseHours: or(input.auto_close_hours, before.autoCloseHours),
    firstResponseMinutes: or(input.first_response_minutes, before.firstResponseMinutes),
    resolutionMinutes: or(input.resolution_minutes, before.resolutionMinutes),
    assignment: or(input.assignment, before.assignment),
  }
}

function questionOf({ label, kind, required = true, placeholder, options, most }: QuestionShape): PanelQuestion {
  const asked = { label: label.trim(), isRequired: required }
  if (kind !== 'select') return { ...asked, kind, placeholder: placeholder?.trim() || null }
  return { ...asked, kind, options: (options ?? []).map((option) => option.trim()), most: most ?? 1 }
}

export function panelOut(panel: Panel): PanelOut {
  return {
    id: panel.id,
    version: panel.version,
    name: panel.name,
    description: panel.description,
    emoji: panel.emoji,
    enabled: panel.isEnabled,
    place: panel.place,
    category_id: panel.categoryId,
    overflow_category_id: panel.overflowCategoryId,
    thread_channel_id: panel.threadChannelId,
    staff_role_ids: [...panel.staffRoleIds],
    required_role_ids: [...panel.requiredRoleIds],
    refused_role_ids: [...panel.refusedRoleIds],
    questions: panel.questions.map(questionOut),
    most_per_member: panel.mostPerMember,
    most_open: panel.mostOpen,
    cooldown_seconds: panel.cooldownSeconds,
    hours: panel.hours && { zone: panel.hours.zone, windows: panel.hours.windows.map((window) => ({ ...window })) },
    outside_hours: panel.outsideHours,
    welcome: panel.welcome,
    offers_answers: panel.offersAnswers,
    idle_hours: panel.idleHours,
    auto_close_hours: panel.autoCloseHours,
    first_response_minutes: panel.firstResponseMinutes,
    resolution_minutes: panel.resolutionMinutes,
    assignment: panel.assignment,
  }
}

function questionOut(question: PanelQuestion): PanelOut['questions'][number] {
  const { label, kind, isRequired: required } = question
  if (question.kind === 'select')
    return { label, kind, required, placeholder: null, options: [...question.options], most: question.most }
  return { label, kind, required, placeholder: question.placeholder, options: [], most: 1 }
}
