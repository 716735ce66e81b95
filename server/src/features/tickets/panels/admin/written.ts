import { RoleId } from '../../../../kernel/ids.ts'
import type { PanelInput, PanelShape, QuestionShape } from '../contract.ts'
import { breaks, field, requireNone } from '../field-errors.ts'
import { windowsIn } from '../hours-text.ts'
import { ASSIGNMENTS, type Panel } from '../panel.ts'
import { panelOut } from '../shape.ts'

/** What an admin wrote into a form, as a change of the panel; its rules judge it like any other. */

interface Written {
  readonly fields: ReadonlyMap<string, string>
  readonly choices: ReadonlyMap<string, readonly string[]>
}

const textIn = ({ fields }: Written, name: string) => (fields.get(name) ?? '').trim()
const choiceIn = ({ choices }: Written, name: string) => choices.get(name)?.[0]
/** What is no number at all is none that the rules allow. */
const numberIn = (text: string) => (/^\d+$/.test(text) ? Number(text) : Number.NaN)

export function wordsWritten(written: Written): PanelInput {
  return {
    name: textIn(written, 'name'),
    description: textIn(written, 'text'),
    emoji: textIn(written, 'emoji') || null,
    welcome: textIn(written, 'welcome') || null,
  }
}

/** Null where nothing was written. */
function numberOrNone(written: Written, name: string): number | null {
  const text = textIn(written, name)
  return text === '' ? null : numberIn(text)
}

export function limitsWritten(written: Written): PanelShape {
  return {
    most_per_member: numberIn(textIn(written, 'per_member')),
    most_open: numberOrNone(written, 'most_open'),
    cooldown_seconds: numberIn(textIn(written, 'cooldown')),
  }
}

export function timesWritten(written: Written): PanelShape {
  return {
    idle_hours: numberOrNone(written, 'idle'),
    auto_close_hours: numberOrNone(written, 'auto_close'),
    first_response_minutes: numberOrNone(written, 'first_response'),
    resolution_minutes: numberOrNone(written, 'resolution'),
    assignment: ASSIGNMENTS.find((one) => one === choiceIn(written, 'assignment')) ?? 'none',
  }
}

/** @throws {Refusal} where the hours cannot be read. */
export function hoursWritten(written: Written): PanelShape {
  const text = textIn(written, 'hours')
  const windows = text === '' ? null : windowsIn(text)
  if (text !== '' && !windows) requireNone([breaks(field('hours'), 'hours_text')])
  return {
    hours: windows && { zone: textIn(written, 'zone'), windows: [...windows] },
    outside_hours: choiceIn(written, 'outside') === 'refuse' ? 'refuse' : 'warn',
  }
}

export function rolesWritten({ choices }: Written): PanelShape {
  const roles = (name: string) => (choices.get(name) ?? []).map((id) => RoleId.parse(id))
  return { required_role_ids: roles('required'), refused_role_ids: roles('refused') }
}

/** The question at that place, or none where its label was emptied. */
export function questionWritten(panel: Panel, index: number, written: Written): PanelShape {
  const questions: QuestionShape[] = panelOut(panel).questions.map(({ options, ...question }) =>
    question.kind === 'select' ? { ...question, options } : question,
  )
  const label = textIn(written, 'label')
  questions.splice(index, 1, ...(label === '' ? [] : [questionIn(label, written)]))
  return { questions }
}

function questionIn(label: string, written: Written): QuestionShape {
  const kind = choiceIn(written, 'kind')
  const asked = { label, required: choiceIn(written, 'needed') !== 'no' }
  if (kind !== 'select') return { ...asked, kind: kind === 'long' ? 'long' : 'short' }
  const options = textIn(written, 'options')
    .split('\n')
    .map((option) => option.trim())
    .filter((option) => option !== '')
  const most = textIn(written, 'most')
  return { ...asked, kind, options, most: most === '' ? 1 : numberIn(most) }
}
