import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Commit, Db, Tx } from '../../platform/database/connect.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { reachMilestone } from '../../platform/events/milestones.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { BOUNDS, type OrderInput, type QuestionInput, type RuleInput } from './contract.ts'
import { checkComplete, placed } from './order.ts'
import { questionOf } from './question.ts'
import { ruleOf } from './rule.ts'
import * as store from './store.ts'
import { ruleWords } from './words-rules.ts'

interface OnboardingNeeds {
  readonly db: Db
  readonly clock: Clock
}

/**
 * What admins may do with the questions and rules of their guild; callers have made sure that the actor administers it.
 * Every act leaves the orders dense from 1, is in the operational log, and is refused whole or done whole. Whoever passes
 * a `commit` may do more in the transaction.
 */
export interface OnboardingService {
  /** In their order, disabled ones too. */
  questions(guildId: GuildId): Promise<readonly store.Question[]>
  rules(guildId: GuildId): Promise<readonly store.Rule[]>
  /** With an id it replaces that question, without one it adds it. @returns its id. */
  saveQuestion(actor: Actor, guildId: GuildId, input: QuestionInput, commit?: Commit): Promise<string>
  saveRule(actor: Actor, guildId: GuildId, input: RuleInput, commit?: Commit): Promise<string>
  remove(actor: Actor, guildId: GuildId, list: store.ListName, id: string, commit?: Commit): Promise<void>
  /** Each list that is given has to name all of its items. */
  reorder(actor: Actor, guildId: GuildId, orders: OrderInput, commit?: Commit): Promise<void>
}

export function onboardingService(needs: OnboardingNeeds): OnboardingService {
  const { db } = needs
  const ownTransaction: Commit = (work) => db.transaction().execute(work)
  return {
    questions: (guildId) => store.listQuestions(db, guildId),
    rules: (guildId) => store.listRules(db, guildId),
    async saveQuestion(actor, guildId, input, commit = ownTransaction) {
      const draft = questionOf(input)
      const item: Item = {
        list: 'questions',
        id: input.id ?? null,
        order: input.step_order,
        insert: (tx, position, now) => store.insertQuestion(tx, guildId, draft, position, now),
        replace: (tx, id, now) => store.replaceQuestion(tx, guildId, id, draft, now),
      }
      return commit((tx) => save(needs, tx, actor, guildId, item))
    },
    async saveRule(actor, guildId, input, commit = ownTransaction) {
      const draft = ruleOf(input)
      const item: Item = {
        list: 'rules',
        id: input.id ?? null,
        order: input.rule_order,
        async insert(tx, position, now) {
          if (!draft.imageUrl && !draft.thumbnailUrl) await reachMilestone(tx, guildId, 'first_add_rule_no_image', now)
          return store.insertRule(tx, guildId, draft, position, now)
        },
        replace: (tx, id, now) => store.replaceRule(tx, guildId, id, draft, now),
      }
      return commit((tx) => save(needs, tx, actor, guildId, item))
    },
    remove: (actor, guildId, list, id, commit = ownTransaction) =>
      commit((tx) => remove(needs, tx, actor, guildId, list, id)),
    reorder: (actor, guildId, orders, commit = ownTransaction) =>
      commit((tx) => reorder(needs, tx, actor, guildId, orders)),
  }
}

/** A question or rule to be saved. */
interface Item {
  readonly list: store.ListName
  readonly id: string | null
  readonly order: number | undefined
  insert(tx: Tx, position: number, now: Temporal.Instant): Promise<string>
  replace(tx: Tx, id: string, now: Temporal.Instant): Promise<void>
}

async function save({ clock }: OnboardingNeeds, tx: Tx, actor: Actor, guildId: GuildId, item: Item): Promise<string> {
  const { list } = item
  await lockLists(tx, guildId)
  const now = clock.now()
  const ids = await store.orderedIds(tx, list, guildId)
  const id = item.id ?? (await item.insert(tx, roomAfter(list, ids), now))
  if (item.id !== null) {
    checkKnown(list, ids, item.id)
    await item.replace(tx, item.id, now)
  }
  await store.writeOrder(tx, list, guildId, placed(ids, id, item.order))
  await tell(tx, { actor, guildId, list, action: item.id === null ? 'created' : 'updated', id }, now)
  return id
}

async function remove(
  { clock }: OnboardingNeeds,
  tx: Tx,
  actor: Actor,
  guildId: GuildId,
  list: store.ListName,
  id: string,
): Promise<void> {
  await lockLists(tx, guildId)
  const ids = await store.orderedIds(tx, list, guildId)
  checkKnown(list, ids, id)
  await store.removeItem(tx, list, guildId, id)
  const left = ids.filter((other) => other !== id)
  await store.writeOrder(tx, list, guildId, left)
  await tell(tx, { actor, guildId, list, action: 'deleted', id }, clock.now())
}

async function reorder(
  { clock }: OnboardingNeeds,
  tx: Tx,
  actor: Actor,
  guildId: GuildId,
  { questions, rules }: OrderInput,
): Promise<void> {
  if (!questions && !rules)
    throw new Refusal('invalid', 'onboarding.no_order', 'The body must have questions or rules in their new order.')
  await lockLists(tx, guildId)
  for (const [list, wished] of [['questions', questions] as const, ['rules', rules] as const]) {
    if (!wished) continue
    checkComplete(list, await store.orderedIds(tx, list, guildId), wished)
    await store.writeOrder(tx, list, guildId, wished)
    await tell(tx, { actor, guildId, list, action: 'reordered' }, clock.now())
  }
}

/** Orders are read and then written; without this, writers at once would both take the last place. */
export function lockLists(tx: Tx, guildId: GuildId): Promise<void> {
  return lockName(tx, `onboarding:${guildId}`)
}

/** @returns the place behind all others. */
function roomAfter(list: store.ListName, ids: readonly string[]): number {
  if (ids.length < BOUNDS.items) return ids.length + 1
  throw new Refusal('invalid', 'onboarding.too_many', ruleWords.everywhere(`too_many_${list}`, { most: BOUNDS.items }))
}

const SINGULAR = { questions: 'question', rules: 'rule' } as const

function checkKnown(list: store.ListName, ids: readonly string[], id: string): void {
  if (!ids.includes(id)) throw notFound(list)
}

export function notFound(list: store.ListName): Refusal {
  const code = `onboarding.${SINGULAR[list]}_not_found`
  return new Refusal('not_found', code, ruleWords.everywhere(`${list}_not_found`))
}

interface Act {
  readonly actor: Actor
  readonly guildId: GuildId
  readonly list: store.ListName
  readonly action: 'created' | 'updated' | 'deleted' | 'reordered'
  /** Of the one item that it was about. */
  readonly id?: string
}

async function tell(tx: Tx, { actor, guildId, list, action, id }: Act, now: Temporal.Instant): Promise<void> {
  const source = actor.door === 'api' ? 'api' : 'command'
  const details = { action, list, ...(id && { id: Number(id) }), updated_by: actor.userId, source }
  const what = id ? `${SINGULAR[list]} ${id} was` : `${list} were`
  await recordEvents(
    tx,
    [{ type: 'ONBOARDING_CHANGED', guildId, message: `Onboarding ${what} ${action}`, details }],
    now,
  )
  await announceChange(tx, { guildId, kind: `onboarding_${list}`, ...(id && { ref: id }) }, now)
}
