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
  lockPanel,
  makeMessagesPanelDue,
  makePanelsDue,
  nextDuePanel,
  type Panel,
  type StandingPanel,
  takeDuePanel,
  writePanel,
} from './panel-store.ts'
import { recordPanelTrouble } from './troubles.ts'

type Needs = PanelNeeds & Pick<Platform, 'db' | 'logger' | 'notices'>

const PANELS_CHANNEL = 'onboarding_panels'
/** A panel is looked at so often; one that is not there, for want of a channel, less often. */
const LOOKED_AT_EVERY = { minutes: 15 }
const NONE_LOOKED_AT_EVERY = { hours: 6 }
const AFTER_FAILURE = { minutes: 5 }
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
  return needs.db.transaction().execute(async (tx) => {
    const panel = await takeDuePanel(tx, needs.clock.now())
    if (!panel) return false
    await lookAfter(needs, tx, panel)
    return true
  })
}

async function lookAfter(needs: Needs, tx: Tx, panel: Panel): Promise<void> {
  const now = needs.clock.now()
  const wish = (await wishedPanel(needs, panel.guildId))(panel.chosen)
  try {
    const after = await putPanelRight(needs, tx, panel, wish)
    await writePanel(tx, after, now.add(after.standing ? LOOKED_AT_EVERY : NONE_LOOKED_AT_EVERY))
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error
    if (error.kind === 'unavailable' || error.kind === 'unauthorized' || !wish)
      return writePanel(tx, panel, now.add(AFTER_FAILURE))
    await recordPanelTrouble(tx, panel.guildId, wish.channelId, error, now)
    await writePanel(tx, panel, now.add(LOOKED_AT_EVERY))
  }
}

/**
 * Puts the panel where an admin wants it, or else into the rules channel, and does the rest in the same transaction.
 * Null: there is no channel, or the onboarding is closed.
 */
export type PanelPlacing = (
  guildId: GuildId,
  chosen: ChosenPlace | null,
  also: (tx: Tx) => Promise<void>,
) => Promise<StandingPanel | null>

export function panelPlacing(needs: Needs): PanelPlacing {
  const { db, clock } = needs
  return async (guildId, chosen, also) => {
    const wish = (await wishedPanel(needs, guildId))(chosen)
    return db.transaction().execute(async (tx) => {
      const panel = await lockPanel(tx, guildId, clock.now())
      const after = await putPanelRight(needs, tx, { ...panel, chosen }, wish)
      await writePanel(tx, after, clock.now().add(LOOKED_AT_EVERY))
      if (after.standing) await also(tx)
      return after.standing
    })
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
