import { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../database/connect.ts'
import { type Notices, notify } from '../database/listen.ts'

/** What is not any more as it was, by which all processes forget what they knew of it. */
export type GuildChange =
  | { readonly of: 'everything' }
  /** Also its roles, channels and members. */
  | { readonly of: 'guild'; readonly guildId: GuildId }
  | { readonly of: 'channels'; readonly guildId: GuildId }
  | { readonly of: 'member'; readonly guildId: GuildId; readonly userId: UserId }

const CHANNEL = 'guild_access'

/** Tells every process on this database. */
export async function tellGuildChange(tx: Tx | Db, change: GuildChange): Promise<void> {
  await notify(tx, CHANNEL, textOf(change))
}

/** Hears of the changes that any process tells; of everything, where some may have been lost. */
export function hearGuildChanges(notices: Notices, hear: (change: GuildChange) => void): void {
  notices.on(
    CHANNEL,
    (text) => hear(changeOf(text)),
    () => hear({ of: 'everything' }),
  )
}

/** The same text for the same change. */
export function textOf(change: GuildChange): string {
  if (change.of === 'everything') return change.of
  return change.of === 'member' ? `member ${change.guildId} ${change.userId}` : `${change.of} ${change.guildId}`
}

/** What a later version of the program may tell and this one does not know concerns everything. */
function changeOf(text: string): GuildChange {
  const [of, guildId = '', userId = ''] = text.split(' ')
  if (of === 'guild' || of === 'channels') return { of, guildId: GuildId.parse(guildId) }
  if (of === 'member') return { of, guildId: GuildId.parse(guildId), userId: UserId.parse(userId) }
  return { of: 'everything' }
}
