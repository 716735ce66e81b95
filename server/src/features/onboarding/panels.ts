import { GatewayDispatchEvents } from 'discord-api-types/v10'
import type { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { notify } from '../../platform/database/listen.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { GatewayLifecycle } from '../../platform/discord/gateway-lifecycle.ts'
import { presentGuilds } from '../../platform/discord/guilds-store.ts'
import { defineListener } from '../../platform/discord/listeners.ts'
import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { heardChanges } from './heard-changes.ts'
import { type PanelNeeds, putPanelRight, wishedPanel } from './panel.ts'
import {
  type ChosenPlace,
  type LeasedPanel,
  leaseDuePanel,
  leasePanel,
  makeMessagesPanelDue,
  makePanelsDue,
  nextDuePanel,
  type StandingPanel,
  writePanel,
} from './panel-store.ts'
import { forgetTrouble } from './trouble-store.ts'
import { recordPanelTrouble } from './troubles.ts'

type Needs = PanelNeeds & Pick<Platform, 'db' | 'logger' | 'notices'>

/** Tells that a panel is to be looked after, or was. */
const PANELS_CHANNEL = 'onboarding_panels'
/** Longer than everything that Discord is asked for a panel can take; a dead process's panel is taken over then. */
const LEASE = { minutes: 2 }
/** A panel is looked at so often; one that is not there, for want of a channel, less often. */
const LOOKED_AT_EVERY = { minutes: 15 }
const NONE_LOOKED_AT_EVERY = { hours: 6 }
/**
 * So is one that could not be put right, while the nonce holds of what may have been posted; and one that was posted just
 * now, of which nobody would hear that it was deleted before it was noted.
 */
const LOOKED_AT_SOON = { minutes: 1 }
const LONGEST_IDLE = { seconds: 30 }

/** Keeps the panel of each guild standing, saying what it should, and single. */
export function panelWorker(needs: Needs): Worker {
  const { db, clock, notices } = needs
  const changes = heardChanges(notices, PANELS_CHANNEL)
  return repeating('onboarding.panels', needs, async (signal) => {
    const woken = changes.listen()
    const guildIds = changes.areMissed() ? (await presentGuilds(db)).map(({ id }) => id) : changes.guildIds()
    if (guildIds.length > 0) await makePanelsDue(db, guildIds, clock.now())
    changes.forget(guildIds)
    while (!signal.aborted && (await lookAfterNext(needs)));
    const [latest, next] = [clock.now().add(LONGEST_IDLE), await nextDuePanel(db)]
    return { at: next && Temporal.Instant.compare(next, latest) < 0 ? next : latest, sooner: woken }
  })
}

/** @returns whether there may be more. */
async function lookAfterNext(needs: Needs): Promise<boolean> {
  const now = needs.clock.now()
  const panel = await leaseDuePanel(needs.db, { now, leaseUntil: now.add(LEASE) })
  if (panel) await lookAfter(needs, panel)
  return panel !== null
}

/** What Discord does not answer in time is asked again; the database is not kept waiting for it. */
async function lookAfter(needs: Needs, panel: LeasedPanel): Promise<void> {
  const { db, clock } = needs
  const wish = (await wishedPanel(needs, panel.guildId))(panel.chosen)
  try {
    const after = await putPanelRight(needs, panel, wish)
    await db.transaction().execute((tx) => noteRight(tx, { before: panel, after }, clock.now()))
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error
    const now = clock.now()
    const isHiccup = error.kind === 'unavailable' || error.kind === 'unauthorized'
    await db.transaction().execute(async (tx) => {
      if (isHiccup || !wish) return noteWrong(tx, panel, now.add(pauseAfter(error)))
      await recordPanelTrouble(tx, panel.guildId, wish.channelId, error, now)
      await noteWrong(tx, panel, now.add(LOOKED_AT_EVERY))
    })
  }
}

interface PutRight {
  readonly before: LeasedPanel
  readonly after: LeasedPanel
}

function pauseBetween(before: StandingPanel | null, after: StandingPanel | null) {
  if (!after) return NONE_LOOKED_AT_EVERY
  return after.messageId === before?.messageId ? LOOKED_AT_EVERY : LOOKED_AT_SOON
}

/** Discord's own wish counts where it is longer. */
function pauseAfter({ retryAfterMs }: DiscordFailure) {
  const pause = Temporal.Duration.from(LOOKED_AT_SOON)
  const wished = Temporal.Duration.from({ milliseconds: Math.ceil(retryAfterMs ?? 0) })
  return Temporal.Duration.compare(wished, pause) > 0 ? wished : pause
}

/** @returns whether it was still ours to note. */
async function noteRight(tx: Tx, { before, after }: PutRight, now: Temporal.Instant): Promise<boolean> {
  const isNoted = await writePanel(tx, after, now.add(pauseBetween(before.standing, after.standing)))
  if (isNoted && after.generation !== before.generation) await forgetTrouble(tx, after.guildId, ['panel'])
  await notify(tx, PANELS_CHANNEL, '')
  return isNoted
}

async function noteWrong(tx: Tx, panel: LeasedPanel, dueAt: Temporal.Instant): Promise<void> {
  await writePanel(tx, panel, dueAt)
  await notify(tx, PANELS_CHANNEL, '')
}

/**
 * Puts the panel where an admin wants it, or else into the rules channel, and does the rest in the transaction that notes
 * it. Null: there is no channel, or the onboarding is closed.
 */
export type PanelPlacing = (
  guildId: GuildId,
  chosen: ChosenPlace | null,
  also: (tx: Tx) => Promise<void>,
) => Promise<StandingPanel | null>

export function panelPlacing(needs: Needs): PanelPlacing {
  const { db, clock } = needs
  const lease = leasing(needs)
  return async (guildId, chosen, also) => {
    const panel = await lease(guildId)
    try {
      const wish = (await wishedPanel(needs, guildId))(chosen)
      const after = await putPanelRight(needs, { ...panel, chosen }, wish)
      return await db.transaction().execute(async (tx) => {
        const isNoted = await noteRight(tx, { before: panel, after }, clock.now())
        if (!isNoted) throw new DiscordFailure('unavailable', 'putting the panel right took too long')
        if (after.standing) await also(tx)
        return after.standing
      })
    } catch (error) {
      await db.transaction().execute((tx) => noteWrong(tx, panel, clock.now()))
      throw error
    }
  }
}

/** Waits until nobody else looks after the panel of a guild. */
function leasing({ db, clock, notices }: Needs): (guildId: GuildId) => Promise<LeasedPanel> {
  let freed = new AbortController()
  const free = () => {
    freed.abort()
    freed = new AbortController()
  }
  notices.on(PANELS_CHANNEL, free, free)
  return async (guildId) => {
    while (true) {
      const { signal } = freed
      const now = clock.now()
      const leased = await leasePanel(db, guildId, { now, leaseUntil: now.add(LEASE) })
      if ('guildId' in leased) return leased
      await clock.waitUntil(leased, signal)
    }
  }
}

/** What the gateway hears that concerns panels. */
export function panelEars({ db, clock }: Pick<Needs, 'db' | 'clock'>) {
  const gone = async (messageIds: readonly string[]) => {
    if (await makeMessagesPanelDue(db, messageIds, clock.now())) await notify(db, PANELS_CHANNEL, '')
  }
  return {
    listeners: [
      defineListener('onboarding.panel_gone', GatewayDispatchEvents.MessageDelete, ({ id }) => gone([id])),
      defineListener('onboarding.panels_gone', GatewayDispatchEvents.MessageDeleteBulk, ({ ids }) => gone(ids)),
    ],
    async hearsGateway(event: GatewayLifecycle) {
      if (event.kind === 'disconnected' || event.kind === 'guild_left') return
      const guildIds = event.kind === 'guild_joined' ? [event.guildId] : event.guildIds
      await makePanelsDue(db, guildIds, clock.now())
      await notify(db, PANELS_CHANNEL, '')
    },
  }
}
