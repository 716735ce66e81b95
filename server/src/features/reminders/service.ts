import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Commit, Db, Tx } from '../../platform/database/connect.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import type { ReminderInput, ReminderPatch } from './contract.ts'
import { cancelOpen } from './ledger-store.ts'
import { occurrencesAfter } from './recurrence.ts'
import type { Occurrence, Reminder, ReminderDraft } from './reminder.ts'
import { changedDraft, type Defaults, draftOf, needsRescheduling, ONE_OFF_STAYS_LISTED } from './rules.ts'
import { reminderSettings } from './settings.ts'
import * as store from './store.ts'
import type { Whereabouts } from './whereabouts.ts'

export interface ReminderServiceNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly settings: Settings
  readonly whereabouts: Whereabouts
}

export type ReminderService = ReturnType<typeof reminderService>
export type ReminderView = store.ListedReminder

export interface ListRequest {
  readonly guildId?: GuildId
  readonly search?: string
  readonly limit: number
  readonly after?: store.ReminderCursor
}

const PREVIEWED = 5

/** What people may do with reminders. Every refusal is a `Refusal`; what is written is one transaction through `commit`. */
export function reminderService({ db, clock, settings, whereabouts }: ReminderServiceNeeds) {
  async function defaultsOf(guildId: GuildId): Promise<Defaults> {
    const [timeZone, offsetMinutes] = await Promise.all([
      settings.read(systemSettings.timeZone, guildId),
      settings.read(reminderSettings.offsetMinutes, guildId),
    ])
    return { timeZone, offsetMinutes }
  }

  async function checkLimit(tx: Tx, guildId: GuildId, ownerId: UserId) {
    const most = await settings.read(reminderSettings.mostPerMember, guildId)
    await store.lockOwner(tx, guildId, ownerId)
    if ((await store.countActive(tx, guildId, ownerId)) >= most)
      throw new Refusal('invalid', 'reminders.too_many', `You already have ${most} active reminders in this server, which is its limit.`)
  }

  async function checkEnabled(guildId: GuildId) {
    if (!(await settings.read(reminderSettings.enabled, guildId)))
      throw new Refusal('forbidden', 'reminders.disabled', 'Reminders are switched off in this server.')
  }

  /** The reminder, if the actor may manage it; somebody else's looks like none at all. */
  async function managed(actor: Actor, id: string): Promise<Reminder> {
    const reminder = await store.findReminder(db, id)
    if (!reminder || !mayManage(actor, reminder)) throw notFound(id)
    return reminder
  }

  const inOwnTransaction: Commit = (work) => db.transaction().execute(work)

  return {
    async create(
      actor: Actor,
      input: ReminderInput,
      origin: Reminder['origin'] = null,
      commit: Commit = inOwnTransaction,
    ): Promise<ReminderView> {
      checkNamedOwner(actor, input)
      const guildId = await whereabouts.guildOf(input.channel_id)
      await checkEnabled(guildId)
      const draft = draftOf(input, clock.now(), await defaultsOf(guildId))
      await whereabouts.checkMayRemind(actor.userId, draft)
      return commit(async (tx) => {
        await checkLimit(tx, guildId, actor.userId)
        const next = upcoming(draft, clock.now())
        const saved = await store.insertReminder(tx, { ...draft, guildId, ownerId: actor.userId, origin, next }, clock.now())
        return { ...saved, lastDelivery: null }
      })
    },

    /** Changes only what the patch names. A paused or completed reminder that has a next occurrence is active again. */
    async change(actor: Actor, patch: ReminderPatch, commit: Commit = inOwnTransaction): Promise<ReminderView> {
      checkNamedOwner(actor, patch)
      const before = await managed(actor, patch.id)
      const guildId = patch.channel_id ? await whereabouts.guildOf(patch.channel_id) : before.guildId
      if (guildId !== before.guildId && before.ownerId !== actor.userId) throw notFound(patch.id)
      await checkEnabled(guildId)
      const draft = changedDraft(before, patch, clock.now(), await defaultsOf(guildId))
      await whereabouts.checkMayRemind(before.ownerId, draft)
      return commit(async (tx) => {
        const current = await store.findReminderLocked(tx, before.id)
        if (!current) throw notFound(patch.id)
        if (current.version !== before.version)
          throw new Refusal('conflict', 'reminders.edited_elsewhere', `Reminder ${before.id} was changed by another request meanwhile; read it again and repeat.`)
        if (current.status !== 'active' || guildId !== before.guildId) await checkLimit(tx, guildId, before.ownerId)
        const next = await nextAfterChange(tx, current, draft, clock.now())
        await store.replaceReminder(tx, before.id, { ...draft, guildId }, next, clock.now())
        return viewed(await store.findListed(tx, before.id), patch.id)
      })
    },

    async remove(actor: Actor, id: string, commit: Commit = inOwnTransaction): Promise<void> {
      await managed(actor, id)
      await commit(async (tx) => {
        if (!(await store.removeReminder(tx, id))) throw notFound(id)
      })
    },

    async find(actor: Actor, id: string): Promise<ReminderView> {
      await managed(actor, id)
      return viewed(await store.findListed(db, id), id)
    },

    listForOwner(ownerId: UserId, request: ListRequest): Promise<ReminderView[]> {
      return store.listReminders(db, { ...request, ownerId, completedSince: clock.now().subtract(ONE_OFF_STAYS_LISTED) })
    },

    /** All reminders of the guild for its admin, one's own for everybody else. */
    listForGuild(actor: Actor, guildId: GuildId, request: ListRequest): Promise<ReminderView[]> {
      const completedSince = clock.now().subtract(ONE_OFF_STAYS_LISTED)
      const owner = actor.adminOf === guildId ? {} : { ownerId: actor.userId }
      return store.listReminders(db, { ...request, ...owner, guildId, completedSince })
    },

    /** What would be stored and the next five sendings; nothing is. */
    async preview(actor: Actor, input: ReminderInput): Promise<{ draft: ReminderDraft; next: readonly Occurrence[] }> {
      const guildId = await whereabouts.guildOf(input.channel_id)
      await checkEnabled(guildId)
      const draft = draftOf(input, clock.now(), await defaultsOf(guildId))
      await whereabouts.checkMayRemind(actor.userId, draft)
      return { draft, next: occurrencesAfter(draft, clock.now(), PREVIEWED) }
    },

    /** The zone in which clock times of the guild are read. */
    async timeZoneOf(guildId: GuildId): Promise<string> {
      return settings.read(systemSettings.timeZone, guildId)
    },

    defaultChannelOf(guildId: GuildId): Promise<ChannelId | null> {
      return whereabouts.defaultChannelOf(guildId)
    },
  }
}

