/** Who did what to a guild, with the reason the caller gave. */
import type { AuditLogEvent } from 'discord-api-types/v10'
import type { AuditLogChange, AuditLogEntry, Guild, Json } from './model.ts'
import { auditLogEntryView } from './views.ts'
import type { World } from './world.ts'

export interface Act {
  readonly action: AuditLogEvent
  readonly actorId: string
  readonly targetId: string | null
  readonly reason: string | null
  readonly changes?: AuditLogChange[]
  readonly options?: AuditLogEntry['options']
}

export function audit(
  world: World,
  guild: Guild,
  { action, actorId, targetId, reason, changes = [], options }: Act,
): void {
  const entry: AuditLogEntry = {
    id: world.nextId(),
    user_id: actorId,
    target_id: targetId,
    action_type: action,
    reason,
    changes,
    ...(options && { options }),
  }
  guild.audit_log.push(entry)
  const data = { ...auditLogEntryView(entry), guild_id: guild.id }
  world.publish({ event: 'GUILD_AUDIT_LOG_ENTRY_CREATE', data, guildId: guild.id })
}

/** One change for each named field that differs. */
export function changesBetween(before: object, after: object): AuditLogChange[] {
  const old = new Map<string, Json>(Object.entries(before))
  return Object.entries(after).flatMap(([key, value]: [string, Json]) => {
    const was = old.get(key)
    return JSON.stringify(was) === JSON.stringify(value) ? [] : [{ key, old_value: was ?? null, new_value: value }]
  })
}
