import type { MessageId, RoleId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { ChannelMessage } from '../../../platform/discord/channel-message.ts'
import { isGranted, MESSAGE_CONTENT } from '../../../platform/discord/intents.ts'
import { Remembered } from '../../../platform/discord/remembered.ts'
import { announceChange } from '../../../platform/events/data-change.ts'
import type { Platform } from '../../../platform/feature.ts'
import { insertAttachments } from '../attachments/attachment-store.ts'
import { ensureMark } from '../gaps/marks-store.ts'
import type { Room, TicketRooms } from '../ports.ts'
import { transcriptSettings } from '../settings.ts'
import * as store from './message-store.ts'
import { changeTo, isBlank, type Said, saidOf } from './said.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'discord' | 'settings'> & { readonly rooms: TicketRooms }

/** A message with the roles that its author has, where Discord told. */
export type Seen = ChannelMessage & { readonly roleIds?: readonly RoleId[] }

/** What became of messages that were recorded. */
export interface Outcome {
  readonly added: number
  readonly edited: number
}

/** What is asked of others before a transaction begins. */
export interface Prepared {
  readonly said: readonly Said[]
  readonly keepsBytes: boolean
  readonly roles: ReadonlyMap<MessageId, readonly RoleId[]>
}

export interface Recorder {
  /** Of messages as they stand in the channel, whether they are kept already or not. */
  prepare(room: Room, messages: readonly Seen[]): Promise<Prepared>
  recordIn(tx: Tx, room: Room, prepared: Prepared): Promise<Outcome>
  /** The same, in a transaction of its own. */
  record(room: Room, messages: readonly Seen[]): Promise<void>
  /** Somebody was heard to delete them. */
  deleted(room: Room, ids: readonly MessageId[]): Promise<void>
}

export function recorder(needs: Needs): Recorder {
  const { db, clock, settings } = needs
  const isGiven = givenContent(needs)

  async function prepare({ guildId }: Room, messages: readonly Seen[]): Promise<Prepared> {
    // Nobody can prevent two of the same from being locked in another order than these.
    const ordered = messages.toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
    const said: Said[] = []
    for (const message of ordered) said.push(saidOf(message, !isBlank(message) || (await isGiven(message))))
    const roles = messages.flatMap(({ id, roleIds }) => (roleIds ? [[id, roleIds] as const] : []))
    return { said, keepsBytes: await settings.read(transcriptSettings.keepAttachments, guildId), roles: new Map(roles) }
  }

  async function recordIn(tx: Tx, room: Room, { said, keepsBytes, roles }: Prepared): Promise<Outcome> {
    const now = clock.now()
    const ids = said.map(({ messageId }) => messageId)
    const known = new Map((await store.lockMessages(tx, ids)).map((one) => [one.messageId, one]))
    const fresh = said.filter(({ messageId }) => known.get(messageId)?.isKnown !== true)
    const added = new Set(await store.insertMessages(tx, room, fresh))
    await insertAttachments(tx, room, said, { state: keepsBytes ? 'wanted' : 'listed', now })
    const edited = await changeKnown(tx, room, said, known)
    const people = said.filter(({ messageId, isWebhook }) => added.has(messageId) && !isWebhook)
    if (people.length > 0) {
      const { ticketId, guildId } = room
      const heard = people.map(({ messageId, authorId, isBot, sentAt }) => {
        const roleIds = roles.get(messageId)
        return { authorId, isBot, at: sentAt, ...(roleIds && { roleIds }) }
      })
      await needs.rooms.heard(tx, { ticketId, guildId, messages: heard }, now)
    }
    if (added.size + edited > 0) await announceChange(tx, changeOf(room), now)
    return { added: added.size, edited }
  }

  return {
    prepare,
    recordIn,
    async record(room, messages) {
      const prepared = await prepare(room, messages)
      await db.transaction().execute(async (tx) => {
        await ensureMark(tx, room, clock.now())
        await recordIn(tx, room, prepared)
      })
    },
    async deleted(room, ids) {
      await db.transaction().execute(async (tx) => {
        const at = clock.now()
        await store.insertUnseen(tx, room, ids, at)
        const gone = await store.markDeleted(tx, room, ids, { at, isMissed: false })
        if (gone > 0) await announceChange(tx, changeOf(room), at)
      })
    },
  }
}

/** What is kept already and says something else now. @returns how many were edited. */
async function changeKnown(
  tx: Tx,
  room: Room,
  said: readonly Said[],
  known: ReadonlyMap<MessageId, store.Recorded>,
): Promise<number> {
  let edited = 0
  for (const seen of said) {
    const kept = known.get(seen.messageId)
    const change = kept?.isKnown && kept.ticketId === room.ticketId ? changeTo(kept, seen) : 'none'
    if (!kept || change === 'none') continue
    if (change === 'edited' && seen.editedAt) {
      await store.keepVersion(tx, kept, seen.editedAt)
      edited += 1
    }
    await store.changeMessage(tx, room, seen)
  }
  return edited
}

/** Whether Discord gives us what this author writes; our own words it always gives. */
function givenContent({ discord, clock }: Needs): (message: ChannelMessage) => Promise<boolean> {
  const granted = new Remembered<boolean>({ clock, most: 1 })
  const ask = async () => isGranted(MESSAGE_CONTENT, (await discord.application()).flags)
  return async ({ authorId }) => authorId === (await discord.self()) || granted.ask('', ask)
}

const changeOf = ({ guildId, ticketId }: Room) => ({ guildId, kind: 'transcripts', ref: ticketId })
