import type { Clock } from '../../kernel/clock.ts'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import { answered } from '../../platform/discord/answered.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { GuildReader } from '../../platform/discord/guild-reader.ts'
import type { DiscordRest } from '../../platform/discord/rest.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { type Announcer, announcerFor, type Newcomer } from './announcing.ts'
import { attribute, doubted, type ListedInvite, UNKNOWN } from './attribution.ts'
import { Gate } from './gate.ts'
import * as stays from './join-store.ts'
import { look, sightFor } from './looking.ts'
import { inviteSettings } from './settings.ts'
import * as watches from './watch-store.ts'

export interface InviteNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly discord: DiscordRest
  readonly guilds: GuildReader
  readonly settings: Settings
}

export type InviteService = ReturnType<typeof inviteService>

/** Each holds a connection while Discord is asked. */
const MOST_LOOKS_AT_ONCE = 3
/** As long as a use waits for the event of its join. */
const JUDGED_TOGETHER = { minutes: 15 }
/** An event of leaving that comes twice may meet a stay that began in between. */
const YOUNG = { minutes: 10 }
/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
const UNKNOWN_MEMBER = 10007

/** Follows who comes and goes. Where a guild has switched counting off, leaving is followed all the same. */
export function inviteService(needs: InviteNeeds) {
  const { db, clock, settings } = needs
  const gate = new Gate(MOST_LOOKS_AT_ONCE)
  const isOn = (guildId: GuildId) => settings.read(inviteSettings.enabled, guildId)
  const inTurn = <Result>(guildId: GuildId, work: (tx: Tx) => Promise<Result>) =>
    db.transaction().execute(async (tx) => {
      await watches.lockWatch(tx, guildId)
      return work(tx)
    })

  return {
    /** Brings what is known of the invites up to date, without a join. */
    async refresh(guildId: GuildId): Promise<void> {
      if (await isOn(guildId)) await gate.pass(() => inTurn(guildId, (tx) => look(needs, tx, guildId)))
    },
    async joined(newcomer: Newcomer): Promise<void> {
      const { guildId } = newcomer
      if (!(await isOn(guildId))) return
      const announcer = await announcerFor(needs, guildId)
      await gate.pass(() => inTurn(guildId, (tx) => countJoin(needs, tx, newcomer, announcer)))
    },
    async left(guildId: GuildId, userId: UserId): Promise<void> {
      await gate.pass(() => inTurn(guildId, (tx) => countLeaving(needs, tx, guildId, userId)))
    },
    async inviteMade(guildId: GuildId, invite: ListedInvite): Promise<void> {
      if (await isOn(guildId)) await watches.addInvite(db, guildId, invite)
    },
    async inviteGone(guildId: GuildId, code: string): Promise<void> {
      await watches.markDeleted(db, guildId, code, clock.now())
    },
    /** Looks after one who may have left unheard. */
    async lookAfter(stay: stays.OpenStay): Promise<void> {
      const found = await whereabouts(needs, stay)
      const now = clock.now()
      if (found === 'unavailable') return
      if (found === 'away') await inTurn(stay.guildId, (tx) => endStay(tx, stay, now))
      if (typeof found === 'object') await inTurn(stay.guildId, (tx) => cameBackUnheard(tx, stay, found, now))
      await stays.markChecked(db, stay.id, now)
    },
  }
}

async function countJoin(needs: InviteNeeds, tx: Tx, newcomer: Newcomer, announcer: Announcer): Promise<void> {
  const { guildId, userId, joinedAt } = newcomer
  if (await stays.isKnown(tx, newcomer)) return
  const sight = await sightFor(needs, tx, guildId, joinedAt)
  const now = needs.clock.now()
  const verdict = sight && attribute(sight.open, joinedAt, sight.isOpenGuild)
  if (verdict && sight) await watches.writeWatch(tx, guildId, { lookedAt: sight.lookedAt, open: verdict.left })
  if (verdict?.castsDoubt) {
    const others = await stays.judgedSince(tx, guildId, now.subtract(JUDGED_TOGETHER))
    await stays.takeBackCertainty(tx, doubted(others, joinedAt))
  }
  const attribution = verdict?.attribution ?? UNKNOWN
  const isRejoin = await stays.wasHere(tx, newcomer)
  const { inviterId } = attribution
  const isCredited = inviterId !== null && inviterId !== userId && !isRejoin
  await stays.insertStay(tx, { guildId, userId, joinedAt, attribution, isRejoin, isCredited }, now)
  await announcer(tx, newcomer, inviterId === userId ? null : inviterId, now)
  await announceChange(tx, { guildId, kind: 'invites' }, now)
}

async function countLeaving(needs: InviteNeeds, tx: Tx, guildId: GuildId, userId: UserId): Promise<void> {
  const stay = await stays.openStay(tx, guildId, userId)
  if (!stay) return
  const now = needs.clock.now()
  const isYoung = Temporal.Instant.compare(stay.joinedAt.add(YOUNG), now) > 0
  if (isYoung && (await whereabouts(needs, stay)) === 'stays') return
  await endStay(tx, stay, now)
}

async function endStay(tx: Tx, stay: stays.OpenStay, now: Temporal.Instant): Promise<void> {
  if (await stays.endStay(tx, stay, now)) await announceChange(tx, { guildId: stay.guildId, kind: 'invites' }, now)
}

/** Another stay has begun; nobody knows by which invite. */
async function cameBackUnheard(
  tx: Tx,
  stay: stays.OpenStay,
  { joinedAt }: { readonly joinedAt: Temporal.Instant },
  now: Temporal.Instant,
): Promise<void> {
  const again = { ...stay, joinedAt }
  if (await stays.isKnown(tx, again)) return
  await stays.insertStay(tx, { ...again, attribution: UNKNOWN, isRejoin: true, isCredited: false }, now)
  await announceChange(tx, { guildId: stay.guildId, kind: 'invites' }, now)
}

/** Whether the stay goes on, is over, or is over and followed by another. */
async function whereabouts(
  { discord }: InviteNeeds,
  { guildId, userId, joinedAt }: stays.OpenStay,
): Promise<'stays' | 'away' | 'unavailable' | { readonly joinedAt: Temporal.Instant }> {
  const member = await answered(discord.member(guildId, userId))
  if (member instanceof DiscordFailure) {
    if (member.code === UNKNOWN_MEMBER) return 'away'
    // In a guild that the bot has left everything stays as it was.
    return member.kind === 'unavailable' || member.kind === 'unauthorized' ? 'unavailable' : 'stays'
  }
  const isSame = member.joinedAt === null || isClose(member.joinedAt, joinedAt)
  return isSame || member.joinedAt === null ? 'stays' : { joinedAt: member.joinedAt }
}

/** Discord tells the same instant with more or fewer digits. */
function isClose(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Math.abs(one.epochMilliseconds - other.epochMilliseconds) <= 1
}
