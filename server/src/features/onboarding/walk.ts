import type { GuildId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { notify } from '../../platform/database/listen.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { reachMilestone } from '../../platform/events/milestones.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import type { Platform } from '../../platform/feature.ts'
import { type Course, currentStep, lacksRules, type Step } from './course.ts'
import { type Move, moved } from './flow.ts'
import { freshness, type Press } from './press.ts'
import { NOTHING_YET, type Progress } from './progress.ts'
import {
  lockNewProgress,
  lockProgress,
  type MemberOfGuild,
  readProgress,
  type StoredProgress,
  type Stride,
  writeBeginning,
  writeEnd,
  writeStride,
} from './progress-store.ts'
import { replaceResponse } from './responses-store.ts'
import { putRoleTask } from './roles-store.ts'
import { onboardingSettings } from './settings.ts'
import { listQuestions, listRules } from './store.ts'
import { recordTroubleOnce } from './troubles.ts'
import { onboardingWords } from './words.ts'

/** What a member is shown next. */
export type Shown =
  | { readonly kind: 'step'; readonly scene: Scene }
  | { readonly kind: 'completed' }
  /** Start was never pressed, or the member was erased since. */
  | { readonly kind: 'not_begun' }

/** A step with all that is said about it. */
export interface Scene {
  readonly course: Course
  readonly progress: Progress
  readonly revision: number
  readonly step: Step
  /** An admin worded it anew since the member last saw it. */
  readonly isReworded: boolean
}

/** The way of members through the onboarding. Every step is stored before it is shown, and nothing is kept in memory. */
export interface Walk {
  /** From the start, or from where the member stopped. */
  begin(member: MemberOfGuild): Promise<Shown>
  /** Makes the move if the press belongs to the step where the member is; otherwise nothing happens but showing that. */
  move(member: MemberOfGuild, press: Press, move: Move): Promise<Shown>
  /** From the summary to the end. */
  confirm(member: MemberOfGuild, press: Press): Promise<Shown>
  /** Where the member is, and whether the press belongs to it. */
  look(member: MemberOfGuild, press: Press): Promise<{ readonly shown: Shown; readonly isCurrent: boolean }>
  /** What the guild leads its members through, or would if it were open. */
  course(guildId: GuildId): Promise<{ readonly course: Course; readonly isOpen: boolean }>
}

/** Tells workers that somebody's roles are to be put right. */
export const ROLES_CHANNEL = 'onboarding_roles'
const NO_RULES_QUIET = { minutes: 60 }

type Needs = Pick<Platform, 'db' | 'clock' | 'settings'>

export function onboardingWalk(needs: Needs): Walk {
  const { db, clock } = needs
  return {
    course: (guildId) => courseOf(needs, guildId),
    async begin(member) {
      const { course, stored } = await whereabouts(needs, member)
      if (stored && isUnderWay(stored)) return shownOf(course, stored)
      return db.transaction().execute(async (tx) => {
        const locked = await lockNewProgress(tx, member, clock.now())
        return shownOf(course, isUnderWay(locked) ? locked : await beginAnew(tx, course, member, locked, clock.now()))
      })
    },
    async move(member, press, move) {
      const { course, stored } = await whereabouts(needs, member)
      const shown = shownOf(course, stored, press)
      if (!stored || shown.kind !== 'step' || !fits(shown.scene, press)) return shown
      const stride = strideOf(shown.scene, move)
      if (!stride) return shown
      const { progress } = stride
      const { revision } = stored
      if (await writeStride(db, member, revision, stride, clock.now()))
        return shownOf(course, { ...stored, progress, revision: revision + 1 })
      return shownOf(course, await readProgress(db, member), press)
    },
    async confirm(member, press) {
      const { course } = await whereabouts(needs, member)
      return db.transaction().execute(async (tx) => {
        const shown = shownOf(course, await lockProgress(tx, member), press)
        if (shown.kind !== 'step' || shown.scene.step.kind !== 'summary' || !fits(shown.scene, press)) return shown
        await complete(tx, member, shown.scene, clock.now())
        return { kind: 'completed' }
      })
    },
    async look(member, press) {
      const { course, stored } = await whereabouts(needs, member)
      const shown = shownOf(course, stored, press)
      return { shown, isCurrent: shown.kind === 'step' && fits(shown.scene, press) }
    },
  }
}

function isUnderWay({ revision, isCompleted }: StoredProgress): boolean {
  return revision > 0 && !isCompleted
}

/** Null where the move cannot be made. */
function strideOf({ course, progress, step }: Scene, move: Move): Stride | null {
  const next = moved(course, progress, move)
  if (!next) return null
  const reached = currentStep(course, next)
  const isPassed = move.kind !== 'back' && move.kind !== 'change' && reached.key !== step.key
  return { progress: next, done: isPassed ? step : null, reached }
}

/**
 * What the member is led through, and where they are. Read before any transaction, which would hold a connection of the
 * pool while waiting for another one.
 */
async function whereabouts(needs: Needs, member: MemberOfGuild) {
  const [{ course, isOpen }, stored] = await Promise.all([
    courseOf(needs, member.guildId),
    readProgress(needs.db, member),
  ])
  if (!isOpen) throw new Refusal('conflict', 'onboarding.closed', onboardingWords.everywhere('closed'))
  await checkRules(needs, course, member, stored)
  return { course, stored }
}

async function courseOf({ db, settings }: Needs, guildId: GuildId) {
  const [isEnabled, mode, rules, questions] = await Promise.all([
    settings.read(onboardingSettings.enabled, guildId),
    settings.read(onboardingSettings.mode, guildId),
    listRules(db, guildId),
    listQuestions(db, guildId),
  ])
  const course: Course = {
    mode: mode === 'disabled' ? 'rules_with_questions' : mode,
    rules: rules.filter((rule) => rule.isEnabled),
    questions: questions.filter((question) => question.isEnabled),
  }
  return { course, isOpen: isEnabled && mode !== 'disabled' }
}

function shownOf(course: Course, stored: StoredProgress | null, press?: Press): Shown {
  if (!stored || stored.revision === 0) return { kind: 'not_begun' }
  if (stored.isCompleted) return { kind: 'completed' }
  const { progress, revision } = stored
  const step = currentStep(course, progress)
  const isReworded = press !== undefined && freshness(press, step, revision) === 'changed'
  return { kind: 'step', scene: { course, progress, revision, step, isReworded } }
}

function fits({ step, revision }: Scene, press: Press): boolean {
  return freshness(press, step, revision) === 'current'
}

async function beginAnew(
  tx: Tx,
  course: Course,
  member: MemberOfGuild,
  { revision }: StoredProgress,
  now: Temporal.Instant,
): Promise<StoredProgress> {
  const begun = { revision: revision + 1, progress: NOTHING_YET, isCompleted: false }
  const reached = currentStep(course, NOTHING_YET)
  await writeBeginning(tx, member, { mode: course.mode, revision: begun.revision, reached }, now)
  return begun
}

/** Without rules that could be accepted nobody comes to the end of a mode that is about them. */
async function checkRules(
  { db, clock }: Needs,
  course: Course,
  member: MemberOfGuild,
  stored: StoredProgress | null,
): Promise<void> {
  if (!lacksRules(course)) return
  if (stored && stored.progress.accepted.length > 0) return
  const { guildId, userId } = member
  const trouble = {
    guildId,
    userId,
    errorType: 'no_rules',
    message: 'A member wanted to begin the onboarding, but there are no rules to show',
    repair:
      'Add a rule, or switch one on, with /onboarding rules; or choose the mode Questions with /config set onboarding.mode.',
  } as const
  await db.transaction().execute((tx) => recordTroubleOnce(tx, 'no_rules', trouble, NO_RULES_QUIET, clock.now()))
  throw new Refusal('conflict', 'onboarding.no_rules', onboardingWords.everywhere('no_rules'))
}

/** What is confirmed takes the place of what was before, and the roles follow. */
async function complete(
  tx: Tx,
  member: MemberOfGuild,
  { course, progress, revision }: Scene,
  now: Temporal.Instant,
): Promise<void> {
  const { guildId, userId } = member
  await writeEnd(tx, member, revision + 1, now)
  await replaceResponse(tx, member, course.mode, progress, now)
  await putRoleTask(tx, member, 'completed', now)
  await notify(tx, ROLES_CHANNEL, '')
  const details = { user_id: userId, mode: course.mode }
  await recordEvents(
    tx,
    [{ type: 'ONBOARDING_COMPLETED', guildId, message: 'A member has completed the onboarding', details }],
    now,
  )
  await reachMilestone(tx, guildId, 'first_onboarding_done', now)
  await announceChange(tx, { guildId, kind: 'onboarding_responses' }, now)
}
