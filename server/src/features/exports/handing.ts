import type { UserId } from '../../kernel/ids.ts'
import type { Invocation } from '../../platform/discord/invocation.ts'
import type { OutgoingFile, OutgoingMessage } from '../../platform/discord/message.ts'
import type { Exporting, Making, Wish } from './exporting.ts'
import { fileReply, type Link, linkReply } from './replies.ts'
import type { Scope } from './scope.ts'
import type { ExportSource } from './source.ts'

/** However much a boosted guild may upload, so much of it is held in memory at most. */
const MOST_HELD = 25 * 1024 * 1024

interface HandingNeeds {
  readonly exporting: Exporting
  /** Where the same can be downloaded for a while. */
  linkTo(wish: Wish, by: UserId): Promise<Link>
}

/** Hands an export to whoever asked for it in Discord: as a file, or as a link where it is larger than Discord takes. */
export function handing({ exporting, linkTo }: HandingNeeds) {
  return async (source: ExportSource, scope: Scope, asked: Invocation): Promise<OutgoingMessage> => {
    const { guildId, actor, language, uploadLimit } = asked
    const wish = { source, guildId, scope }
    await using making = await exporting.open(wish)
    const data = await held(making, Math.min(uploadLimit, MOST_HELD))
    // The link is recorded when it is used.
    if (!data) return linkReply(await linkTo(wish, actor.userId), language)
    await exporting.record(wish, making.rows, actor)
    const file: OutgoingFile = { name: exporting.fileName(wish), contentType: 'text/csv', data }
    return fileReply(file, making.rows, language)
  }
}

/** Null when it is more; no more is read then. */
async function held(making: Making, most: number): Promise<Uint8Array | null> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const text of making.text()) {
    const part = Buffer.from(text)
    bytes += part.length
    if (bytes > most) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