function mayManage(actor: Actor, reminder: Reminder): boolean {
  return reminder.ownerId === actor.userId || actor.adminOf === reminder.guildId
}

/** The API's own bodies carry no owner; one that does must name the caller. */
function checkNamedOwner(actor: Actor, { user_id, created_by }: Pick<ReminderInput, 'user_id' | 'created_by'>) {
  const named = user_id ?? created_by
  if (named !== undefined && named !== actor.userId)
    throw new Refusal('forbidden', 'reminders.someone_else', 'user_id must be the caller named by X-User-Id.')
}

function upcoming(draft: ReminderDraft, now: Temporal.Instant): Occurrence {
  const [next] = occurrencesAfter(draft, now, 1)
  if (!next) throw new Refusal('invalid', 'reminders.never_due', 'This reminder would never be sent: its time has passed.')
  return next
}

async function nextAfterChange(tx: Tx, current: Reminder, draft: ReminderDraft, now: Temporal.Instant) {
  if (current.next && !needsRescheduling(current, draft)) return current.next
  await cancelOpen(tx, current.id, now)
  return upcoming(draft, now)
}

function notFound(id: string): Refusal {
  return new Refusal('not_found', 'reminders.not_found', `There is no reminder ${id} of yours.`)
}

function viewed(reminder: ReminderView | null, id: string): ReminderView {
  if (!reminder) throw notFound(id)
  return reminder
}
