/** Bodies that make or change channels and threads, read into what the state takes. */
import { invalidForm } from '../discord-error.ts'
import type { Fields } from '../fields.ts'
import type { ChannelChange, ChannelDraft } from '../state/channels.ts'
import type { Channel, Overwrite } from '../state/model.ts'
import type { ThreadChange } from '../state/thread-edits.ts'
import type { ThreadDraft } from '../state/threads.ts'

const LONGEST_SLOWNESS = 21_600
const NAME = { min: 1, max: 100 }
/** Minutes. */
const ARCHIVE_AFTER: readonly number[] = [60, 1440, 4320, 10_080]
const DAY = 1440
const FORUM = 15

export function channelDraft(fields: Fields): ChannelDraft {
  const type = fields.integer('type') ?? 0
  const change = channelChange(fields, type)
  const { topic = null, parent_id = null, nsfw = false, rate_limit_per_user = 0 } = change
  return { ...change, type, name: fields.required('name', change.name), topic, parent_id, nsfw, rate_limit_per_user }
}

/** @param type what the channel is now */
export function channelChange(fields: Fields, type: Channel['type']): ChannelChange {
  const name = fields.text('name', NAME)
  const newType = fields.integer('type')
  const topic = fields.textOrNull('topic', { max: type === FORUM ? 4096 : 1024 })
  const position = fields.integer('position', { min: 0 })
  const parent_id = fields.snowflakeOrNull('parent_id')
  const nsfw = fields.boolean('nsfw')
  const slowness = fields.integerOrNull('rate_limit_per_user', { min: 0, max: LONGEST_SLOWNESS })
  const overwrites = fields.objects('permission_overwrites', { max: 100 })
  return {
    ...(name === undefined ? {} : { name }),
    ...(newType === undefined ? {} : { type: newType }),
    ...(topic === undefined ? {} : { topic }),
    ...(position === undefined ? {} : { position }),
    ...(parent_id === undefined ? {} : { parent_id }),
    ...(nsfw === undefined ? {} : { nsfw }),
    ...(slowness === undefined ? {} : { rate_limit_per_user: slowness ?? 0 }),
    ...(overwrites === undefined ? {} : { permission_overwrites: overwrites.map((one) => overwriteFrom(one)) }),
  }
}

/** @param id of the role or user, where the address says it and not the body */
export function overwriteFrom(fields: Fields, id = fields.snowflake('id')): Overwrite {
  const type = fields.required('type', fields.integer('type', { min: 0, max: 1 }))
  return {
    id: fields.required('id', id),
    type: type === 1 ? 1 : 0,
    allow: fields.bits('allow') ?? '0',
    deny: fields.bits('deny') ?? '0',
  }
}

export function threadDraft(fields: Fields, type: number): ThreadDraft {
  return {
    name: fields.required('name', fields.text('name', NAME)),
    type,
    autoArchiveMinutes: archiveAfter(fields) ?? DAY,
    invitable: fields.boolean('invitable') ?? true,
    rateLimitPerUser: fields.integer('rate_limit_per_user', { min: 0, max: LONGEST_SLOWNESS }) ?? 0,
  }
}

export function threadChange(fields: Fields): ThreadChange {
  const name = fields.text('name', NAME)
  const archived = fields.boolean('archived')
  const locked = fields.boolean('locked')
  const invitable = fields.boolean('invitable')
  const auto_archive_duration = archiveAfter(fields)
  const rate_limit_per_user = fields.integer('rate_limit_per_user', { min: 0, max: LONGEST_SLOWNESS })
  return {
    ...(name === undefined ? {} : { name }),
    ...(archived === undefined ? {} : { archived }),
    ...(locked === undefined ? {} : { locked }),
    ...(invitable === undefined ? {} : { invitable }),
    ...(auto_archive_duration === undefined ? {} : { auto_archive_duration }),
    ...(rate_limit_per_user === undefined ? {} : { rate_limit_per_user }),
  }
}

function archiveAfter(fields: Fields): number | undefined {
  const minutes = fields.integer('auto_archive_duration')
  if (minutes === undefined || ARCHIVE_AFTER.includes(minutes)) return minutes
  const message = `Value must be one of (${ARCHIVE_AFTER.join(', ')}).`
  throw invalidForm(['auto_archive_duration'], 'BASE_TYPE_CHOICES', message)
}
