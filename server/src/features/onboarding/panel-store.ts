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

export interface ChosenPlace {
  readonly channelId: ChannelId
  /** The rules channel then; once that is another one, the choice is over. */
  readonly over: string | null
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

/** One that is due and that nobody else looks after, until the transaction ends. */
export async function takeDuePanel(tx: Tx, now: Temporal.Instant): Promise<Panel | null> {
  const row = await tx
    .selectFrom('onboarding_panels')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row ? panelOf(row) : null
}

/** Waits until nobody else looks after it. */
export async function lockPanel(tx: Tx, guildId: GuildId, now: Temporal.Instant): Promise<Panel> {
  await tx
    .insertInto('onboarding_panels')
    .values({ guild_id: guildId, due_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tx
    .selectFrom('onboarding_panels')
    .selectAll()
    .where('guild_id', '=', guildId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return panelOf(row)
}

export async function writePanel(tx: Tx, panel: Panel, dueAt: Temporal.Instant): Promise<void> {
  const { guildId, chosen, standing, generation } = panel
  await tx
    .updateTable('onboarding_panels')
    .set({
      chosen_channel_id: chosen?.channelId ?? null,
      chosen_over: chosen?.over ?? null,
      channel_id: standing?.channelId ?? null,
      message_id: standing?.messageId ?? null,
      fingerprint: standing?.fingerprint ?? null,
      generation,
      due_at: dueAt,
    })
    .where('guild_id', '=', guildId)
    .execute()
}

export async function nextDuePanel(db: Db): Promise<Temporal.Instant | null> {
  const row = await db.selectFrom('onboarding_panels').select('due_at').orderBy('due_at').limit(1).executeTakeFirst()
  return row?.due_at ?? null
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
