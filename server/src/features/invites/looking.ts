import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { answered } from '../../platform/discord/answered.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { GuildReader } from '../../platform/discord/guild-reader.ts'
import type { DiscordRest, Guild } from '../../platform/discord/rest.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { isShownBy, type KnownInvite, type ListedInvite, type OpenUses, usesBetween, withSeen } from './attribution.ts'
import * as store from './watch-store.ts'

interface Needs {
  readonly discord: DiscordRest
  readonly guilds: GuildReader
  readonly clock: Clock
}

/** What can be said of the uses of a guild's invites as of now. */
export interface Sight {
  readonly open: OpenUses
  readonly lookedAt: Temporal.Instant
  /** Members can be let in without any invite. */
  readonly isOpenGuild: boolean
}

/** Ways in that no invite counts: https://discord.com/developers/docs/resources/guild#guild-object-guild-features */
const OPENING = new Set(['DISCOVERABLE', 'HAS_DIRECTORY_ENTRY', 'LINKED_TO_HUB'])
const TOLD_EVERY = { hours: 24 }

/**
 * What can be said of the uses for somebody who joined. A look that came after the join has shown all there is to see:
 * of many who join at once, most need none of their own.
 */
export async function sightFor(
  needs: Needs,
  tx: Tx,
  guildId: GuildId,
  joinedAt: Temporal.Instant,
): Promise<Sight | null> {
  const { lookedAt, open } = await store.readWatch(tx, guildId)
  if (lookedAt === null || !isShownBy(lookedAt, joinedAt)) return look(needs, tx, guildId)
  const sketch = await answered(needs.guilds.guild(guildId))
  if (sketch === null || sketch instanceof DiscordFailure) return null
  return { open: withSeen(open, [], needs.clock.now()), lookedAt, isOpenGuild: isOpen(sketch.guild.features) }
}

/**
 * Looks at the invites of a guild, whose lock the transaction holds, and writes down what has changed. Null where Discord
 * does not show them; then the next look finds what this one would have found.
 */
export async function look(needs: Needs, tx: Tx, guildId: GuildId): Promise<Sight | null> {
  const { clock } = needs
  const begun = clock.now()
  const shown = await listedIn(needs, guildId)
  const now = clock.now()
  if (shown === 'forbidden') await tellBlindness(tx, guildId, now)
  if (typeof shown === 'string') return null
  const { listed, features } = shown
  const known = await store.knownInvites(tx, guildId)
  const { lookedAt, open } = await store.readWatch(tx, guildId)
  const after = withSeen(open, usesBetween(known, { after: lookedAt, until: now, listed }), now)
  const there = new Set(listed.map(({ code }) => code))
  await store.saveInvites(tx, guildId, changedOf(listed, known))
  const gone = known.filter(({ code, isGone }) => !isGone && !there.has(code)).map(({ code }) => code)
  await store.markGone(tx, guildId, gone, now)
  await store.writeWatch(tx, guildId, { lookedAt: begun, open: after })
  return { open: after, lookedAt: begun, isOpenGuild: isOpen(features) }
}

function isOpen(features: Guild['features']): boolean {
  return features.some((feature) => OPENING.has(feature))
}

/** Counts never go down: a lower one is older than what is known, except of an address that was chosen anew. */
function changedOf(listed: readonly ListedInvite[], known: readonly KnownInvite[]): ListedInvite[] {
  const before = new Map(known.map((invite) => [invite.code, invite]))
  return listed.filter(({ code, uses, isVanity }) => {
    const seen = before.get(code)
    return !seen || seen.isGone || uses > seen.uses || (isVanity && uses < seen.uses)
  })
}

interface Shown {
  readonly listed: readonly ListedInvite[]
  readonly features: Guild['features']
}

async function listedIn(needs: Needs, guildId: GuildId): Promise<Shown | 'forbidden' | 'unavailable'> {
  const shown = await answered(shownBy(needs, guildId))
  if (shown instanceof DiscordFailure) return shown.kind === 'forbidden' ? 'forbidden' : 'unavailable'
  return shown ?? 'unavailable'
}

/** Null where the bot is not. */
async function shownBy({ discord, guilds }: Needs, guildId: GuildId): Promise<Shown | null> {
  const sketch = await guilds.guild(guildId)
  if (!sketch) return null
  const { vanityCode, features } = sketch.guild
  const invites = await discord.invites(guildId)
  const vanity = vanityCode === null ? null : await discord.vanityInvite(guildId)
  const own = vanity && { ...vanity, inviterId: null, isVanity: true, maxUses: 0, expiresAt: null }
  return { features, listed: [...invites.map((invite) => ({ ...invite, isVanity: false })), ...(own ? [own] : [])] }
}

async function tellBlindness(tx: Tx, guildId: GuildId, now: Temporal.Instant): Promise<void> {
  if (!(await store.tellsBlindness(tx, guildId, now.subtract(TOLD_EVERY), now))) return
  const message = 'Nobody is counted as inviter: the bot needs the permission Manage Server to see the invites'
  await recordEvents(tx, [{ type: 'INVITES_NOT_READ', guildId, message, details: { permission: 'MANAGE_GUILD' } }], now)
}
