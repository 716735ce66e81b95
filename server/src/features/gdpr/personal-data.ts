import { GuildId, isSnowflake } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { OutgoingFile } from '../../platform/discord/message.ts'
import { type OperationalEvent, recordEvents } from '../../platform/events/operational-event.ts'
import type { Platform } from '../../platform/feature.ts'
import type { Held, PersonInGuild } from '../../platform/privacy.ts'
import { type Contents, packed } from './archive.ts'
import { noteExport } from './export-store.ts'
import * as store from './receipt-store.ts'
import { gdprWords } from './words.ts'

type Receipt = store.Receipt
type Counts = store.Counts

/** What is kept of a person, over all features. */
export interface PersonalData {
  /** @throws {Refusal} `limit` when it was asked for a moment ago, or is more than Discord takes. */
  export(person: PersonInGuild, language: Language): Promise<OutgoingFile>
  /** What erasing would erase or make nameless. */
  look(person: PersonInGuild): Promise<Counts>
  /** All of it or, where anything fails, nothing. Of any number of tries with one request id, one erases. */
  erase(person: PersonInGuild, requestId: string): Promise<Receipt>
}

interface PersonalDataNeeds extends Pick<Platform, 'db' | 'clock'> {
  held(): readonly Held[]
}

const EXPORT_EVERY = { minutes: 1 }

export function personalData({ db, clock, held }: PersonalDataNeeds): PersonalData {
  /** As of one moment: nothing that happens meanwhile shows in one part and not in another. */
  const snapshot = ({ userId, guildId }: PersonInGuild): Promise<Contents> =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => contentsOf(tx, held(), { userId, guildId }))

  return {
    async export(person, language) {
      const now = clock.now()
      const last = await noteExport(db, person.userId, { now, since: now.subtract(EXPORT_EVERY) })
      if (last) throw tooSoon(now.until(last.add(EXPORT_EVERY)))
      return packed(await snapshot(person), { person, language, at: now })
    },

    async look(person) {
      const contents = await snapshot(person)
      const counts = held().flatMap(({ feature, privacy: { stays = [] } }) =>
        Object.entries(contents[feature] ?? {})
          .filter(([kind]) => !stays.includes(kind))
          .map(([kind, rows]) => [kind, rows.length] as const),
      )
      return onlySome(counts)
    },

    erase: (person, requestId) =>
      db.transaction().execute(async (tx) => {
        await lockName(tx, `gdpr:erase:${person.userId}`)
        const done = await store.findReceipt(tx, person.userId, requestId)
        if (done) return done
        const now = clock.now()
        const before = await contentsOf(tx, held(), person)
        const counts: [string, number][] = []
        for (const { privacy } of held()) counts.push(...Object.entries(await privacy.erase(tx, person)))
        const erasure = { requestId, ...person, counts: onlySome(counts), erasedAt: now }
        const receipt = await store.insertReceipt(tx, erasure)
        await recordEvents(tx, eventsOf(before, held()), now)
        return receipt
      }),
  }
}

async function contentsOf(tx: Tx, held: readonly Held[], person: PersonInGuild): Promise<Contents> {
  const contents: [string, Contents[string]][] = []
  // One connection reads one thing after another.
  for (const { feature, privacy } of held) contents.push([feature, await privacy.export(tx, person)])
  return Object.fromEntries(contents)
}

function onlySome(counts: readonly (readonly [string, number])[]): Counts {
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

/** One for each guild of which something was erased: how much, and nothing of whose it was. */
function eventsOf(contents: Contents, held: readonly Held[]): OperationalEvent[] {
  const guilds = held.flatMap(({ feature, privacy: { stays = [] } }) =>
    Object.entries(contents[feature] ?? {})
      .filter(([kind]) => !stays.includes(kind))
      .flatMap(([, rows]) => rows.map(({ guild_id }) => guild_id))
      .filter((id) => typeof id === 'string')
      .filter(isSnowflake),
  )
  return [...Map.groupBy(guilds, (id) => id)].map(([id, { length }]) => ({
    type: 'PRIVACY_ERASED',
    guildId: GuildId.parse(id),
    message: 'A member had their data erased',
    details: { rows: length },
  }))
}

function tooSoon(wait: Temporal.Duration): Refusal {
  const seconds = Math.ceil(wait.total('seconds'))
  return new Refusal('limit', 'gdpr.export_too_soon', gdprWords.everywhere('export_too_soon', { seconds }), {
    retryAfter: seconds,
  })
}
