import { type Selectable, sql } from 'kysely'
import { ChannelId, GuildId, MessageId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { OnboardingPanels } from '../../platform/database/tables.ts'

/** What is known of a guild's message with the Start button. */
export interface Panel {
  readonly guildId: GuildId
  /** Where an admin asked for it. */
  readonly chosen: ChosenPlace | null
  /** Null: it stands nowhere. */
  readonly standing: StandingPanel | null
  /** Grows with every panel that was posted, so that each has a nonce of its own. */
  readonly generation: number
}

/** A panel that nobody else looks after until then. */
export interface LeasedPanel extends Panel {
  readonly leaseUntil: Temporal.Instant
}

interface LeaseTimes {
  readonly now: Temporal.Instant
  readonly leaseUntil: Temporal.Instant
}

export interface ChosenPlace {
  readonly channelId: ChannelId
  /** The rules channel then; once that is another one, the choice is over. */
  readonly over: string | null
}

/** Where the panel is to stand; null: nowhere. */
export function placeOf(chosen: ChosenPlace | null, rulesChannel: string | null): string | null {
  return chosen && chosen.over === rulesChannel ? chosen.channelId : rulesChannel
}

export interface StandingPanel {
  readonly channelId: ChannelId
  readonly messageId: MessageId
  /** Of what it says. */
  readonly fingerprint: string
}

/** Has the panels of these guilds looked after at once. */
export async function makePanelsDue(db: Db, guildIds: readonly GuildId[], now: Temporal.Instant): Promise<void> {
  await sql`
    insert into onboarding_panels (guild_id, due_at) select id, ${now} from unnest(${[...guildIds]}::bigint[]) id
    on conflict (guild_id) do update set due_at = least(onboarding_panels.due_at, excluded.due_at)`.execute(db)
}

/** @returns whether one of these messages was a panel. */
export async function makeMessagesPanelDue(
  db: Db,
  messageIds: readonly string[],
  now: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('onboarding_panels')
    .set({ due_at: now })
    .where('message_id', 'in', messageIds)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** One that is due and that nobody else looks after. */
export async function leaseDuePanel(db: Db, { now, leaseUntil }: LeaseTimes): Promise<LeasedPanel | null> {
  const { rows } = await sql<Selectable<OnboardingPanels>>`
    update onboarding_panels set lease_until = ${leaseUntil}, due_at = ${leaseUntil} where guild_id = (
      select guild_id from onboarding_panels where due_at <= ${now} and (lease_until is null or lease_until <= ${now})
      order by due_at limit 1 for update skip locked)
    returning *`.execute(db)
  return rows[0] ? { ...panelOf(rows[0]), leaseUntil } : null
}

/** @returns until when somebody else looks after it, if somebody does. */
export async function leasePanel(
  db: Db,
  guildId: GuildId,
  { now, leaseUntil }: LeaseTimes,
): Promise<LeasedPanel | Temporal.Instant> {
  await makePanelsDue(db, [guildId], now)
  const { rows } = await sql<Selectable<OnboardingPanels>>`
    update onboarding_panels set lease_until = ${leaseUntil}, due_at = ${leaseUntil}
    where guild_id = ${guildId} and (lease_until is null or lease_until <= ${now})
    returning *`.execute(db)
  if (rows[0]) return { ...panelOf(rows[0]), leaseUntil }
  const taken = await db
    .selectFrom('onboarding_panels')
    .select('lease_until')
    .where('guild_id', '=', guildId)
    .executeTakeFirst()
  return taken?.lease_until ?? now
}

/** Ends the lease. What became due meanwhile stays so. @returns whether it had not run out and gone to somebody else. */
export async function writePanel(tx: Tx, panel: LeasedPanel, dueAt: Temporal.Instant): Promise<boolean> {
  const { guildId, chosen, standing, generation, leaseUntil } = panel
  const { numUpdatedRows } = await tx
    .updateTable('onboarding_panels')
    .set({
      chosen_channel_id: chosen?.channelId ?? null,
      chosen_over: chosen?.over ?? null,
      channel_id: standing?.channelId ?? null,
      message_id: standing?.messageId ?? null,
      fingerprint: standing?.fingerprint ?? null,
      generation,
      due_at: sql`case when due_at < lease_until then due_at else ${dueAt}::timestamptz end`,
      lease_until: null,
    })
    .where('guild_id', '=', guildId)
    .where('lease_until', '=', leaseUntil)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function chosenPlace(db: Db, guildId: GuildId): Promise<ChosenPlace | null> {
  const row = await db.selectFrom('onboarding_panels').selectAll().where('guild_id', '=', guildId).executeTakeFirst()
  return row ? panelOf(row).chosen : null
}

export async function nextDuePanel(db: Db): Promise<Temporal.Instant | null> {
  const { at } = await db
    .selectFrom('onboarding_panels')
    .select(sql<Temporal.Instant | null>`min(greatest(due_at, lease_until))`.as('at'))
    .executeTakeFirstOrThrow()
  return at
}

function panelOf(row: Selectable<OnboardingPanels>): Panel {
  const { chosen_channel_id: chosen, channel_id: channel, message_id: message, fingerprint } = row
  return {
    guildId: GuildId.parse(row.guild_id),
    chosen: chosen === null ? null : { channelId: ChannelId.parse(chosen), over: row.chosen_over },
    standing:
      channel === null || message === null || fingerprint === null
        ? null
        : { channelId: ChannelId.parse(channel), messageId: MessageId.parse(message), fingerprint },
    generation: row.generation,
  }
}
