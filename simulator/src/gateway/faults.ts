/** What can go wrong with single gateway events on their way: late, twice, in the wrong order, not at all. */
import type { SimulatorClock } from '../clock.ts'
import type { Dispatch } from '../state/world.ts'

export type DispatchFault =
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'drop' }
  /** Held back until the next event has gone out. */
  | { readonly kind: 'swap' }

interface Planned {
  readonly event: string
  readonly fault: DispatchFault
}

export class DispatchFaults {
  readonly #clock: SimulatorClock
  readonly #deliver: (dispatch: Dispatch) => void
  #planned: Planned[] = []
  #held: Dispatch[] = []

  constructor(clock: SimulatorClock, deliver: (dispatch: Dispatch) => void) {
    this.#clock = clock
    this.#deliver = deliver
  }

  /** The next event of this name goes out `ms` late by the simulator's clock. */
  delayNext(event: string, ms: number): void {
    this.#planned.push({ event, fault: { kind: 'delay', ms } })
  }

  /** The next event of this name goes out twice. */
  duplicateNext(event: string): void {
    this.#planned.push({ event, fault: { kind: 'duplicate' } })
  }

  /** The next event of this name goes out after the one that follows it. */
  swapNext(event: string): void {
    this.#planned.push({ event, fault: { kind: 'swap' } })
  }

  /** The next event of this name is lost. */
  dropNext(event: string): void {
    this.#planned.push({ event, fault: { kind: 'drop' } })
  }

  pass(dispatch: Dispatch): void {
    const fault = this.#take(dispatch.event)
    if (fault?.kind === 'swap') {
      this.#held.push(dispatch)
      return
    }
    if (fault?.kind === 'delay') this.#clock.after(fault.ms, () => this.#deliver(dispatch))
    else if (fault?.kind !== 'drop') this.#deliver(dispatch)
    if (fault?.kind === 'duplicate') this.#deliver(dispatch)
    const held = this.#held
    this.#held = []
    for (const late of held) this.#deliver(late)
  }

  stop(): void {
    this.#planned = []
    this.#held = []
  }

  #take(event: string): DispatchFault | undefined {
    const index = this.#planned.findIndex((planned) => planned.event === event)
    return index < 0 ? undefined : this.#planned.splice(index, 1)[0]?.fault
  }
}
