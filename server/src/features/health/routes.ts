import type { Http } from '../../platform/http/http.ts'
import { Health, HealthHistory, HistoryQuery, Live, Ready, Status } from './contract.ts'
import type { HealthService } from './service.ts'

const config = { access: 'public', limit: 'none' } as const
const tags = ['Health']

export function healthRoutes(http: Http, service: HealthService): void {
  const status = { operationId: 'getStatus', summary: 'Whether the bot is connected', tags, response: { 200: Status } }
  http.get('/status', { config, schema: status }, () => service.status())

  const health = { operationId: 'getHealth', summary: 'How the parts fare', tags, response: { 200: Health } }
  http.get('/api/health', { config, schema: health }, () => service.health())

  const history = {
    operationId: 'getHealthHistory',
    summary: 'How the parts fared, minute by minute',
    tags,
    querystring: HistoryQuery,
    response: { 200: HealthHistory },
  }
  http.get('/api/health/history', { config, schema: history }, ({ query: { hours = 24, limit = 100 } }) =>
    service.history(hours, limit),
  )

  const live = { operationId: 'getLive', summary: 'Whether the process answers', tags, response: { 200: Live } }
  http.get('/api/health/live', { config, schema: live }, async () => ({ status: 'ok' as const }))

  const ready = {
    operationId: 'getReady',
    summary: 'Whether the process can do its work',
    tags,
    response: { 200: Ready },
  }
  http.get('/api/health/ready', { config, schema: ready }, () => service.ready())
}
