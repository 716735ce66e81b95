import { pino } from 'pino'
import { systemClock } from '../kernel/clock.ts'
import { parseConfig } from '../platform/config/config.ts'
import { absentDatabase } from '../platform/database/absent.ts'
import { environmentKeys } from '../platform/http/environment-key.ts'
import { NO_LIMITS } from '../platform/http/limits.ts'
import { createHttpServer } from '../platform/http/server.ts'
import { metersOfProcess } from '../platform/metrics/meters.ts'
import { features } from './features.ts'
import { platformOn } from './platform.ts'

/**
 * The OpenAPI description of the API of this program, as `/api/openapi.json` serves it. Nothing is started or asked:
 * a description is made of routes, and routes are there before anything runs.
 */
export async function apiDescription(): Promise<object> {
  const config = parseConfig({})
  const surroundings = { clock: systemClock, logger: pino({ level: 'silent' }) }
  const address = { apiUrl: 'http://127.0.0.1', token: 'none', client: null }
  const platform = platformOn({
    config,
    db: absentDatabase(),
    notices: { on: () => undefined },
    address,
    meters: metersOfProcess(),
    ...surroundings,
  })
  const http = await createHttpServer({
    ...config.http,
    ...platform,
    authentication: environmentKeys([]),
    limits: NO_LIMITS,
  })
  for (const feature of features(
    config,
    () => null,
    () => [],
    { ...address, keys: [] },
  ))
    feature.build(platform).routes?.(http)
  await http.ready()
  const document = http.swagger()
  await http.close()
  return document
}
