import type { Http } from '../../platform/http/http.ts'
import { DiagnosisOut, GuildPath } from './contract.ts'
import type { Doctor } from './doctor.ts'
import { diagnosisOut } from './presenter.ts'

export function doctorRoutes(http: Http, { examine }: Doctor): void {
  const schema = {
    operationId: 'examineGuild',
    summary: 'What the bot lacks in a guild, and what to click to repair it',
    tags: ['Dashboard'],
    params: GuildPath,
    response: { 200: DiagnosisOut },
  }
  http.get(
    '/api/dashboard/:guild_id/doctor',
    { config: { access: 'guild_admin', limit: 'dashboard' }, schema },
    async ({ params }) => diagnosisOut(await examine(params.guild_id)),
  )
}
