import { RoleId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { heardChanges } from './heard-changes.ts'
import {
  claimRoleTasks,
  delayRoleTask,
  endRoleTask,
  hurryRoleTasks,
  nextRoleTask,
  type RoleTask,
} from './roles-store.ts'
import { onboardingSettings } from './settings.ts'
import { forgetTrouble } from './trouble-store.ts'
import { recordTrouble, recordTroubleOnce, type Trouble } from './troubles.ts'
import { ROLES_CHANNEL } from './walk.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'logger' | 'discord' | 'settings' | 'notices'>

const AT_ONCE = 10
/** Longer than both calls of a task can take; a dead worker's tasks come back then. */
const LEASE = { minutes: 2 }
const LONGEST_IDLE = { seconds: 30 }
const LONGEST_PAUSE_S = 3600
/** Discord has hiccups; only what lasts is worth telling. */
const HICCUPS = 3
const TOLD_AGAIN_AFTER = { hours: 24 }
/** After that nobody waits for the role any more. */
const GIVEN_UP_AFTER = { hours: 30 * 24 }
/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const [UNKNOWN_MEMBER, UNKNOWN_USER, UNKNOWN_ROLE] = [10007, 10013, 10011]

/** Puts roles right: at once where Discord lets it, and else again and again with growing pauses. */
export function rolesWorker(needs: Needs): Worker {
  const { db, clock, notices } = needs
  const changes = heardChanges(notices, ROLES_CHANNEL)
  return repeating('onboarding.roles', needs, async () => {
    const woken = changes.listen()
    const now = clock.now()
    const guildIds = changes.guildIds()
    for (const guildId of guildIds) await hurryRoleTasks(db, guildId, now)
    changes.forget(guildIds)
    const tasks = await claimRoleTasks(db, { now, leaseUntil: now.add(LEASE), limit: AT_ONCE })
    await Promise.all(tasks.map((task) => attempt(needs, task)))
    if (tasks.length > 0) return { at: clock.now() }
    const [latest, next] = [now.add(LONGEST_IDLE), await nextRoleTask(db)]
    const isSooner = next && Temporal.Instant.compare(next, latest) < 0
    return { at: isSooner ? next : latest, sooner: woken }
  })
}

/** One role of one member that is to be given or taken. */
interface RoleChange {
  readonly roleId: RoleId
  readonly isGiven: boolean
}

async function attempt(needs: Needs, task: RoleTask): Promise<void> {
  const changes = await changesOf(needs, task)
  const { db, logger } = needs
  for (const change of changes) {
    try {
      await apply(needs, task, change)
    } catch (err) {
      if (err instanceof DiscordFailure) return failed(needs, task, change, err)
      logger.error({ err }, 'Roles could not be put right; the lease runs out')
      return
    }
  }
  await endRoleTask(db, task)
  if (changes.length > 0) await db.transaction().execute((tx) => forgetTrouble(tx, task.guildId, changes.map(causeOf)))
}

/** As the settings are now. */
async function changesOf({ settings }: Needs, { guildId, standing }: RoleTask): Promise<RoleChange[]> {
  const [join, completion] = await Promise.all([
    settings.read(onboardingSettings.joinRole, guildId),
    settings.read(onboardingSettings.completionRole, guildId),
  ])
  if (standing === 'joined') return join === null ? [] : [{ roleId: RoleId.parse(join), isGiven: true }]
  return [
    ...(completion === null ? [] : [{ roleId: RoleId.parse(completion), isGiven: true }]),
    ...(join === null || join === completion ? [] : [{ roleId: RoleId.parse(join), isGiven: false }]),
  ]
}

async function apply({ discord }: Needs, { guildId, userId, standing }: RoleTask, { roleId, isGiven }: RoleChange) {
  const reason = standing === 'joined' ? 'Joined; onboarding not completed' : 'Onboarding completed'
  if (isGiven) return discord.addRole(guildId, userId, roleId, reason)
  return discord.removeRole(guildId, userId, roleId, reason)
}

const causeOf = ({ roleId, isGiven }: RoleChange) => `role ${isGiven ? 'given' : 'taken'} ${roleId}`

async function failed(needs: Needs, task: RoleTask, change: RoleChange, failure: DiscordFailure): Promise<void> {
  const { db, clock } = needs
  const now = clock.now()
  if (Temporal.Instant.compare(task.createdAt.add(GIVEN_UP_AFTER), now) < 0) return endRoleTask(db, task)
  const isHiccup = failure.kind === 'unavailable' || failure.kind === 'unauthorized'
  const isTold = task.isTold || !isHiccup || task.attempts >= HICCUPS
  const dueAt = now.add({ seconds: pauseAfter(task, failure) })
  await db.transaction().execute(async (tx) => {
    if (isTold && !task.isTold) await tell(tx, task, change, failure, now)
    // Whoever comes back arrives anew.
    if (isOfNobody(failure)) await endRoleTask(tx, task)
    else await delayRoleTask(tx, task, dueAt, isTold)
  })
}

/** Of members who left each is told; what keeps a role from everybody is told once. */
async function tell(tx: Tx, task: RoleTask, change: RoleChange, failure: DiscordFailure, now: Temporal.Instant) {
  const { guildId, userId } = task
  const { roleId } = change
  const named = { guildId, userId, roleId, error: failure.message } as const
  if (isOfNobody(failure)) return recordTrouble(tx, { ...named, ...MEMBER_GONE }, now)
  const trouble: Trouble = {
    ...named,
    errorType: 'role_assignment_failed',
    message: `A member could not be ${change.isGiven ? 'given' : 'rid of'} the role ${roleId}; it is tried again`,
    repair: repairOf(change, failure),
  }
  return recordTroubleOnce(tx, causeOf(change), trouble, TOLD_AGAIN_AFTER, now)
}

const isOfNobody = ({ code }: DiscordFailure) => code === UNKNOWN_MEMBER || code === UNKNOWN_USER

const MEMBER_GONE = {
  errorType: 'member_not_found',
  message: 'A member left before the roles of the onboarding were put right',
  repair: 'Nothing to do: the roles are put right when the member comes back.',
} as const

function repairOf({ isGiven }: RoleChange, { kind, code }: DiscordFailure): string {
  const setting = isGiven ? 'onboarding.completion_role_id or onboarding.join_role_id' : 'onboarding.join_role_id'
  if (code === UNKNOWN_ROLE || kind === 'gone') return `Choose a role that exists with /config set ${setting}.`
  if (kind === 'forbidden')
    return "Server Settings → Roles: give the bot's role Manage Roles, and drag it above the role that it is to give or take."
  if (kind === 'invalid')
    return `Choose another role with /config set ${setting}: this one is given by Discord or an integration.`
  return 'Nothing to click: Discord does not answer at the moment. It is tried again by itself.'
}

/** Grows with every attempt; Discord's own wish counts where it is longer. */
function pauseAfter({ attempts }: RoleTask, { retryAfterMs }: DiscordFailure): number {
  return Math.max(Math.min(5 * 2 ** Math.min(attempts, 12), LONGEST_PAUSE_S), Math.ceil((retryAfterMs ?? 0) / 1000))
}
