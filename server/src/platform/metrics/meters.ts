import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { findWithin } from '../health/finding.ts'

type Labels<Names extends string> = Readonly<Record<Names, string>>

/** What a meter is called: `alphapy_` is put before the name, and it ends in its unit. */
interface Meter<Names extends string> {
  readonly name: string
  readonly help: string
  /** Their values are of a small, known set: each combination is kept for as long as the process lives. No ids. */
  readonly labels?: readonly Names[]
}

/** What a process tells Prometheus of itself: https://prometheus.io/docs/practices/naming/ */
export interface Meters {
  counter<Names extends string = never>(meter: Meter<Names>): (labels: Labels<Names>, by?: number) => void
  /** Durations in seconds. Without bounds of its own it tells apart 5 ms to 10 s. */
  durations<Names extends string = never>(
    meter: Meter<Names> & { readonly bounds?: readonly number[] },
  ): (labels: Labels<Names>, seconds: number) => void
  /** Read at each scrape; left out where there is no answer in time. */
  gauge(meter: Meter<never>, read: () => number | null | Promise<number | null>): void
}

export interface MetersOfProcess extends Meters {
  /** Tells of memory, processor time and the event loop as well. */
  watchProcess(): void
  /** All of it in the text format of Prometheus. */
  exposition(): Promise<{ readonly contentType: string; readonly text: string }>
}

const PREFIX = 'alphapy_'
/** A part that hangs must not hold up the figures of the others. */
const READ_WITHIN_MS = 1000

export function metersOfProcess(): MetersOfProcess {
  const registry = new Registry()
  const declared = <Names extends string>({ name, help, labels = [] }: Meter<Names>) => ({
    name: `${PREFIX}${name}`,
    help,
    labelNames: [...labels],
    registers: [registry],
  })

  return {
    counter(meter) {
      const counter = new Counter(declared(meter))
      return (labels, by = 1) => counter.inc(labels, by)
    },
    durations({ bounds, ...meter }) {
      const histogram = new Histogram({ ...declared(meter), ...(bounds && { buckets: [...bounds] }) })
      return (labels, seconds) => histogram.observe(labels, seconds)
    },
    gauge(meter, read) {
      new Gauge({
        ...declared(meter),
        async collect() {
          const found = await findWithin(READ_WITHIN_MS, Promise.resolve().then(read))
          if ('answer' in found && found.answer !== null) this.set(found.answer)
          else this.remove()
        },
      })
    },
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    exposition: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  }
}
