import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  type APIInteractionResponse,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ComponentType,
  InteractionResponseType,
} from 'discord-api-types/v10'
import type { OutgoingMessage } from './message.ts'

/**
 * The last line of defence: what is longer than Discord allows is cut rather than refused. Whoever builds a message
 * keeps it within the limits; a cut here is a fault there. Lengths are in code points, as Discord counts them.
 */

/** https://discord.com/developers/docs/resources/message#create-message and #embed-object-embed-limits */
const MESSAGE = { content: 2000, embeds: 10, embedded: 6000, rows: 5 }
const EMBED = { title: 256, description: 4096, fields: 25, name: 256, value: 1024, footer: 2048, author: 256 }
/** https://discord.com/developers/docs/components/reference */
const ROW = 5
const BUTTON_LABEL = 80
const SELECT = { placeholder: 150, options: 25, label: 100, description: 100 }
const INPUT = { label: 45, placeholder: 100, value: 4000 }
const LABEL = { label: 45, description: 100 }
/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
const MODAL = { title: 45, components: 5 }
/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-autocomplete */
const SUGGESTIONS = { choices: 25, name: 100 }

export interface Fitted<Of> {
  /** The same object where nothing had to be cut. */
  readonly kept: Of
  /** What had to be, by the names of parts. */
  readonly cut: readonly string[]
}

export type Texts = Pick<OutgoingMessage, 'content' | 'embeds' | 'components'>

export function fitted<Of extends Texts>(message: Of): Fitted<Of> {
  return withShears(message, (shears) => fittedTexts(message, shears))
}

export function fittedModal(
  modal: APIModalInteractionResponseCallbackData,
): Fitted<APIModalInteractionResponseCallbackData> {
  return withShears(modal, (shears) => cutModal(modal, shears))
}

/** Whatever an interaction is answered with. */
export function fittedResponse(response: APIInteractionResponse): Fitted<APIInteractionResponse> {
  return withShears(response, (shears): APIInteractionResponse => {
    switch (response.type) {
      case InteractionResponseType.ChannelMessageWithSource:
        return { ...response, data: fittedTexts(response.data, shears) }
      case InteractionResponseType.UpdateMessage:
        return response.data ? { ...response, data: fittedTexts(response.data, shears) } : response
      case InteractionResponseType.Modal:
        return { ...response, data: cutModal(response.data, shears) }
      case InteractionResponseType.ApplicationCommandAutocompleteResult: {
        const choices = shears.list('choices', response.data.choices ?? [], SUGGESTIONS.choices)
        const shortened = choices.map((choice) => ({
          ...choice,
          name: shears.text('choice', choice.name, SUGGESTIONS.name),
        }))
        return { ...response, data: { choices: shortened } }
      }
      default:
        return response
    }
  })
}

/** Cuts, and remembers that it did. */
class Shears {
  readonly cut = new Set<string>()

  text(part: string, text: string, most: number): string {
    if (text.length <= most || lengthOf(text) <= most) return text
    this.cut.add(part)
    return `${[...text].slice(0, most - 1).join('')}…`
  }

  list<Item>(part: string, items: readonly Item[], most: number): Item[] {
    if (items.length > most) this.cut.add(part)
    return items.slice(0, most)
  }
}

function withShears<Of>(whole: Of, cutBy: (shears: Shears) => Of): Fitted<Of> {
  const shears = new Shears()
  const kept = cutBy(shears)
  return shears.cut.size === 0 ? { kept: whole, cut: [] } : { kept, cut: [...shears.cut] }
}

function lengthOf(text: string): number {
  return [...text].length
}

function fittedTexts<Of extends { content?: unknown; embeds?: unknown; components?: unknown } & Partial<Texts>>(
  message: Of,
  shears: Shears,
): Of {
  const { content, embeds, components } = message
  return {
    ...message,
    ...(typeof content === 'string' && { content: shears.text('content', content, MESSAGE.content) }),
    ...(embeds && { embeds: cutEmbeds(embeds, shears) }),
    ...(components && { components: cutRows(components, shears) }),
  }
}

