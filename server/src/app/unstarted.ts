import { pino } from 'pino'
import { systemClock } from '../kernel/clock.ts'
import { parseConfig } from '../platform/config/config.ts'
import { absentDatabase } from '../platform/database/absent.ts'
import type { Feature, FeatureParts } from '../platform/feature.ts'
import { metersOfProcess } from '../platform/metrics/meters.ts'
import { features } from './features.ts'
import { platformOn } from './platform.ts'

/** The product as it is put together, for whoever describes it: nothing of it is started, and nobody is asked. */
export function unstarted() {
  const config = parseConfig({})
  const address = { apiUrl: 'http://127.0.0.1', token: 'none', client: null }
  const platform = platformOn({
    config,
    db: absentDatabase(),
    notices: { on: () => undefined },
    address,
    meters: metersOfProcess(),
    clock: systemClock,
    logger: pino({ level: 'silent' }),
  })
  const all: readonly Feature[] = features(
    config,
    () => null,
    () => [],
    { ...address, keys: [] },
  )
  const built = all.map((feature): FeatureParts => feature.build(platform))
  return { config, platform, features: all, built }
}
