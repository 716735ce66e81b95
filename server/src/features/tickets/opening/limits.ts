import type { ChannelId, RoleId } from '../../../kernel/ids.ts'
import { inEach, type Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { timestamp } from '../../../platform/discord/text.ts'
import { isOpenAt, nextOpening } from '../panels/hours.ts'
import type { Panel } from '../panels/panel.ts'
import { openingWords } from './words-opening.ts'

/** An unsolved ticket of the member. */
export interface OwnTicket {
  readonly number: number
  readonly panelId: string | null
  /** Null: its channel is still to be made. */
  readonly channelId: ChannelId | null
}

/** Everything that decides whether a member may open a ticket now. */
export interface OpeningFacts {
  /** Of the guild. */
  readonly isEnabled: boolean
  readonly mostPerMember: number
  /** Null: a ticket without one. */
  readonly panel: Panel | null
  readonly roleIds: readonly RoleId[]
  readonly isBlocked: boolean
  /** Of the member, in all the guild. */
  readonly unsolved: readonly OwnTicket[]
  /** Unsolved ones of the panel, of everybody. */
  readonly openOfPanel: number
  /** When the member last opened one of this panel. */
  readonly lastOpenedAt: Temporal.Instant | null
}

/** Of tickets without a panel. */
const COOLDOWN_SECONDS = 30

/** @throws {Refusal} with the sentence that says what stands in the way and, where something can be done, what. */
export function judgeOpening(facts: OpeningFacts, now: Temporal.Instant): void {
  const { isEnabled, panel, isBlocked } = facts
  if (!isEnabled) throw refusal('forbidden', 'tickets.off', 'off')
  if (panel && !panel.isEnabled) throw refusal('forbidden', 'tickets.panel_disabled', 'panel_disabled')
  if (isBlocked) throw refusal('forbidden', 'tickets.blocked', 'blocked')
  if (panel) judgeRoles(panel, facts.roleIds)
  if (panel) judgeHours(panel, now)
  judgeNumbers(facts)
  judgeCooldown(facts, now)
}

/** When somebody will be there, where nobody is now. */
export function opensAgainAt(panel: Panel | null, now: Temporal.Instant): Temporal.Instant | null {
  return panel?.hours && !isOpenAt(panel.hours, now) ? nextOpening(panel.hours, now) : null
}

function judgeRoles({ requiredRoleIds, refusedRoleIds }: Panel, roleIds: readonly RoleId[]): void {
  const refused = refusedRoleIds.find((id) => roleIds.includes(id))
  if (refused)
    throw saidRefusal('forbidden', 'tickets.refused_role', (say) => say('refused_role', { role: `<@&${refused}>` }))
  if (requiredRoleIds.length === 0 || requiredRoleIds.some((id) => roleIds.includes(id))) return
  const roles = requiredRoleIds.map((id) => `<@&${id}>`).join(', ')
  throw saidRefusal('forbidden', 'tickets.required_role', (say) =>
    requiredRoleIds.length === 1 ? say('required_role', { role: roles }) : say('required_roles', { roles }),
  )
}

function judgeHours(panel: Panel, now: Temporal.Instant): void {
  const opensAt = panel.outsideHours === 'refuse' ? opensAgainAt(panel, now) : null
  if (!opensAt) return
  const values = { at: timestamp(opensAt, 'F'), in: timestamp(opensAt, 'R') }
  throw saidRefusal('forbidden', 'tickets.outside_hours', (say) => say('outside_refused', values))
}

function judgeNumbers({ panel, unsolved, mostPerMember, openOfPanel }: OpeningFacts): void {
  // Without a panel any ticket that is open already is the one to go on in.
  const alike = panel ? unsolved.filter(({ panelId }) => panelId === panel.id) : unsolved
  if (alike.length >= (panel?.mostPerMember ?? 1)) throw openAlready(alike)
  if (unsolved.length >= mostPerMember) throw openAlready(unsolved)
  if (panel?.mostOpen != null && openOfPanel >= panel.mostOpen)
    throw refusal('limit', 'tickets.panel_full', 'panel_full')
}

function openAlready(tickets: readonly OwnTicket[]): Refusal {
  const where = tickets
    .map(({ number, channelId }) => (channelId === null ? `#${number}` : `<#${channelId}>`))
    .join(', ')
  return saidRefusal('conflict', 'tickets.open_already', (say) => say('open_already', { count: tickets.length, where }))
}

function judgeCooldown({ panel, lastOpenedAt }: OpeningFacts, now: Temporal.Instant): void {
  const over = lastOpenedAt?.add({ seconds: panel?.cooldownSeconds ?? COOLDOWN_SECONDS })
  if (!over || Temporal.Instant.compare(over, now) <= 0) return
  const retryAfter = Math.ceil(now.until(over).total('seconds'))
  const said = inEach((language) => openingWords(language)('cooldown', { in: timestamp(over, 'R') }))
  throw new Refusal('limit', 'tickets.cooldown', said, { retryAfter })
}

type Say = ReturnType<typeof openingWords>

function saidRefusal(kind: Refusal['kind'], code: string, sentence: (say: Say) => string): Refusal {
  return new Refusal(
    kind,
    code,
    inEach((language: Language) => sentence(openingWords(language))),
  )
}

function refusal(
  kind: Refusal['kind'],
  code: string,
  key: 'off' | 'panel_disabled' | 'blocked' | 'panel_full',
): Refusal {
  return new Refusal(kind, code, openingWords.everywhere(key))
}
