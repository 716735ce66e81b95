/** Bodies of messages, as channels, webhooks and interaction callbacks take them. */
import { DiscordError, invalidForm } from '../discord-error.ts'
import { Fields } from '../fields.ts'
import type { AllowedMentions } from '../state/mentions.ts'
import type { NewAttachment } from '../state/message-parts.ts'
import type { MessageChange, MessageDraft } from '../state/messages.ts'
import type { Component, Embed, Json } from '../state/model.ts'
import type { Upload } from './router.ts'

const LONGEST_CONTENT = 2000
const LONGEST_NONCE = 25

export function messageDraft(fields: Fields, files: readonly Upload[]): MessageDraft {
  const reference = fields.object('message_reference')
  return {
    content: contentOf(fields) ?? '',
    embeds: embedsOf(fields) ?? [],
    components: componentsOf(fields) ?? [],
    attachments: uploadsOf(fields, files),
    flags: fields.integer('flags') ?? 0,
    tts: fields.boolean('tts') ?? false,
    allowedMentions: allowedMentionsOf(fields),
    nonce: nonceOf(fields),
    enforceNonce: fields.boolean('enforce_nonce') ?? false,
    replyTo: reference
      ? {
          messageId: reference.required('message_id', reference.snowflake('message_id')),
          mustExist: reference.boolean('fail_if_not_exists') ?? true,
        }
      : null,
  }
}

/** Null empties a field, absence leaves it. */
export function messageChange(fields: Fields, files: readonly Upload[]): MessageChange {
  const content = fields.json.content === null ? '' : contentOf(fields)
  const embeds = fields.json.embeds === null ? [] : embedsOf(fields)
  const components = fields.json.components === null ? [] : componentsOf(fields)
  const flags = fields.integer('flags')
  const kept = fields.objects('attachments')?.flatMap((attachment) => attachment.snowflake('id') ?? [])
  return {
    ...(content === undefined ? {} : { content }),
    ...(embeds === undefined ? {} : { embeds }),
    ...(components === undefined ? {} : { components }),
    ...(flags === undefined ? {} : { flags }),
    ...(fields.has('allowed_mentions') ? { allowedMentions: allowedMentionsOf(fields) } : {}),
    ...(kept === undefined ? {} : { keptAttachments: kept }),
    ...(files.length ? { attachments: uploadsOf(fields, files) } : {}),
  }
}

/** Files with the names and descriptions that `attachments` gives them. */
function uploadsOf(fields: Fields, files: readonly Upload[]): NewAttachment[] {
  const described = fields.objects('attachments', { max: 10 }) ?? []
  return files.map((file) => {
    const about = described.find((attachment) => attachment.snowflake('id') === file.index)
    return {
      filename: about?.text('filename') ?? file.filename,
      description: about?.text('description', { max: 1024 }) ?? null,
      contentType: file.contentType,
      bytes: file.bytes,
    }
  })
}

function contentOf(fields: Fields): string | undefined {
  return fields.text('content', { max: LONGEST_CONTENT })?.trim()
}

function nonceOf(fields: Fields): string | number | null {
  const { nonce } = fields.json
  if (nonce === undefined || nonce === null) return null
  if (typeof nonce === 'number' && Number.isInteger(nonce)) return nonce
  return fields.text('nonce', { max: LONGEST_NONCE }) ?? null
}

function allowedMentionsOf(fields: Fields): AllowedMentions | null {
  const given = fields.object('allowed_mentions')
  if (!given) return null
  const allowed = {
    parse: given.texts('parse') ?? [],
    users: given.snowflakes('users', { max: 100 }) ?? [],
    roles: given.snowflakes('roles', { max: 100 }) ?? [],
    replied_user: given.boolean('replied_user') ?? false,
  }
  for (const kind of ['users', 'roles'] as const) {
    if (!allowed.parse.includes(kind) || !allowed[kind].length) continue
    const sentence = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`
    throw fields.refuse('allowed_mentions', 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', sentence)
  }
  return allowed
}

function componentsOf(fields: Fields): Component[] | undefined {
  return fields.objects('components', { max: 40 })?.map((component, index) => {
    const { type } = component.json
    if (typeof type === 'number') return { ...component.json, type }
    throw invalidForm(['components', String(index), 'type'], 'BASE_TYPE_REQUIRED', 'This field is required')
  })
}

function embedsOf(fields: Fields): Embed[] | undefined {
  return fields.objects('embeds', { max: 10 })?.map(embedOf)
}

/** Limits of https://discord.com/developers/docs/resources/message#embed-object-embed-limits. */
function embedOf(embed: Fields): Embed {
  const footer = embed.object('footer')
  const author = embed.object('author')
  const image = embed.object('image')?.text('url')
  const thumbnail = embed.object('thumbnail')?.text('url')
  const made = defined({
    type: 'rich',
    title: embed.text('title', { max: 256 }),
    description: embed.text('description', { max: 4096 }),
    url: webAddress(embed, 'url'),
    timestamp: timestampOf(embed),
    color: embed.integer('color', { min: 0, max: 0xffffff }),
    footer:
      footer && defined({ text: footer.text('text', { max: 2048 }) ?? '', icon_url: webAddress(footer, 'icon_url') }),
    image: image === undefined ? undefined : { url: image },
    thumbnail: thumbnail === undefined ? undefined : { url: thumbnail },
    author:
      author &&
      defined({
        name: author.text('name', { max: 256 }) ?? '',
        url: webAddress(author, 'url'),
        icon_url: webAddress(author, 'icon_url'),
      }),
    fields: embed.objects('fields', { max: 25 })?.map((field) => ({
      name: field.required('name', field.text('name', { min: 1, max: 256 })),
      value: field.required('value', field.text('value', { min: 1, max: 1024 })),
      inline: field.boolean('inline') ?? false,
    })),
  })
  const isEmpty = Object.keys(made).length === 1
  if (isEmpty) throw embed.refuse('description', 'BASE_TYPE_REQUIRED', 'This field is required')
  return made
}

function webAddress(fields: Fields, name: string): string | undefined {
  const url = fields.text(name, { max: 2048 })
  if (!url || /^(https?|attachment):\/\/\S+$/.test(url)) return url || undefined
  throw fields.refuse(name, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')
}

function timestampOf(embed: Fields): string | undefined {
  const text = embed.text('timestamp')
  if (text === undefined) return undefined
  if (Number.isNaN(Date.parse(text))) {
    throw embed.refuse('timestamp', 'DATE_TIME_TYPE_PARSE', `Could not parse ${text}. Should be ISO8601.`)
  }
  return new Date(text).toISOString().replace('Z', '000+00:00')
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Without the fields that are undefined. */
function defined<T extends object>(fields: T): Defined<T>
function defined(fields: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** The object in `data`, or the body itself. */
export function requireFields(body: Json | undefined): Fields {
  if (body === undefined) throw new DiscordError(50006)
  return Fields.of(body)
}
