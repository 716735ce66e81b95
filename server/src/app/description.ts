import { environmentKeys } from '../platform/http/environment-key.ts'
import { NO_LIMITS } from '../platform/http/limits.ts'
import { createHttpServer } from '../platform/http/server.ts'
import { NO_STAFF } from '../platform/http/staff.ts'
import { unstarted } from './unstarted.ts'

/**
 * The OpenAPI description of the API of this program, as `/api/openapi.json` serves it. Nothing is started or asked:
 * a description is made of routes, and routes are there before anything runs.
 */
export async function apiDescription(): Promise<object> {
  const { config, platform, built } = unstarted()
  const http = await createHttpServer({
    ...config.http,
    ...platform,
    authentication: environmentKeys([]),
    staffRoles: NO_STAFF,
    limits: NO_LIMITS,
  })
  for (const { routes } of built) routes?.(http)
  await http.ready()
  const document = http.swagger()
  await http.close()
  return document
}
