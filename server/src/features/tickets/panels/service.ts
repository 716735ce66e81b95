import type { Actor } from '../../../kernel/actor.ts'
import type { GuildId } from '../../../kernel/ids.ts'
import { type FieldError, Refusal } from '../../../kernel/refusal.ts'
import { lockName } from '../../../platform/database/advisory-lock.ts'
import type { Commit, Tx } from '../../../platform/database/connect.ts'
import type { GuildContents } from '../../../platform/discord/guild-access.ts'
import { announceChange } from '../../../platform/events/data-change.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import type { Platform } from '../../../platform/feature.ts'
import { lookAgain } from '../places/look-store.ts'
import { panelRuleWords } from '../words-panel-rules.ts'
import type { PanelInput, PanelShape } from './contract.ts'
import { breaks, field, requireNone } from './field-errors.ts'
import { BOUNDS, NEW_PANEL, type Panel, type PanelDraft } from './panel.ts'
import * as store from './panel-store.ts'
import { requirePostable } from './posting-place.ts'
import * as postings from './posting-store.ts'
import { panelErrors } from './rules.ts'
import { withChanges } from './shape.ts'

export type PanelNeeds = Pick<Platform, 'db' | 'clock' | 'guildAccess' | 'access'>

/** Which panel, and which version of it was seen; null: what else was changed is not touched. */
export interface PanelRef {
  readonly guildId: GuildId
  readonly id: string
  readonly version: number | null
}

/**
 * What admins may do with the panels of their guild; callers have made sure that the actor administers it. Every act is
 * in the operational log, and is refused whole or done whole. Whoever passes a `commit` may do more in the transaction.
 */
export interface PanelService {
  /** In their order, disabled ones too. */
  list(guildId: GuildId): Promise<readonly Panel[]>
  postings(guildId: GuildId): Promise<readonly postings.Posting[]>
  /** @throws {Refusal} where the guild has no such panel. */
  find(guildId: GuildId, id: string): Promise<Panel>
  create(actor: Actor, guildId: GuildId, input: PanelInput, commit?: Commit): Promise<Panel>
  /** `change` says what becomes of the panel as it is then. */
  change(
    actor: Actor,
    ref: PanelRef,
    change: PanelShape | ((panel: Panel) => PanelShape),
    commit?: Commit,
  ): Promise<Panel>
  remove(actor: Actor, ref: PanelRef, commit?: Commit): Promise<void>
  /** Names all of them. */
  reorder(actor: Actor, guildId: GuildId, ids: readonly string[], commit?: Commit): Promise<void>
  /** The message in that channel offers these panels from now on; a worker puts it there. */
  post(actor: Actor, guildId: GuildId, wish: postings.PostingWish, commit?: Commit): Promise<postings.Posting>
}

export function panelService(needs: PanelNeeds): PanelService {
  const { db } = needs
  const ownTransaction: Commit = (work) => db.transaction().execute(work)
  return {
    list: (guildId) => store.listPanels(db, guildId),
    postings: (guildId) => postings.listPostings(db, guildId),
    find: async (guildId, id) => known(await store.findPanel(db, guildId, id)),
    async create(actor, guildId, input, commit = ownTransaction) {
      const contents = await contentsOf(needs, guildId)
      const draft = withChanges(NEW_PANEL, input)
      return commit((tx) => create(needs, tx, { actor, guildId }, draft, contents))
    },
    async change(actor, ref, change, commit = ownTransaction) {
      const contents = await contentsOf(needs, ref.guildId)
      return commit((tx) => changePanel(needs, tx, actor, ref, change, contents))
    },
    remove: (actor, ref, commit = ownTransaction) => commit((tx) => remove(needs, tx, actor, ref)),
    reorder: (actor, guildId, ids, commit = ownTransaction) =>
      commit((tx) => reorder(needs, tx, { actor, guildId }, ids)),
    async post(actor, guildId, wish, commit = ownTransaction) {
      await requirePostable(needs, { guildId, channelId: wish.channelId, userId: actor.userId })
      return commit((tx) => post(needs, tx, { actor, guildId }, wish))
    },
  }
}

interface Who {
  readonly actor: Actor
  readonly guildId: GuildId
}

async function create(needs: PanelNeeds, tx: Tx, who: Who, draft: PanelDraft, contents: GuildContents): Promise<Panel> {
  const all = await lockedPanels(tx, who.guildId)
  if (all.length >= BOUNDS.panels)
    throw new Refusal(
      'invalid',
      'tickets.too_many_panels',
      panelRuleWords.everywhere('too_many', { most: BOUNDS.panels }),
    )
  requireNone([...panelErrors(draft, contents), ...nameErrors(draft, all)])
  const now = needs.clock.now()
  const panel = await store.insertPanel(tx, who.guildId, draft, (all.at(-1)?.position ?? 0) + 1, now)
  await tell(tx, who, { action: 'created', panel }, now)
  return panel
}

