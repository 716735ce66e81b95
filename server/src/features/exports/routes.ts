import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf, guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { AgeQuery, CsvFile, GuildPath } from './contract.ts'
import type { Downloads } from './download.ts'
import type { Scope } from './scope.ts'
import type { ExportName, ExportSource } from './source.ts'

const OPERATIONS: Readonly<Record<ExportName, { readonly operationId: string; readonly summary: string }>> = {
  tickets: { operationId: 'exportTickets', summary: 'Get the tickets of a guild as CSV, the newest first' },
  faq: { operationId: 'exportFaq', summary: 'Get the questions and answers of a guild as CSV, the newest first' },
  onboarding: {
    operationId: 'exportOnboarding',
    summary: 'Get what members answered at their onboarding as CSV, a row for each answer, the newest first',
  },
  reminders: { operationId: 'exportReminders', summary: 'Get the reminders of a guild as CSV, the newest first' },
}

const tags = ['Exports']
const config = { access: 'guild_admin', scope: 'exports', limit: 'exports' } as const

export function exportRoutes(http: Http, sources: readonly ExportSource[], files: Downloads): void {
  for (const source of sources) {
    const path = `/api/dashboard/:guild_id/exports/${source.name}.csv`
    const schema = { ...OPERATIONS[source.name], tags, params: GuildPath, response: { 200: CsvFile } }
    const answer = (scope: Scope, request: FastifyRequest, reply: FastifyReply) => {
      const wish = { source, guildId: guildOf(request), scope }
      return files.answer({ wish, by: actorOf(request) }, request, reply)
    }
    if (!source.isByAge) http.get(path, { config, schema }, (request, reply) => answer('all', request, reply))
    else
      http.get(path, { config, schema: { ...schema, querystring: AgeQuery } }, (request, reply) =>
        answer(request.query.days ? `${request.query.days}d` : 'all', request, reply),
      )
  }
}
