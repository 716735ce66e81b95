import type { Logger } from 'pino'
import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import { invalidField, Refusal } from '../../kernel/refusal.ts'
import type { Commit, Db, Tx } from '../../platform/database/connect.ts'
import { type Notices, notify } from '../../platform/database/listen.ts'
import { Remembered } from '../../platform/database/remembered.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { type KeyScope, Unauthenticated } from '../../platform/http/caller.ts'
import { KEY_CHALLENGE, type KeyHolder, type KnownKeys } from '../../platform/http/environment-key.ts'
import * as store from './api-key-store.ts'
import { hashOf, newSecret } from './secrets.ts'

export type { ApiKey, KeyOwner } from './api-key-store.ts'

type ApiKey = store.ApiKey
type KeyOwner = store.KeyOwner

export interface KeyWish {
  readonly name: string
  readonly scopes: readonly KeyScope[]
  readonly expiresAt: Temporal.Instant | null
}

/** Keys for programs: those of the environment, and those that admins make. */
export interface ApiKeys {
  /** @throws {Unauthenticated} unless it is a living key. */
  holderOf(given: string): Promise<KeyHolder>
  listOf(owner: KeyOwner): Promise<ApiKey[]>
  /** @returns also the key itself, which is kept nowhere. */
  create(actor: Actor, owner: KeyOwner, wish: KeyWish, commit: Commit): Promise<ApiKey & { readonly key: string }>
  /** It opens nothing from then on, in no process. */
  revoke(actor: Actor, owner: KeyOwner, id: string, commit: Commit): Promise<void>
}

interface ApiKeysNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly notices: Notices
  readonly environment: KnownKeys
}

export const API_KEYS_CHANNEL = 'auth_api_keys'
const PREFIX = 'alphapy_'
const HINT_LENGTH = 4
const MOST_LIVING = 50
/** How exactly the last use is known. */
const USE_RECORDED_EVERY = { minutes: 1 }

export function apiKeys({ db, clock, logger, notices, environment }: ApiKeysNeeds): ApiKeys {
  const remembered = new Remembered<ApiKey>(API_KEYS_CHANNEL, { clock, notices })

  async function read(hash: Buffer): Promise<ApiKey | null> {
    const now = clock.now()
    const key = await store.findByHash(db, hash, now)
    const before = now.subtract(USE_RECORDED_EVERY)
    const isRecorded = key?.lastUsedAt && Temporal.Instant.compare(key.lastUsedAt, before) > 0
    // Nobody waits for it: it says no more than when the key was last used.
    if (key && !isRecorded)
      store
        .recordUse(db, key.id, now, before)
        .catch((err: unknown) => logger.warn({ err }, 'The last use of an API key was not recorded'))
    return key
  }

  return {
    async holderOf(given) {
      const known = environment(given)
      if (known) return known
      const hash = hashOf(given)
      const key = await remembered.get(hash.toString('base64url'), () => read(hash))
      if (!key || !isLiving(key, clock.now())) throw new Unauthenticated('X-API-Key is not a valid key.', KEY_CHALLENGE)
      const onlyGuild = key.guildId && { onlyGuild: key.guildId }
      return { via: 'key', subject: `api_key:${key.id}`, scopes: new Set(key.scopes), ...onlyGuild }
    },
    listOf: (owner) => store.listApiKeys(db, owner, clock.now()),
    async create(actor, owner, wish, commit) {
      const key = `${PREFIX}${newSecret()}`
      const now = clock.now()
      checkExpiry(wish, now)
      const made = await commit(async (tx) => {
        await store.lockKeys(tx, owner)
        checkRoom((await store.listApiKeys(tx, owner, now)).length)
        const row = { ...wish, guildId: owner, createdBy: actor.userId, createdAt: now }
        const stored = await store.insertApiKey(tx, { ...row, hint: key.slice(-HINT_LENGTH), hash: hashOf(key) })
        await tell(tx, actor, stored, 'created', now)
        return stored
      })
      return { ...made, key }
    },
    async revoke(actor, owner, id, commit) {
      await commit(async (tx) => {
        const now = clock.now()
        const revoked = await store.revokeApiKey(tx, owner, id, now)
        if (!revoked) throw new Refusal('not_found', 'auth.api_key_not_found', `There is no API key ${id} here.`)
        await tell(tx, actor, revoked, 'revoked', now)
        await notify(tx, API_KEYS_CHANNEL, id)
      })
      remembered.forget()
    },
  }
}

/** In the log, for whoever asks who did that, and to the pages that list keys. */
async function tell(tx: Tx, actor: Actor, key: ApiKey, act: 'created' | 'revoked', now: Temporal.Instant) {
  const { id, name, hint, scopes, guildId } = key
  const details = { action: act, key_id: id, name, hint, scopes: [...scopes], changed_by: actor.userId }
  const message = `API key "${name}" was ${act}`
  await recordEvents(tx, [{ type: 'API_KEY_CHANGED', guildId, message, details }], now)
  if (guildId) await announceChange(tx, { guildId, kind: 'api_keys', ref: id }, now)
}

/** A remembered key may have expired since it was read. */
function isLiving({ expiresAt }: ApiKey, now: Temporal.Instant): boolean {
  return expiresAt === null || Temporal.Instant.compare(now, expiresAt) < 0
}

function checkExpiry({ expiresAt }: KeyWish, now: Temporal.Instant): void {
  if (expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0)
    throw invalidField('auth.expiry_passed', '/expires_at', 'expires_at must be in the future.')
}

function checkRoom(living: number): void {
  if (living < MOST_LIVING) return
  throw new Refusal(
    'invalid',
    'auth.too_many_api_keys',
    `There are ${MOST_LIVING} API keys, the most; revoke one first.`,
  )
}
