import { Refusal } from '../../kernel/refusal.ts'
import type { Db } from '../../platform/database/connect.ts'
import { guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { SummaryOut, SummaryPath } from './contract.ts'
import { findSummary } from './summary-store.ts'

export function summaryRoutes(http: Http, db: Db): void {
  const config = { access: 'guild_staff', limit: 'dashboard' } as const
  const schema = {
    operationId: 'getTicketSummary',
    summary: 'What a closed ticket came to, and the FAQ entry that could be made of it',
    tags: ['Tickets'],
    params: SummaryPath,
    response: { 200: SummaryOut },
  }
  http.get('/api/dashboard/:guild_id/tickets/:ticket_id/summary', { config, schema }, async (request) => {
    const found = await findSummary(db, guildOf(request), request.params.ticket_id)
    if (!found) throw new Refusal('not_found', 'desk_assistant.no_summary', 'This ticket has no summary in this guild.')
    const { status, reason, summary, entry } = found
    return { status, reason, summary, entry: entry && { ...entry, keywords: [...entry.keywords] } }
  })
}
