import { sql } from 'kysely'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import type { KnownInvite, ListedInvite, OpenUses } from './attribution.ts'

/** What is known of the invites of guilds, and which uses of them are not told apart yet. */

/** Looks and joins of one guild take turns, in every process: what is compared must not move meanwhile. */
export async function lockWatch(tx: Tx, guildId: GuildId): Promise<void> {
  await lockName(tx, `invites:${guildId}`)
}

/** The invites that were there at the last look or heard of since, and those that went lately. */
export async function knownInvites(tx: Tx, guildId: GuildId): Promise<KnownInvite[]> {
  const rows = await tx.selectFrom('guild_invites').selectAll().where('guild_id', '=', guildId).execute()
  return rows.map((row) => ({
    code: row.code,
    inviterId: row.inviter_id === null ? null : UserId.parse(row.inviter_id),
    isVanity: row.is_vanity,
    uses: row.uses,
    maxUses: row.max_uses,
    expiresAt: row.expires_at,
    deletedAt: row.deleted_at,
    isGone: row.gone_at !== null,
  }))
}

/** An invite that was seen. Its inviter stays as first seen: whoever was erased is not remembered again by it. */
export async function saveInvites(tx: Tx, guildId: GuildId, invites: readonly ListedInvite[]): Promise<void> {
  if (invites.length === 0) return
  await tx
    .insertInto('guild_invites')
    .values(invites.map((invite) => rowOf(guildId, invite)))
    .onConflict((conflict) =>
      conflict.columns(['guild_id', 'code']).doUpdateSet(({ ref }) => ({
        uses: ref('excluded.uses'),
        max_uses: ref('excluded.max_uses'),
        expires_at: ref('excluded.expires_at'),
        gone_at: null,
      })),
    )
    .execute()
}

/** One that was made; a look may have seen it, and its uses, before. */
export async function addInvite(db: Db, guildId: GuildId, invite: ListedInvite): Promise<void> {
  await db
    .insertInto('guild_invites')
    .values(rowOf(guildId, invite))
    .onConflict((conflict) => conflict.columns(['guild_id', 'code']).doNothing())
    .execute()
}

function rowOf(guildId: GuildId, { code, inviterId, isVanity, uses, maxUses, expiresAt }: ListedInvite) {
  return {
    guild_id: guildId,
    code,
    inviter_id: inviterId,
    is_vanity: isVanity,
    uses,
    max_uses: maxUses,
    expires_at: expiresAt,
  }
}

export async function markDeleted(db: Db, guildId: GuildId, code: string, now: Temporal.Instant): Promise<void> {
  await db
    .updateTable('guild_invites')
    .set({ deleted_at: now })
    .where('guild_id', '=', guildId)
    .where('code', '=', code)
    .where('deleted_at', 'is', null)
    .execute()
}

export async function markGone(
  tx: Tx,
  guildId: GuildId,
  codes: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  if (codes.length === 0) return
  await tx
    .updateTable('guild_invites')
    .set({ gone_at: now })
    .where('guild_id', '=', guildId)
    .where('code', 'in', codes)
    .execute()
}

/** @returns how many. */
export async function forgetGone(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  const gone = db.selectFrom('guild_invites').select(['guild_id', 'code']).where('gone_at', '<', before).limit(limit)
  const { numDeletedRows } = await db
    .deleteFrom('guild_invites')
    .where(({ eb, refTuple }) => eb(refTuple('guild_id', 'code'), 'in', gone.$asTuple('guild_id', 'code')))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

interface Watch {
  readonly lookedAt: Temporal.Instant | null
  readonly open: OpenUses
}

export async function readWatch(tx: Tx, guildId: GuildId): Promise<Watch> {
  const row = await tx
    .selectFrom('invite_watches')
    .select(['looked_at', 'open_uses'])
    .where('guild_id', '=', guildId)
    .executeTakeFirst()
  if (!row) return { lookedAt: null, open: { uses: [], draws: [] } }
  // Nobody but `writeWatch` writes it.
  const { uses, draws } = row.open_uses as unknown as StoredUses
  const inviters = await invitersOf(
    tx,
    guildId,
    uses.map(({ code }) => code),
  )
  return {
    lookedAt: row.looked_at,
    open: {
      draws,
      uses: uses.map((use) => ({
        ...use,
        inviterId: inviters.get(use.code) ?? null,
        after: Temporal.Instant.from(use.after),
        until: Temporal.Instant.from(use.until),
      })),
    },
  }
}

type StoredUse = Omit<OpenUses['uses'][number], 'inviterId' | 'after' | 'until'> & {
  readonly after: string
  readonly until: string
}
interface StoredUses {
  readonly uses: readonly StoredUse[]
  readonly draws: OpenUses['draws']
}

async function invitersOf(tx: Tx, guildId: GuildId, codes: readonly string[]): Promise<Map<string, UserId>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('guild_invites')
    .select(['code', 'inviter_id'])
    .where('guild_id', '=', guildId)
    .where('code', 'in', codes)
    .execute()
  return new Map(rows.flatMap(({ code, inviter_id: id }) => (id === null ? [] : [[code, UserId.parse(id)] as const])))
}

export async function writeWatch(tx: Tx, guildId: GuildId, { lookedAt, open }: Watch): Promise<void> {
  const stored = {
    draws: open.draws.map(({ among, held, isExact }) => ({ among: [...among], held, isExact })),
    uses: open.uses.map(({ inviterId: _, after, until, ...use }) => ({
      ...use,
      after: after.toString(),
      until: until.toString(),
    })),
  } satisfies JsonValue
  const told = { looked_at: lookedAt, open_uses: JSON.stringify(stored) }
  await tx
    .insertInto('invite_watches')
    .values({ guild_id: guildId, ...told })
    .onConflict((conflict) => conflict.column('guild_id').doUpdateSet(told))
    .execute()
}

/** Members of these guilds may have left without our hearing of it. */
export async function doubtMembers(db: Db, guildIds: readonly GuildId[], now: Temporal.Instant): Promise<void> {
  await sql`
    insert into invite_watches (guild_id, members_doubtful_since)
    select guild_id, ${now} from unnest(${[...guildIds]}::bigint[]) as there (guild_id)
    on conflict (guild_id) do update set members_doubtful_since = excluded.members_doubtful_since`.execute(db)
}

/** Whether it is to be told that the invites cannot be read; then it counts as told. */
export async function tellsBlindness(
  tx: Tx,
  guildId: GuildId,
  toldBefore: Temporal.Instant,
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await tx
    .insertInto('invite_watches')
    .values({ guild_id: guildId, blind_told_at: now })
    .onConflict((conflict) =>
      conflict
        .column('guild_id')
        .doUpdateSet({ blind_told_at: now })
        .where(({ eb, or }) =>
          or([eb('invite_watches.blind_told_at', 'is', null), eb('invite_watches.blind_told_at', '<=', toldBefore)]),
        ),
    )
    .returning('guild_id')
    .executeTakeFirst()
  return row !== undefined && GuildId.parse(row.guild_id) === guildId
}