async function changePanel(
  needs: PanelNeeds,
  tx: Tx,
  actor: Actor,
  ref: PanelRef,
  change: PanelShape | ((panel: Panel) => PanelShape),
  contents: GuildContents,
): Promise<Panel> {
  const all = await lockedPanels(tx, ref.guildId)
  const before = seen(all, ref)
  const draft = withChanges(before, typeof change === 'function' ? change(before) : change)
  requireNone([
    ...panelErrors(draft, contents),
    ...nameErrors(
      draft,
      all.filter(({ id }) => id !== ref.id),
    ),
  ])
  const now = needs.clock.now()
  const panel = await store.replacePanel(tx, before, draft, now)
  // Its tickets may have another place, staff or hours by it.
  await lookAgain(tx, ref.guildId, { panelId: panel.id, notPlacedBy: '' }, now)
  await tell(tx, { actor, guildId: ref.guildId }, { action: 'updated', panel }, now)
  return panel
}

async function remove({ clock }: PanelNeeds, tx: Tx, actor: Actor, ref: PanelRef): Promise<void> {
  const panel = seen(await lockedPanels(tx, ref.guildId), ref)
  await postings.takePanelOut(tx, ref.guildId, panel.id)
  await store.deletePanel(tx, panel)
  await tell(tx, { actor, guildId: ref.guildId }, { action: 'deleted', panel }, clock.now())
}

async function reorder({ clock }: PanelNeeds, tx: Tx, who: Who, ids: readonly string[]): Promise<void> {
  const all = await lockedPanels(tx, who.guildId)
  const isWhole = ids.length === all.length && all.every(({ id }) => ids.includes(id))
  requireNone(isWhole ? [] : [breaks(field('panels'), 'whole_order')])
  await store.orderPanels(tx, who.guildId, ids)
  await tell(tx, who, { action: 'reordered' }, clock.now())
}

async function post({ clock }: PanelNeeds, tx: Tx, who: Who, wish: postings.PostingWish): Promise<postings.Posting> {
  const own = new Set((await lockedPanels(tx, who.guildId)).map(({ id }) => id))
  if (own.size === 0) throw new Refusal('conflict', 'tickets.no_panels', panelRuleWords.everywhere('no_panels'))
  const wished = wish.panelIds ?? [...own]
  const isOwn = wished.length > 0 && wished.every((id) => own.has(id)) && new Set(wished).size === wished.length
  requireNone(isOwn ? [] : [breaks(field('panels', '/panel_ids'), 'own_panels')])
  const now = clock.now()
  const posting = await postings.wishPosting(tx, who.guildId, wish, now)
  await tell(tx, who, { action: 'posted', channelId: wish.channelId }, now)
  return posting
}

/** Panels are read and then written; without the lock two at once would take one name, or the last place. */
async function lockedPanels(tx: Tx, guildId: GuildId): Promise<Panel[]> {
  await lockName(tx, `ticket_panels:${guildId}`)
  return store.listPanels(tx, guildId)
}

/** As somebody has seen it. */
function seen(all: readonly Panel[], { id, version }: PanelRef): Panel {
  const panel = known(all.find((one) => one.id === id) ?? null)
  if (version !== null && version !== panel.version)
    throw new Refusal('conflict', 'tickets.panel_changed', panelRuleWords.everywhere('changed_meanwhile'))
  return panel
}

function known(panel: Panel | null): Panel {
  if (!panel) throw new Refusal('not_found', 'tickets.panel_not_found', panelRuleWords.everywhere('no_panel'))
  return panel
}

function nameErrors({ name }: PanelDraft, others: readonly Panel[]): FieldError[] {
  const isTaken = others.some((other) => other.name.toLowerCase() === name.toLowerCase())
  return isTaken ? [breaks(field('name'), 'name_taken')] : []
}

async function contentsOf({ guildAccess }: PanelNeeds, guildId: GuildId): Promise<GuildContents> {
  const contents = await guildAccess.contents(guildId)
  if (!contents) throw new Refusal('not_found', 'tickets.guild_not_found', panelRuleWords.everywhere('no_guild'))
  return contents
}

interface Act {
  readonly action: 'created' | 'updated' | 'deleted' | 'reordered' | 'posted'
  readonly panel?: Panel
  readonly channelId?: string
}

async function tell(tx: Tx, { actor, guildId }: Who, { action, panel, channelId }: Act, now: Temporal.Instant) {
  await postings.makePostingsDue(tx, guildId, now)
  const source = actor.door === 'api' ? 'api' : 'command'
  const about = { ...(panel && { panel_id: panel.id, name: panel.name }), ...(channelId && { channel_id: channelId }) }
  const what = panel ? `Ticket panel ${panel.id} was` : 'Ticket panels were'
  const details = { action, ...about, updated_by: actor.userId, source }
  await recordEvents(tx, [{ type: 'TICKET_PANEL_CHANGED', guildId, message: `${what} ${action}`, details }], now)
  await announceChange(tx, { guildId, kind: 'ticket_panels', ...(panel && { ref: panel.id }) }, now)
}
