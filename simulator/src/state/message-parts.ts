/** What messages are made of beside their text: uploads, the links of embeds, the ids of components. */
import type { Attachment, Component, Embed } from './model.ts'
import type { World } from './world.ts'

/** An upload, not yet part of a message. */
export interface NewAttachment {
  readonly filename: string
  readonly contentType: string
  readonly description: string | null
  readonly bytes: Uint8Array
}

/** Keeps the bytes of an upload and says where they are. */
export function store(world: World, channelId: string, upload: NewAttachment): Attachment {
  const id = world.nextId()
  world.state.uploads.set(id, upload.bytes)
  const url = `${world.origin}/attachments/${channelId}/${id}/${encodeURIComponent(upload.filename)}`
  return {
    id,
    filename: upload.filename,
    size: upload.bytes.length,
    url,
    proxy_url: url,
    content_type: upload.contentType,
    ...(upload.description === null ? {} : { description: upload.description }),
  }
}

/** Embeds name uploads of their own message as `attachment://<filename>`. */
export function withAttachmentUrls(embeds: readonly Embed[], attachments: readonly Attachment[]): Embed[] {
  const resolved = (url: string) => attachments.find(({ filename }) => url === `attachment://${filename}`)?.url ?? url
  return embeds.map((embed) => ({
    ...embed,
    ...(embed.image ? { image: { ...embed.image, url: resolved(embed.image.url) } } : {}),
    ...(embed.thumbnail ? { thumbnail: { ...embed.thumbnail, url: resolved(embed.thumbnail.url) } } : {}),
  }))
}

/** Components get ids from 1, in the order they are read, where the sender gave none. */
export function numbered(components: readonly Component[]): Component[] {
  const copies = structuredClone(components)
  let last = 0
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && typeof value.type === 'number') {
      last += 1
      if (!('id' in value) || !value.id) Object.assign(value, { id: last })
    }
    Object.values(value).forEach(visit)
  }
  visit(copies)
  return [...copies]
}
