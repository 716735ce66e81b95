import type { CommandRun, ComponentFault } from '../../platform/discord/command-run.ts'
import type { GatewayLifecycle } from '../../platform/discord/gateway-lifecycle.ts'
import { type OperationalEvent, recordEvents } from '../../platform/events/operational-event.ts'
import type { Platform } from '../../platform/feature.ts'
import { findWithin } from '../../platform/health/finding.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { commandFault, componentBrokeOff, dropped, eventsOf, reconnected } from './bot-events.ts'
import { Calm } from './calm.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'logger'>

/** Happenings, each of which may be an event for each of thousands of guilds. */
interface Happening {
  readonly at: Temporal.Instant
  events(): readonly OperationalEvent[]
}

const MOST_WAITING = 1000
const LOOKED_AT_EVERY = { seconds: 10 }
/** A clean stop waits so long for a database that does not answer. */
const FAREWELL_MS = 5000

/**
 * Writes what happens to the bot in the background: nobody waits for it, and what happens while the database is away
 * is written later. It ends after the last command was answered, with everything written.
 */
export class EventWriter {
  readonly worker: Worker
  readonly #needs: Needs
  readonly #waiting: Happening[] = []
  readonly #repeated = new Calm<GatewayLifecycle>()
  #woken = new AbortController()

  constructor(needs: Needs) {
    this.#needs = needs
    const { clock, logger } = needs
    const loop = repeating('operational_logs.write', needs, async () => {
      this.#woken = new AbortController()
      this.#tellRepeated(clock.now())
      await this.#write()
      const latest = clock.now().add(LOOKED_AT_EVERY)
      const next = this.#repeated.next()
      const isSooner = next && Temporal.Instant.compare(next, latest) < 0
      return { at: isSooner ? next : latest, sooner: this.#woken.signal }
    })
    this.worker = {
      name: loop.name,
      run: async (signal) => {
        await loop.run(signal)
        this.#tellRepeated(null)
        const last = await findWithin(FAREWELL_MS, this.#write())
        if ('problem' in last) logger.error({ reason: last.problem }, 'The last operational events were not written')
      },
    }
  }

  async hearGateway(event: GatewayLifecycle): Promise<void> {
    const key = repetitionOf(event)
    if (key === null || this.#repeated.admits(key, event, this.#needs.clock.now())) this.#add(() => eventsOf(event))
  }

  hearCommand(run: CommandRun): void {
    const event = commandFault(run)
    if (event) this.#add(() => [event])
  }

  hearComponentFault(fault: ComponentFault): void {
    this.#add(() => [componentBrokeOff(fault)])
  }

  #add(events: () => readonly OperationalEvent[]): void {
    if (this.#waiting.length >= MOST_WAITING) {
      this.#waiting.shift()
      this.#needs.logger.warn('An operational event was given up; too many wait to be written')
    }
    this.#waiting.push({ at: this.#needs.clock.now(), events })
    this.#woken.abort()
  }

  #tellRepeated(now: Temporal.Instant | null): void {
    for (const { count, last } of this.#repeated.over(now)) {
      if (last.kind === 'disconnected') this.#add(() => [dropped(last.shardId, count)])
      if (last.kind === 'reconnected') this.#add(() => [reconnected(last.commands, count)])
    }
  }

  async #write(): Promise<void> {
    for (let [happening] = this.#waiting; happening; [happening] = this.#waiting) {
      const { at, events } = happening
      await this.#needs.db.transaction().execute((tx) => recordEvents(tx, events(), at))
      const written = this.#waiting.indexOf(happening)
      if (written >= 0) this.#waiting.splice(written, 1)
    }
  }
}

/** What a flapping connection repeats: per shard, which is told by the first of its guilds where nothing else tells it. */
function repetitionOf(event: GatewayLifecycle): string | null {
  if (event.kind === 'disconnected') return `disconnected:${event.shardId}`
  return event.kind === 'reconnected' ? `reconnected:${event.guildIds[0]}` : null
}
