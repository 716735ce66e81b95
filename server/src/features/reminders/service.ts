import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Commit, Db, Tx } from '../../platform/database/connect.ts'
import { reachMilestone } from '../../platform/events/milestones.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { announceReminder } from './announcing.ts'
import { changedDraft } from './change.ts'
import type { ReminderInput, ReminderPatch } from './contract.ts'
import { type Defaults, draftOf } from './draft.ts'
import { cancelOpen } from './ledger-store.ts'
import { occurrencesAfter } from './recurrence.ts'
import type { Occurrence, Reminder, ReminderDraft } from './reminder.ts'
import { needsRescheduling, ONE_OFF_STAYS_LISTED } from './rules.ts'
import { reminderSettings } from './settings.ts'
import * as store from './store.ts'
import type { Whereabouts } from './whereabouts.ts'
import { refusalWords } from './words-refusals.ts'

export interface ReminderServiceNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly settings: Settings
  readonly whereabouts: Whereabouts
}

export type ReminderView = store.ListedReminder

export interface ListRequest {
  readonly guildId?: GuildId
  /** Part of the name, or the id. */
  readonly search?: string
  readonly limit: number
  readonly after?: store.ReminderCursor
}

export interface Preview {
  readonly draft: ReminderDraft
  readonly next: readonly Occurrence[]
}

const PREVIEWED = 5

/**
 * What people may do with reminders. Whoever passes a `commit` may do more in the transaction that stores the change.
 * Every "no" is a Refusal; somebody else's reminder looks like none at all.
 */
export interface ReminderService {
  create(actor: Actor, input: ReminderInput, origin?: Reminder['origin'], commit?: Commit): Promise<ReminderView>
  /** Changes only what the patch names. A paused or completed reminder with a next occurrence is active again. */
  change(actor: Actor, patch: ReminderPatch, commit?: Commit): Promise<ReminderView>
  remove(actor: Actor, id: string, commit?: Commit): Promise<void>
  find(actor: Actor, id: string): Promise<ReminderView>
  /** One's own, ordered by next sending. */
  listForOwner(actor: Actor, request: ListRequest): Promise<ReminderView[]>
  /** All reminders of the guild for its admin, one's own for everybody else. */
  listForGuild(actor: Actor, guildId: GuildId, request: ListRequest): Promise<ReminderView[]>
  /** What would be stored and the next five sendings; nothing is stored. */
  preview(actor: Actor, input: ReminderInput): Promise<Preview>
}

export function reminderService(needs: ReminderServiceNeeds): ReminderService {
  const { db, clock } = needs
  const ownTransaction: Commit = (work) => db.transaction().execute(work)
  const completedSince = () => clock.now().subtract(ONE_OFF_STAYS_LISTED)
  return {
    create: (actor, input, origin = null, commit = ownTransaction) => create(needs, actor, input, origin, commit),
    change: (actor, patch, commit = ownTransaction) => change(needs, actor, patch, commit),
    async remove(actor, id, commit = ownTransaction) {
      const { guildId } = await managed(db, actor, id)
      await commit(async (tx) => {
        if (!(await store.removeReminder(tx, id))) throw notFound(id)
        await announceReminder(tx, guildId, id, clock.now())
      })
    },
    find: (actor, id) => managed(db, actor, id),
    listForOwner(actor, request) {
      if (request.guildId) checkGuild(actor, request.guildId)
      const guild = actor.onlyGuild && { guildId: actor.onlyGuild }
      return store.listReminders(db, { ...request, ...guild, ownerId: actor.userId, completedSince: completedSince() })
    },
    listForGuild(actor, guildId, request) {
      const owner = actor.adminOf === guildId ? {} : { ownerId: actor.userId }
      return store.listReminders(db, { ...request, ...owner, guildId, completedSince: completedSince() })
    },
    async preview(actor, input) {
      const { draft } = await checkedDraft(needs, actor, input)
      return { draft, next: occurrencesAfter(draft, clock.now(), PREVIEWED) }
    },
  }
}

async function create(
  needs: ReminderServiceNeeds,
  actor: Actor,
  input: ReminderInput,
  origin: Reminder['origin'],
  commit: Commit,
): Promise<ReminderView> {
  checkNamedOwner(actor, input)
  const { draft, guildId } = await checkedDraft(needs, actor, input)
  const most = await needs.settings.read(reminderSettings.mostPerMember, guildId)
  const ownerId = actor.userId
  return commit(async (tx) => {
    await checkRoom(tx, guildId, ownerId, most)
    const now = needs.clock.now()
    const reminder = { ...draft, guildId, ownerId, origin, next: upcoming(draft, now) }
    const created = await store.insertReminder(tx, reminder, now)
    await announceReminder(tx, guildId, created.id, now)
    await reachMilestone(tx, guildId, 'first_reminder', now)
    return { ...created, lastDelivery: null }
  })
}

