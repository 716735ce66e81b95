import type { Db } from '../../platform/database/connect.ts'
import { guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { AnnouncementList, type AnnouncementOut, AnnouncementsPath, AnnouncementsQuery } from './contract.ts'
import { type Announced, listAnnounced } from './store.ts'

/** What was announced in a guild and how it was read, for its admins. */
export function announcementRoutes(http: Http, db: Db): void {
  const schema = {
    operationId: 'listAnnouncements',
    summary: 'What was announced in a guild, how it was read and what became of it',
    tags: ['Announcements'],
    params: AnnouncementsPath,
    querystring: AnnouncementsQuery,
    response: { 200: AnnouncementList },
  }
  const config = { access: 'guild_admin', limit: 'dashboard' } as const
  http.get('/api/dashboard/:guild_id/announcements', { config, schema }, async (request) => {
    const { limit = 50, before } = request.query
    const page = { limit, ...(before !== undefined && { before: String(before) }) }
    return { announcements: (await listAnnounced(db, guildOf(request), page)).map(announcementOut) }
  })
}

function announcementOut({ reading, ...announced }: Announced): AnnouncementOut {
  const { when } = reading
  return {
    id: Number(announced.id),
    guild_id: BigInt(announced.guildId),
    channel_id: BigInt(announced.channelId),
    message_id: BigInt(announced.messageId),
    author_id: announced.authorId,
    status: announced.status,
    name: reading.name,
    location: reading.location,
    event_time: when?.kind === 'once' ? iso(when.eventAt) : null,
    days: when?.kind === 'weekly' ? [...when.days] : [],
    time: when?.kind === 'weekly' ? when.time.toString({ smallestUnit: 'second' }) : null,
    timezone: when?.timeZone ?? null,
    confidence: reading.confidence,
    evidence: reading.evidence.map(({ part, text, reading: read, confidence }) => ({
      part,
      text,
      reading: read,
      confidence,
    })),
    reasons: reading.reasons.map(({ code, text }) => ({ code, text })),
    reminder_id: announced.reminderId === null ? null : Number(announced.reminderId),
    created_at: iso(announced.createdAt),
    edited_at: announced.editedAt && iso(announced.editedAt),
  }
}

function iso(instant: Temporal.Instant): string {
  return instant.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' }).toString()
}
