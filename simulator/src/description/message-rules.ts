/** The hand rules of messages, their components, and modals. */
import { isObject } from '../fields.ts'
import type { Json, JsonObject } from '../state/model.ts'
import type { BodyPath, BrokenRule, RuleContext } from './rules.ts'

/** Edits may leave out what the message already has. */
export type MessageKind = 'new' | 'edit'

const IS_COMPONENTS_V2 = 32_768
const MESSAGE = 'https://docs.discord.com/developers/resources/message'
const COMPONENTS = 'https://docs.discord.com/developers/components/reference'

/** Section to container, as Discord numbers the components that need the flag. */
const FIRST_V2 = 9
const LAST_V2 = 17

interface Placed {
  readonly component: JsonObject
  readonly path: BodyPath
}

/** Rules 1 to 8. */
export function messageRules(body: JsonObject, at: BodyPath, kind: MessageKind, context: RuleContext): BrokenRule[] {
  const flags = typeof body.flags === 'number' ? body.flags : undefined
  const isV2 = (((flags ?? 0) | (context.flags ?? 0)) & IS_COMPONENTS_V2) !== 0
  const top = componentsIn(body.components, [...at, 'components'])
  const all = withInner(top)
  const knowsFlags = kind === 'new' || flags !== undefined || context.flags !== undefined
  return [
    ...contentLength(body, at),
    ...embedTotal(body, at),
    ...(knowsFlags && !isV2 ? [...legacyRows(top, at), ...v2WithoutFlag(top)] : []),
    ...(isV2 ? v2WithLegacyFields(body, at) : []),
    ...customIdTwice(all),
    ...linkWithoutUrl(all),
    ...(kind === 'new' && (context.files ?? 0) === 0 ? emptyMessage(body, at) : []),
  ]
}

/** Rule 12, and rule 4 within a modal. */
export function modalRules(data: JsonObject, at: BodyPath): BrokenRule[] {
  const path = [...at, 'components']
  const top = componentsIn(data.components, path)
  const duplicates = customIdTwice(withInner(top))
  if (top.length <= 5) return duplicates
  const source = 'https://docs.discord.com/developers/interactions/receiving-and-responding#modal'
  return [...duplicates, badLength('modal components', path, source)]
}

function contentLength({ content }: JsonObject, at: BodyPath): BrokenRule[] {
  if (typeof content !== 'string' || lengthOf(content) <= 2000) return []
  const message = 'Must be 2000 or fewer in length.'
  const path = [...at, 'content']
  return [{ rule: 'content length', path, code: 'BASE_TYPE_MAX_LENGTH', message, source: `${MESSAGE}#create-message` }]
}

function embedTotal({ embeds }: JsonObject, at: BodyPath): BrokenRule[] {
  const total = objectsIn(embeds).reduce((sum, embed) => sum + embedLength(embed), 0)
  if (total <= 6000) return []
  const message = 'Embed size exceeds maximum size of 6000'
  const source = `${MESSAGE}#embed-object-embed-limits`
  return [{ rule: 'embed total', path: [...at, 'embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message, source }]
}

function embedLength({ title, description, fields, footer, author }: JsonObject): number {
  const texts = [
    title,
    description,
    ...objectsIn(fields).flatMap(({ name, value }) => [name, value]),
    isObject(footer) ? footer.text : '',
    isObject(author) ? author.name : '',
  ]
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? lengthOf(text) : 0), 0)
}

function legacyRows(top: readonly Placed[], at: BodyPath): BrokenRule[] {
  if (top.filter(({ component }) => component.type === 1).length <= 5) return []
  return [badLength('legacy rows', [...at, 'components'], `${COMPONENTS}#legacy-message-component-behavior`)]
}

function v2WithoutFlag(top: readonly Placed[]): BrokenRule[] {
  return top.flatMap(({ component: { type }, path }) => {
    if (typeof type !== 'number' || type < FIRST_V2 || type > LAST_V2) return []
    const message = 'Value of field "type" must be one of (1,).'
    const source = `${COMPONENTS}#component-object-component-types`
    return [{ rule: 'v2 without flag', path: [...path, 'type'], code: 'UNION_TYPE_CHOICES', message, source }]
  })
}

function v2WithLegacyFields(body: JsonObject, at: BodyPath): BrokenRule[] {
  return ['content', 'embeds', 'poll', 'sticker_ids'].flatMap((name) => {
    if (isBlank(body[name])) return []
    return [
      {
        rule: 'v2 with legacy fields',
        path: [...at, name],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        source: `${MESSAGE}#message-object-message-flags`,
      },
    ]
  })
}

function customIdTwice(all: readonly Placed[]): BrokenRule[] {
  const seen = new Set<string>()
  return all.flatMap(({ component: { custom_id: id }, path }) => {
    if (typeof id !== 'string') return []
    const isFirst = !seen.has(id)
    seen.add(id)
    if (isFirst) return []
    const message = 'Component custom id cannot be duplicated'
    const source = `${COMPONENTS}#anatomy-of-a-component`
    const place = [...path, 'custom_id']
    return [{ rule: 'custom id twice', path: place, code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message, source }]
  })
}

function linkWithoutUrl(all: readonly Placed[]): BrokenRule[] {
  return all.flatMap(({ component: { type, style, url }, path }) => {
    if (type !== 2 || style !== 5 || !isBlank(url)) return []
    const message = 'A url is required'
    const source = `${COMPONENTS}#button-button-styles`
    return [
      { rule: 'link without url', path: [...path, 'url'], code: 'BUTTON_COMPONENT_URL_REQUIRED', message, source },
    ]
  })
}

const CONTENTS = ['content', 'embeds', 'sticker_ids', 'components', 'attachments', 'poll', 'shared_client_theme']

function emptyMessage(body: JsonObject, at: BodyPath): BrokenRule[] {
  const { message_reference: reference } = body
  // Forwarded messages bring no content of their own.
  const isForward = isObject(reference) && reference.type === 1
  if (isForward || CONTENTS.some((name) => !isBlank(body[name]))) return []
  const message = 'Cannot send an empty message'
  return [{ rule: 'empty message', path: at, code: '50006', message, source: `${MESSAGE}#create-message` }]
}

function badLength(rule: string, path: BodyPath, source: string): BrokenRule {
  return { rule, path, code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.', source }
}

function componentsIn(list: Json | undefined, path: BodyPath): Placed[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((component, i) => (isObject(component) ? [{ component, path: [...path, i] }] : []))
}

function withInner(placed: readonly Placed[]): Placed[] {
  return placed.flatMap(({ component, path }) => [
    { component, path },
    ...withInner([
      ...componentsIn(component.components, [...path, 'components']),
      ...['accessory', 'component'].flatMap((name) => {
        const inner = component[name]
        return isObject(inner) ? [{ component: inner, path: [...path, name] }] : []
      }),
    ]),
  ])
}

function objectsIn(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}

function isBlank(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0
}

/** Discord counts code points, not UTF-16 units. */
function lengthOf(text: string): number {
  return [...text].length
}
