import type { UserId } from '../../kernel/ids.ts'

/**
 * Who invited whom, concluded from how often invites were used. Discord does not say by which invite somebody joins; it
 * gives counts of uses to whoever asks. So each use that is seen has a window in which it happened, and a join belongs
 * to a use of whose window it is. Certain is what leaves no other possibility: where members can be let in without any
 * invite (a guild that can be discovered), a join that finds no use takes back the certainty of those around it. A
 * joining that an application brings about (`guilds.join`) is taken for one by invite. Pure.
 */

export interface ListedInvite {
  readonly code: string
  /** Null for the guild's own address and for invites that Discord made. */
  readonly inviterId: UserId | null
  readonly isVanity: boolean
  readonly uses: number
  /** 0: as often as you like. */
  readonly maxUses: number
  readonly expiresAt: Temporal.Instant | null
}

/** An invite as it was last seen. */
export interface KnownInvite extends ListedInvite {
  /** When its end was heard of. */
  readonly deletedAt: Temporal.Instant | null
  /** An earlier look missed it already. */
  readonly isGone: boolean
}

/** One look at all invites of a guild. */
export interface Look {
  /** When the look before began; null for the first of all. */
  readonly after: Temporal.Instant | null
  readonly until: Temporal.Instant
  readonly listed: readonly ListedInvite[]
}

/** Uses of one invite in one window, between `least` and `most` of them; null: any number. */
export interface SeenUse {
  readonly code: string
  readonly inviterId: UserId | null
  readonly least: number
  readonly most: number | null
  readonly after: Temporal.Instant
  readonly until: Temporal.Instant
}

export interface OpenUse extends SeenUse {
  readonly id: number
}

/** A join that took one of several uses, nobody knows which. */
interface Draw {
  readonly among: readonly number[]
  /** The invite that it was ascribed to. */
  readonly held: string | null
  /** All of them had surely happened. */
  readonly isExact: boolean
}

/** What was seen and not told apart yet. */
export interface OpenUses {
  readonly uses: readonly OpenUse[]
  readonly draws: readonly Draw[]
}

export type Confidence = 'certain' | 'likely' | 'unknown'

export interface Attribution {
  readonly confidence: Confidence
  readonly inviterId: UserId | null
  /** Null where it is not sure by which of an inviter's invites. */
  readonly code: string | null
}

export interface Verdict {
  readonly attribution: Attribution
  readonly left: OpenUses
  /** Perhaps no use was left for it: then somebody around has taken what belongs to it. */
  readonly castsDoubt: boolean
}

export const NOTHING_OPEN: OpenUses = { uses: [], draws: [] }
export const UNKNOWN: Attribution = { confidence: 'unknown', inviterId: null, code: null }
/** How far Discord's clock, by which members join, and ours may be apart. */
const SLACK = { seconds: 2 }
/** Events of joins come within seconds, after a lost connection within minutes, or never. */
const OPEN_FOR = { minutes: 15 }

/** The uses that happened between two looks. Of an invite that is gone it stays open whether it was used. */
export function usesBetween(known: readonly KnownInvite[], { after, until, listed }: Look): SeenUse[] {
  if (after === null) return []
  const before = new Map(known.map((invite) => [invite.code, invite]))
  const there = new Set(listed.map(({ code }) => code))
  const grown = listed.flatMap(({ code, inviterId, isVanity, uses }) => {
    const seen = before.get(code)
    const count = uses - (seen?.uses ?? 0)
    // The guild's own address is not told of when it is chosen, and may come back with all of its uses.
    const isSure = seen ? !seen.isGone : !isVanity
    const window = { code, inviterId: seen ? seen.inviterId : inviterId, after, until }
    return count > 0 ? [{ ...window, least: isSure ? count : 0, most: count }] : []
  })
  const gone = known
    .filter(({ code, isGone }) => !isGone && !there.has(code))
    .map(({ code, inviterId, uses, maxUses, expiresAt, deletedAt }) => ({
      code,
      inviterId,
      least: 0,
      most: maxUses === 0 ? null : maxUses - uses,
      after,
      until: earliest(until, expiresAt, deletedAt),
    }))
    .filter(({ most, until: end }) => most !== 0 && !isBefore(end.add(SLACK), after))
  return [...grown, ...gone]
}

/** With what a look has shown, and without what is too old for any join to come. */
export function withSeen({ uses, draws }: OpenUses, seen: readonly SeenUse[], now: Temporal.Instant): OpenUses {
  const kept = uses.filter(({ until }) => !isBefore(until.add(OPEN_FOR), now))
  const next = 1 + Math.max(0, ...uses.map(({ id }) => id))
  return tidied({ uses: [...kept, ...seen.map((use, index) => ({ ...use, id: next + index }))], draws })
}

/** Whether a look that began then shows the use by which somebody joined. */
export function isShownBy(lookedAt: Temporal.Instant | null, joinedAt: Temporal.Instant): boolean {
  return lookedAt !== null && !isBefore(lookedAt, joinedAt.add(SLACK))
}