async function change(
  needs: ReminderServiceNeeds,
  actor: Actor,
  patch: ReminderPatch,
  commit: Commit,
): Promise<ReminderView> {
  checkNamedOwner(actor, patch)
  const before = await managed(needs.db, actor, patch.id)
  const found = await needs.whereabouts.at(patch.channel_id ?? before.channelId, before.ownerId)
  const { guildId } = found
  checkGuild(actor, guildId)
  if (guildId !== before.guildId && before.ownerId !== actor.userId) throw notFound(patch.id)
  await checkEnabled(needs, guildId)
  const draft = changedDraft(before, patch, needs.clock.now(), await defaultsOf(needs, guildId))
  await needs.whereabouts.checkMayRemind(found, draft.mention)
  const most = await needs.settings.read(reminderSettings.mostPerMember, guildId)
  return commit(async (tx) => {
    const current = await store.findReminderLocked(tx, before.id)
    if (!current) throw notFound(patch.id)
    if (current.version !== before.version) throw editedElsewhere(before.id)
    const next = await nextAfterChange(tx, current, draft, needs.clock.now())
    const joins = next && (current.status !== 'active' || guildId !== before.guildId)
    if (joins) await checkRoom(tx, guildId, before.ownerId, most)
    const saved = await store.replaceReminder(tx, before.id, { ...draft, guildId }, next, needs.clock.now())
    for (const shownIn of new Set([before.guildId, guildId]))
      await announceReminder(tx, shownIn, before.id, needs.clock.now())
    return { ...saved, lastDelivery: before.lastDelivery }
  })
}

/** What the input means in the guild of its channel, where its owner and the bot may write. */
async function checkedDraft(needs: ReminderServiceNeeds, actor: Actor, input: ReminderInput) {
  const found = await needs.whereabouts.at(input.channel_id, actor.userId)
  checkGuild(actor, found.guildId)
  await checkEnabled(needs, found.guildId)
  const draft = draftOf(input, needs.clock.now(), await defaultsOf(needs, found.guildId))
  await needs.whereabouts.checkMayRemind(found, draft.mention)
  return { draft, guildId: found.guildId }
}

async function defaultsOf({ settings }: ReminderServiceNeeds, guildId: GuildId): Promise<Defaults> {
  const timeZone = await settings.read(systemSettings.timeZone, guildId)
  return { timeZone, offsetMinutes: await settings.read(reminderSettings.offsetMinutes, guildId) }
}

export async function checkEnabled(
  { settings }: Pick<ReminderServiceNeeds, 'settings'>,
  guildId: GuildId,
): Promise<void> {
  if (!(await settings.read(reminderSettings.enabled, guildId)))
    throw new Refusal('forbidden', 'reminders.disabled', refusalWords.everywhere('disabled'))
}

/** An API key that was made for one guild opens no other. */
function checkGuild({ onlyGuild }: Actor, guildId: GuildId): void {
  if (onlyGuild !== undefined && onlyGuild !== guildId)
    throw new Refusal(
      'forbidden',
      'reminders.other_guild',
      refusalWords.everywhere('other_guild', { guild: onlyGuild }),
    )
}

/** Counts under a lock, so that simultaneous requests cannot both take the last place. */
async function checkRoom(tx: Tx, guildId: GuildId, ownerId: UserId, most: number): Promise<void> {
  await store.lockOwner(tx, guildId, ownerId)
  if ((await store.countActive(tx, guildId, ownerId)) < most) return
  throw new Refusal('invalid', 'reminders.too_many', refusalWords.everywhere('too_many', { most }))
}

async function managed(db: Db, actor: Actor, id: string): Promise<ReminderView> {
  const reminder = await store.findListed(db, id)
  const mayManage = reminder?.ownerId === actor.userId || reminder?.guildId === actor.adminOf
  const isReached = actor.onlyGuild === undefined || reminder?.guildId === actor.onlyGuild
  if (!reminder || !mayManage || !isReached) throw notFound(id)
  return reminder
}

/** The API's own bodies carry no owner; one that does must name the caller. */
function checkNamedOwner(actor: Actor, { user_id, created_by }: Pick<ReminderInput, 'user_id' | 'created_by'>): void {
  const named = user_id ?? created_by
  if (named !== undefined && named !== actor.userId)
    throw new Refusal('forbidden', 'reminders.someone_else', refusalWords.everywhere('someone_else'))
}

export async function nextAfterChange(tx: Tx, current: Reminder, draft: ReminderDraft, now: Temporal.Instant) {
  if (current.status !== 'paused' && !needsRescheduling(current, draft)) return current.next
  await cancelOpen(tx, current.id, now)
  return upcoming(draft, now)
}

export function upcoming(draft: ReminderDraft, now: Temporal.Instant): Occurrence {
  const [next] = occurrencesAfter(draft, now, 1)
  if (!next) throw new Refusal('invalid', 'reminders.never_due', refusalWords.everywhere('never_due'))
  return next
}

function notFound(id: string): Refusal {
  return new Refusal('not_found', 'reminders.not_found', refusalWords.everywhere('not_found', { id }))
}

function editedElsewhere(id: string): Refusal {
  return new Refusal('conflict', 'reminders.edited_elsewhere', refusalWords.everywhere('edited_elsewhere', { id }))
}