/** All embeds of a message share one length; what a message is known by, its titles and footers, comes first in each. */
function cutEmbeds(embeds: readonly APIEmbed[], shears: Shears): APIEmbed[] {
  let room = MESSAGE.embedded
  const take = (part: keyof typeof EMBED, text: string): string => {
    const most = Math.min(EMBED[part], room)
    if (most === 0 && text !== '') shears.cut.add(part)
    const kept = most === 0 ? '' : shears.text(part, text, most)
    room -= lengthOf(kept)
    return kept
  }
  const cutFields = (fields: NonNullable<APIEmbed['fields']>) =>
    shears
      .list('fields', fields, EMBED.fields)
      .map((field) => ({ ...field, name: take('name', field.name), value: take('value', field.value) }))
      .filter(({ name, value }) => room > 0 || (name !== '' && value !== ''))
  return shears
    .list('embeds', embeds, MESSAGE.embeds)
    .map(({ title, author, footer, description, fields, ...rest }) => ({
      ...rest,
      ...(title !== undefined && { title: take('title', title) }),
      ...(author && { author: { ...author, name: take('author', author.name) } }),
      ...(footer && { footer: { ...footer, text: take('footer', footer.text) } }),
      ...(description !== undefined && { description: take('description', description) }),
      ...(fields && { fields: cutFields(fields) }),
    }))
    .map(withoutNothing)
    .filter((embed) => room > 0 || isSeen(embed))
}

/** Without what there was no room for at all. */
function withoutNothing({ title, author, footer, description, fields = [], ...embed }: APIEmbed): APIEmbed {
  return {
    ...embed,
    ...(title && { title }),
    ...(author?.name && { author }),
    ...(footer?.text && { footer }),
    ...(description && { description }),
    ...(fields.length > 0 && { fields }),
  }
}

function isSeen({ title, description, fields, author, footer, image, thumbnail }: APIEmbed): boolean {
  return [title, description, fields, author, footer, image, thumbnail].some((part) => part !== undefined)
}

function cutRows(rows: readonly APIMessageTopLevelComponent[], shears: Shears): APIMessageTopLevelComponent[] {
  const areRows = rows.every(({ type }) => type === ComponentType.ActionRow)
  const kept = areRows ? shears.list('rows', rows, MESSAGE.rows) : rows
  return kept.map((row) => (row.type === ComponentType.ActionRow ? cutRow(row, shears) : row))
}

function cutRow(row: APIActionRowComponent<APIComponentInMessageActionRow>, shears: Shears): typeof row {
  const components = shears.list('row', row.components, ROW)
  return { ...row, components: components.map((component) => cutComponent(component, shears)) }
}

function cutComponent<Of extends APIComponentInMessageActionRow>(component: Of, shears: Shears): Of {
  return {
    ...component,
    ...('label' in component &&
      typeof component.label === 'string' && { label: shears.text('button', component.label, BUTTON_LABEL) }),
    ...('placeholder' in component &&
      typeof component.placeholder === 'string' && {
        placeholder: shears.text('placeholder', component.placeholder, SELECT.placeholder),
      }),
    ...('options' in component && { options: cutOptions(component.options, shears) }),
  }
}

function cutOptions(options: readonly APISelectMenuOption[], shears: Shears): APISelectMenuOption[] {
  return shears.list('options', options, SELECT.options).map(({ label, description, ...option }) => ({
    ...option,
    label: shears.text('option', label, SELECT.label),
    ...(description !== undefined && {
      description: shears.text('option_description', description, SELECT.description),
    }),
  }))
}

function cutModal(
  modal: APIModalInteractionResponseCallbackData,
  shears: Shears,
): APIModalInteractionResponseCallbackData {
  const components = shears.list('modal', modal.components, MODAL.components)
  return {
    ...modal,
    title: shears.text('modal_title', modal.title, MODAL.title),
    components: components.map((component) => cutModalPart(component, shears)),
  }
}

type ModalPart = APIModalInteractionResponseCallbackData['components'][number]

function cutModalPart(part: ModalPart, shears: Shears): ModalPart {
  if (part.type === ComponentType.Label)
    return {
      ...part,
      label: shears.text('label', part.label, LABEL.label),
      ...(part.description !== undefined && {
        description: shears.text('label_description', part.description, LABEL.description),
      }),
      component:
        part.component.type === ComponentType.StringSelect
          ? cutComponent(part.component, shears)
          : cutInput(part.component, shears),
    }
  if (part.type !== ComponentType.ActionRow) return part
  return { ...part, components: part.components.map((component) => cutInput(component, shears)) }
}

interface InputTexts {
  readonly type: ComponentType
  label?: string | undefined
  placeholder?: string | undefined
  value?: string | undefined
}

function cutInput<Of extends { readonly type: ComponentType }>(input: Of & Partial<InputTexts>, shears: Shears): Of {
  const { label, placeholder, value } = input
  const isText = input.type === ComponentType.TextInput
  return {
    ...input,
    ...(isText && label !== undefined && { label: shears.text('input_label', label, INPUT.label) }),
    ...(placeholder !== undefined && {
      placeholder: shears.text('placeholder', placeholder, isText ? INPUT.placeholder : SELECT.placeholder),
    }),
    ...(isText && value !== undefined && { value: shears.text('input', value, INPUT.value) }),
  }
}
