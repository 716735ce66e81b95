import { guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Consents } from './consents.ts'
import { ConsentFiguresOut, GuildPath } from './contract.ts'

const config = { access: 'guild_admin', limit: 'dashboard' } as const

/** How many members of a guild agreed, for its admins; who did is in the log. */
export function gdprRoutes(http: Http, consents: Consents): void {
  const schema = {
    operationId: 'readConsents',
    summary: 'Read how many members agreed to the privacy notice, by version',
    tags: ['Privacy'],
    params: GuildPath,
    response: { 200: ConsentFiguresOut },
  }
  http.get('/api/dashboard/:guild_id/gdpr', { config, schema }, async (request) => {
    const guildId = guildOf(request)
    const { agreeing, versions } = await consents.figures(guildId)
    return {
      guild_id: BigInt(guildId),
      acceptance_count: agreeing,
      versions: versions.map(({ version, accepted, withdrawn }) => ({ version, accepted, withdrawn })),
    }
  })
}
