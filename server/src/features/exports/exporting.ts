import type { Actor } from '../../kernel/actor.ts'
import type { GuildId } from '../../kernel/ids.ts'
import { openReading } from '../../platform/database/cursor.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import type { Platform } from '../../platform/feature.ts'
import { csvHead, csvLines } from './csv.ts'
import type { Lanes } from './lanes.ts'
import { type Scope, sinceOf } from './scope.ts'
import type { ExportSource } from './source.ts'

/** What somebody wants to have. */
export interface Wish {
  readonly source: ExportSource
  readonly guildId: GuildId
  readonly scope: Scope
}

/** A file that is being made. It holds a connection and a lane until it is closed or read to its end. */
export interface Making extends AsyncDisposable {
  readonly rows: number
  /** Once. Its end means that every row was given. */
  text(): AsyncGenerator<string, void>
}

export interface Exporting {
  fileName(wish: Wish): string
  /** @throws {Refusal} while too many are under way. */
  open(wish: Wish): Promise<Making>
  /** That data leave is written down before they do: what breaks off half-way has left as well. */
  record(wish: Wish, rows: number, by: Actor): Promise<void>
}

export function exporting({ db, clock }: Pick<Platform, 'db' | 'clock'>, lanes: Lanes): Exporting {
  return {
    fileName: ({ source: { name, isByAge }, scope }) =>
      `${name}${isByAge ? `_${scope}` : ''}_${clock.now().toString().slice(0, 10)}.csv`,

    async open({ source, guildId, scope }) {
      using entered = new DisposableStack()
      entered.use(lanes.enter(guildId))
      const since = sinceOf(scope, clock.now())
      const reading = await openReading(db, (snapshot) => source.rows(snapshot, guildId, since))
      const lane = entered.move()
      async function close(): Promise<void> {
        try {
          await reading[Symbol.asyncDispose]()
        } finally {
          lane.dispose()
        }
      }
      return {
        rows: reading.count,
        async *text() {
          try {
            // With the first rows, so that what breaks before them can still be answered with an error.
            let head = csvHead(source.columns)
            for await (const batch of reading.batches()) {
              yield head + csvLines(source.columns, batch)
              head = ''
            }
            if (head !== '') yield head
          } finally {
            await close()
          }
        },
        [Symbol.asyncDispose]: close,
      }
    },

    async record({ source: { name }, guildId, scope }, rows, { userId, door }) {
      const message = `${rows} rows of ${name} were exported`
      const details = { export: name, scope, rows, user_id: userId, door }
      const now = clock.now()
      await db
        .transaction()
        .execute((tx) => recordEvents(tx, [{ type: 'EXPORT_MADE', guildId, message, details }], now))
    },
  }
}
