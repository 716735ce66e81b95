/** Buttons, selects and forms as a person meets them: finding one, choosing in it, filling it in. */
import { ButtonStyle, ComponentType, ApplicationCommandOptionType as Option } from 'discord-api-types/v10'
import { isObject } from '../fields.ts'
import { allComponents } from '../state/mentions.ts'
import type { Component, Json, JsonObject } from '../state/model.ts'
import type { Resolved } from './resolved.ts'
import { CannotAct } from './waiting.ts'

/** What a person enters into a form, by custom id. */
export type FormValues = Readonly<Record<string, string | readonly string[] | boolean>>

/** Which kinds of things the automatic selects offer, as option types. */
const SELECTS: Readonly<Record<number, number>> = {
  [ComponentType.UserSelect]: Option.User,
  [ComponentType.RoleSelect]: Option.Role,
  [ComponentType.MentionableSelect]: Option.Mentionable,
  [ComponentType.ChannelSelect]: Option.Channel,
}
const INPUTS: readonly number[] = [3, 4, 5, 6, 7, 8, 19, 21, 22, 23]

/** The button with this custom id or label. */
export function buttonIn(components: readonly Component[], customIdOrLabel: string): Component {
  const buttons = allComponents(components).filter(({ type }) => type === ComponentType.Button)
  const button =
    buttons.find(({ custom_id }) => custom_id === customIdOrLabel) ??
    buttons.find(({ label }) => label === customIdOrLabel)
  if (!button) {
    const shown = buttons.map(({ label, custom_id }) => `${label ?? '(no label)'} (${custom_id ?? 'link'})`)
    throw new CannotAct(`there is no button ${customIdOrLabel}; there are: ${shown.join(', ') || 'none'}`)
  }
  if (button.style === ButtonStyle.Link) throw new CannotAct(`button ${customIdOrLabel} opens a link`)
  if (button.disabled === true) throw new CannotAct(`button ${customIdOrLabel} is disabled`)
  return button
}

/** The select with this custom id. */
export function selectIn(components: readonly Component[], customId: string): Component {
  const found = allComponents(components).find(({ type, custom_id }) => isSelect(type) && custom_id === customId)
  if (!found) throw new CannotAct(`there is no select ${customId}`)
  if (found.disabled === true) throw new CannotAct(`select ${customId} is disabled`)
  return found
}

/** The values, if the select takes them. */
export function chosen(select: Component, values: readonly string[], resolved: Resolved): string[] {
  const name = `select ${String(select.custom_id)}`
  const min = typeof select.min_values === 'number' ? select.min_values : 1
  const max = typeof select.max_values === 'number' ? select.max_values : 1
  if (values.length < min || values.length > max) throw new CannotAct(`${name} takes ${min} to ${max} values`)
  const kind = SELECTS[select.type]
  if (kind === undefined) {
    const offered = Array.isArray(select.options) ? select.options.filter(isObject).map(({ value }) => value) : []
    const unknown = values.find((value) => !offered.includes(value))
    if (unknown !== undefined) throw new CannotAct(`${name} does not offer ${unknown}`)
    return [...values]
  }
  const types = Array.isArray(select.channel_types)
    ? select.channel_types.filter((type) => typeof type === 'number')
    : []
  return values.map((value) => resolved.thing(kind, value, types, (why) => new CannotAct(`${name} ${why}`)))
}

/** The form as it is sent: the same tree with what was entered. */
export function filledForm(modal: JsonObject, values: FormValues, resolved: Resolved): Json[] {
  const components = Array.isArray(modal.components) ? modal.components.filter(isComponent) : []
  const inputs = allComponents(components).filter(({ type }) => INPUTS.includes(type))
  const unknown = Object.keys(values).find((name) => !inputs.some(({ custom_id }) => custom_id === name))
  if (unknown !== undefined) throw new CannotAct(`the form has no field ${unknown}`)
  return components.map((component) => mirrored(component, values, resolved))
}

function mirrored(component: Component, values: FormValues, resolved: Resolved): Json {
  const { type, id } = component
  const own = { type, id: id ?? 0 }
  if (isComponent(component.component)) return { ...own, component: mirrored(component.component, values, resolved) }
  if (Array.isArray(component.components)) {
    return {
      ...own,
      components: component.components.filter(isComponent).map((inner) => mirrored(inner, values, resolved)),
    }
  }
  return INPUTS.includes(type)
    ? { ...own, custom_id: component.custom_id ?? '', ...entered(component, values, resolved) }
    : own
}

function entered(input: Component, values: FormValues, resolved: Resolved): JsonObject {
  const name = String(input.custom_id)
  const value = values[name]
  if (input.type === ComponentType.TextInput) return { value: enteredText(input, value) }
  if (typeof value === 'boolean') return { value }
  if (isSelect(input.type)) {
    const given = value === undefined ? [] : [value].flat()
    if (!given.length && input.required === false) return { values: [] }
    return { values: chosen(input, given, resolved) }
  }
  return Array.isArray(value) ? { values: [...value] } : { value: typeof value === 'string' ? value : null }
}

function enteredText(input: Component, value: FormValues[string] | undefined): string {
  const name = `field ${String(input.custom_id)}`
  const text = value ?? input.value ?? ''
  if (typeof text !== 'string') throw new CannotAct(`${name} takes text`)
  if (!text && input.required !== false) throw new CannotAct(`${name} is required`)
  if (text && typeof input.min_length === 'number' && text.length < input.min_length) {
    throw new CannotAct(`${name} has at least ${input.min_length} characters`)
  }
  const max = typeof input.max_length === 'number' ? input.max_length : 4000
  if (text.length > max) throw new CannotAct(`${name} has at most ${max} characters`)
  return text
}

function isSelect(type: number): boolean {
  return type === ComponentType.StringSelect || type in SELECTS
}

function isComponent(value: Json | undefined): value is Component {
  return isObject(value) && typeof value.type === 'number'
}
