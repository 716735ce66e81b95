import type { Actor } from '../../kernel/actor.ts'
import { GuildId, isSnowflake, UserId } from '../../kernel/ids.ts'
import type { Platform } from '../../platform/feature.ts'
import { linkSubjectOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { requireGuildAdmin } from '../../platform/http/staff.ts'
import { CsvFile } from './contract.ts'
import type { Downloads } from './download.ts'
import type { Wish } from './exporting.ts'
import type { Link } from './replies.ts'
import { SCOPES, type Scope } from './scope.ts'
import type { ExportName, ExportSource } from './source.ts'

/** Links to files that are too large for Discord. The path says which table, the subject of whom and for whom. */

const GOOD_FOR = { hours: 1 }

const pathOf = ({ name }: ExportSource) => `/api/exports/${name}.csv`

export async function linkTo(
  { signedLinks, clock }: Pick<Platform, 'signedLinks' | 'clock'>,
  { source, guildId, scope }: Wish,
  by: UserId,
): Promise<Link> {
  const until = clock.now().add(GOOD_FOR)
  const subject = [guildId, scope, by].join(':')
  return { url: await signedLinks.link(pathOf(source), { expiresAt: until, subject }), until }
}

const OPERATIONS: Readonly<Record<ExportName, string>> = {
  tickets: 'downloadTickets',
  faq: 'downloadFaq',
  onboarding: 'downloadOnboarding',
  reminders: 'downloadReminders',
}

/** Whoever has the link has the file, for as long as the admin for whom it was made is one. */
export function linkRoutes(
  http: Http,
  sources: readonly ExportSource[],
  files: Downloads,
  { guildAccess }: Pick<Platform, 'guildAccess'>,
): void {
  for (const source of sources) {
    const schema = {
      operationId: OPERATIONS[source.name],
      summary: `Get what a link from Discord leads to: ${source.name} as CSV`,
      tags: ['Exports'],
      response: { 200: CsvFile },
    }
    const config = { access: 'signed_link', limit: 'exports' } as const
    http.get(pathOf(source), { config, schema }, async (request, reply) => {
      const { guildId, scope, by } = madeFor(linkSubjectOf(request))
      await requireGuildAdmin(guildAccess, by, guildId)
      return files.answer({ wish: { source, guildId, scope }, by }, request, reply)
    })
  }
}

interface MadeFor {
  readonly guildId: GuildId
  readonly scope: Scope
  readonly by: Actor
}

/** What was signed here is as it was written here. */
function madeFor(subject: string): MadeFor {
  const [guildId = '', scope = '', userId = ''] = subject.split(':')
  const known = SCOPES.find((one) => one === scope)
  if (!isSnowflake(guildId) || !isSnowflake(userId) || !known)
    throw new TypeError(`No subject of an export: ${subject}`)
  return { guildId: GuildId.parse(guildId), scope: known, by: { userId: UserId.parse(userId), door: 'api' } }
}
