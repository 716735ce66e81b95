import type { GuildId } from '../../../kernel/ids.ts'
import { nonceOf } from '../../../kernel/nonce.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Commit, Db, Tx } from '../../../platform/database/connect.ts'
import type { ActorInGuild } from '../../../platform/discord/invocation.ts'
import { placed } from '../order.ts'
import { lockLists, notFound, type OnboardingService } from '../service.ts'
import { type Listed, type ListName, orderedIds } from '../store.ts'
import { ruleWords } from '../words-rules.ts'

/** One of the two lists, with what the service does to its items. */
export interface List<Item extends Listed, Input> {
  readonly name: ListName
  all(db: Db, guildId: GuildId): Promise<readonly Item[]>
  save(by: ActorInGuild, input: Input, commit?: Commit): Promise<string>
}

/** An item and what an admin had before their eyes when they decided: of the item itself, or of the order of all. */
export interface SeenItem {
  readonly id: string
  readonly seen: string
}

interface Needs {
  readonly db: Db
  readonly service: OnboardingService
}

/**
 * What admins decide by what they were shown: each act is done on exactly that, or refused. Everything else is up to the
 * service, in the same transaction.
 */
export function seenEdits<Item extends Listed, Input>({ db, service }: Needs, list: List<Item, Input>) {
  const { name } = list
  const locked = <Result>(guildId: GuildId, work: (tx: Tx) => Promise<Result>) =>
    db.transaction().execute(async (tx) => {
      await lockLists(tx, guildId)
      return work(tx)
    })
  return {
    change: (by: ActorInGuild, ref: SeenItem, change: (item: Item) => Input): Promise<string> =>
      locked(by.guildId, async (tx) => {
        const item = itemSeen(name, await list.all(tx, by.guildId), ref)
        return list.save(by, change(item), within(tx))
      }),
    /** Here `seen` is of the order. */
    move: ({ actor, guildId }: ActorInGuild, { id, seen }: SeenItem, by: -1 | 1): Promise<void> =>
      locked(guildId, async (tx) => {
        const ids = await orderedIds(tx, name, guildId)
        if (orderSeen(ids) !== seen) throw changedMeanwhile(name)
        const place = Math.max(1, ids.indexOf(id) + 1 + by)
        await service.reorder(actor, guildId, { [name]: [...placed(ids, id, place)] }, within(tx))
      }),
    remove: ({ actor, guildId }: ActorInGuild, ref: SeenItem): Promise<void> =>
      locked(guildId, async (tx) => {
        itemSeen(name, await list.all(tx, guildId), ref)
        await service.remove(actor, guildId, name, ref.id, within(tx))
      }),
  }
}

export type SeenEdits<Item extends Listed, Input> = ReturnType<typeof seenEdits<Item, Input>>

const within =
  (tx: Tx): Commit =>
  (work) =>
    work(tx)

/** @throws {Refusal} unless it is there, as it was seen. */
function itemSeen<Item extends Listed>(list: ListName, items: readonly Item[], { id, seen }: SeenItem): Item {
  const item = itemIn(list, items, id)
  if (seenOf(item) !== seen) throw changedMeanwhile(list)
  return item
}

export function itemIn<Item extends Listed>(list: ListName, items: readonly Item[], id: string): Item {
  const item = items.find((one) => one.id === id)
  if (!item) throw notFound(list)
  return item
}

function changedMeanwhile(list: ListName): Refusal {
  return new Refusal('conflict', 'onboarding.changed_meanwhile', ruleWords.everywhere(`${list}_changed`))
}

/** Changes with everything that an admin decides on, but not with its place. */
export function seenOf(item: Listed): string {
  return shortly(JSON.stringify({ ...item, position: 0 }))
}

export function orderSeen(ids: readonly string[]): string {
  return shortly(ids.join())
}

/** A custom id has no room for more; it is told from what it was a moment ago, not from everything that it could be. */
const shortly = (text: string) => nonceOf(text).slice(0, 8)
