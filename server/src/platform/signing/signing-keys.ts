import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '../../kernel/clock.ts'
import { lockName } from '../database/advisory-lock.ts'
import type { Db } from '../database/connect.ts'
import type { Notices } from '../database/listen.ts'
import { Remembered } from '../database/remembered.ts'
import * as store from './signing-key-store.ts'

/** What the program signs with: the newest key signs, all verify, in every process on the database. */
export interface SigningKeys {
  /** It is made where there is none. */
  newest(): Promise<store.SigningKey>
  find(id: unknown): Promise<store.SigningKey | null>
}

interface SigningKeysNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly notices: Notices
}

const CHANNEL = 'auth_signing_keys'

export function signingKeys({ db, clock, notices }: SigningKeysNeeds): SigningKeys {
  const remembered = new Remembered<store.SigningKey>(CHANNEL, { clock, notices })

  /** Several processes may start on an empty database at once. */
  async function makeFirst(): Promise<store.SigningKey> {
    return db.transaction().execute(async (tx) => {
      await lockName(tx, CHANNEL)
      const known = await store.newestKey(tx)
      const key = known ?? { id: randomUUID(), secret: randomBytes(32) }
      if (!known) await store.insertKey(tx, key, clock.now())
      return key
    })
  }

  return {
    newest: async () => (await store.newestKey(db)) ?? makeFirst(),
    find: async (id) => (isKeyId(id) ? remembered.get(id, () => store.findKey(db, id)) : null),
  }
}

/** Anything else is no text that the database could be asked for. */
function isKeyId(id: unknown): id is string {
  return typeof id === 'string' && /^[\w-]{1,64}$/.test(id)
}