/** `isOpenGuild`: members can be let in without any invite. */
export function attribute(open: OpenUses, joinedAt: Temporal.Instant, isOpenGuild: boolean): Verdict {
  const fitting = open.uses.filter(
    ({ after, until }) => !isBefore(joinedAt.add(SLACK), after) && !isBefore(until.add(SLACK), joinedAt),
  )
  const [first] = fitting
  if (!first) return { attribution: UNKNOWN, left: open, castsDoubt: true }
  if (fitting.some((use) => sourceOf(use) !== sourceOf(first))) return amongSources(open, fitting, isOpenGuild)
  const isSure = !isOpenGuild || isCounted(open, fitting)
  const attribution = { confidence: isSure ? 'certain' : 'likely', inviterId: first.inviterId } as const
  const code = fitting.every((use) => use.code === first.code) ? first.code : null
  const left = fitting.length === 1 ? spent(open, first) : drawn(open, fitting, first.code)
  return { attribution: { ...attribution, code }, left, castsDoubt: !isSure }
}

/** Somebody who joined, however it was judged. */
export interface Judged {
  readonly id: string
  readonly joinedAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant
}

/**
 * The joins that may have taken the use of one that found none: those judged after it came, and those that may in turn
 * have taken theirs. @returns their ids.
 */
export function doubted(others: readonly Judged[], joinedAt: Temporal.Instant): string[] {
  const threshold = joinedAt.subtract(SLACK)
  const touched = others.filter(({ decidedAt }) => !isBefore(decidedAt, threshold))
  const earlier = touched.map((one) => one.joinedAt).reduce((one, other) => earliest(one, other), joinedAt)
  return isBefore(earlier, joinedAt) ? doubted(others, earlier) : touched.map(({ id }) => id)
}

/** Several inviters come into question; one is likely who has more than half of the uses that surely happened. */
function amongSources(open: OpenUses, fitting: readonly OpenUse[], isOpenGuild: boolean): Verdict {
  const ascribed = (code: string) => open.draws.filter(({ held }) => held === code).length
  const weights = new Map<string, number>()
  for (const use of fitting) {
    const weight = Math.max(0, use.least - ascribed(use.code))
    weights.set(sourceOf(use), (weights.get(sourceOf(use)) ?? 0) + weight)
  }
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const chosen = fitting.filter((use) => 2 * (weights.get(sourceOf(use)) ?? 0) > all)
  const [likely] = chosen
  const held = likely?.code ?? null
  const attribution: Attribution = likely
    ? { confidence: 'likely', inviterId: likely.inviterId, code: chosen.length === 1 ? likely.code : null }
    : UNKNOWN
  return { attribution, left: drawn(open, fitting, held), castsDoubt: isOpenGuild && !isCounted(open, fitting) }
}

/** Whoever takes a use that surely happened is found out by whom it belongs to; one that may never have been is not missed. */
function isCounted({ draws }: OpenUses, fitting: readonly OpenUse[]): boolean {
  const isTouched = ({ among }: Draw) => fitting.some(({ id }) => among.includes(id))
  return fitting.every(isExact) && draws.every((draw) => draw.isExact || !isTouched(draw))
}

function isExact({ least, most }: SeenUse): boolean {
  return least === most
}

/** The inviter; where there is none, the invite itself. */
function sourceOf({ inviterId, code }: SeenUse): string {
  return inviterId ?? `code ${code}`
}

function spent({ uses, draws }: OpenUses, { id }: OpenUse): OpenUses {
  const rest = uses.map((use) =>
    use.id === id ? { ...use, least: Math.max(0, use.least - 1), most: use.most === null ? null : use.most - 1 } : use,
  )
  return tidied({ uses: rest, draws })
}

function drawn({ uses, draws }: OpenUses, among: readonly OpenUse[], held: string | null): OpenUses {
  return tidied({ uses, draws: [...draws, { among: among.map(({ id }) => id), held, isExact: among.every(isExact) }] })
}

/** Without uses of which every one has gone to a join, even if nobody knows which to which. */
function tidied(open: OpenUses): OpenUses {
  const uses = open.uses.filter(({ most }) => most === null || most > 0)
  const there = new Set(uses.map(({ id }) => id))
  const draws = open.draws
    .map(({ among, ...draw }) => ({ ...draw, among: among.filter((id) => there.has(id)) }))
    .filter(({ among }) => among.length > 0)
  const full = draws.find(({ among }) => {
    const within = draws.filter((other) => other.among.every((id) => among.includes(id))).length
    return within >= uses.filter(({ id }) => among.includes(id)).reduce((sum, use) => sum + (use.most ?? Infinity), 0)
  })
  if (!full) return { uses, draws }
  return tidied({ uses: uses.filter(({ id }) => !full.among.includes(id)), draws })
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}

function earliest(first: Temporal.Instant, ...others: readonly (Temporal.Instant | null)[]): Temporal.Instant {
  return others.reduce<Temporal.Instant>((least, one) => (one && isBefore(one, least) ? one : least), first)
}
