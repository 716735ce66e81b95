import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { Actor } from '../../../kernel/actor.ts'
import type { GuildId, UserId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Commit, Tx } from '../../../platform/database/connect.ts'
import { say } from '../../../platform/discord/answers.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { required, text, user } from '../../../platform/discord/options.ts'
import { announceChange } from '../../../platform/events/data-change.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import type { Platform } from '../../../platform/feature.ts'
import * as store from './block-store.ts'
import { openingWords } from './words-opening.ts'

/** Who may open no tickets; callers have made sure that the actor administers the guild. */
export interface BlockService {
  list(guildId: GuildId): Promise<readonly store.Block[]>
  block(actor: Actor, guildId: GuildId, userId: UserId, reason: string | null, commit?: Commit): Promise<void>
  /** @throws {Refusal} where the member was not blocked. */
  unblock(actor: Actor, guildId: GuildId, userId: UserId, commit?: Commit): Promise<void>
}

const LONGEST_REASON = 200
const needs = { member: PermissionFlagsBits.Administrator }

export function blockService({ db, clock }: Pick<Platform, 'db' | 'clock'>): BlockService {
  const ownTransaction: Commit = (work) => db.transaction().execute(work)
  return {
    list: (guildId) => store.listBlocks(db, guildId),
    block: (actor, guildId, userId, reason, commit = ownTransaction) =>
      commit(async (tx) => {
        const block = { userId, blockedBy: actor.userId, reason, blockedAt: clock.now() }
        const action = (await store.insertBlock(tx, guildId, block)) ? 'blocked' : 'updated'
        await tell(tx, { actor, guildId, userId, action }, clock.now())
      }),
    unblock: (actor, guildId, userId, commit = ownTransaction) =>
      commit(async (tx) => {
        if (!(await store.deleteBlock(tx, guildId, userId)))
          throw new Refusal(
            'not_found',
            'tickets.not_blocked',
            openingWords.everywhere('not_blocked', { member: `<@${userId}>` }),
          )
        await tell(tx, { actor, guildId, userId, action: 'unblocked' }, clock.now())
      }),
  }
}

interface Act {
  readonly actor: Actor
  readonly guildId: GuildId
  readonly userId: UserId
  readonly action: 'blocked' | 'updated' | 'unblocked'
}

async function tell(tx: Tx, { actor, guildId, userId, action }: Act, now: Temporal.Instant): Promise<void> {
  const source = actor.door === 'api' ? 'api' : 'command'
  const details = { action, user_id: userId, updated_by: actor.userId, source }
  const event = {
    type: 'TICKET_BLOCKS_CHANGED',
    guildId,
    message: `Who may open no tickets was changed: ${action}`,
    details,
  } as const
  await recordEvents(tx, [event], now)
  await announceChange(tx, { guildId, kind: 'ticket_blocks', ref: userId }, now)
}

/** `/ticket_block` and `/ticket_unblock`. */
export function blockCommands(service: BlockService) {
  const member = required(user(openingWords.everywhere('block_member')))
  return [
    defineCommand({
      name: 'ticket_block',
      description: openingWords.everywhere('block_command'),
      needs,
      options: { member, reason: text(openingWords.everywhere('block_reason'), { maxLength: LONGEST_REASON }) },
      answers: 'message',
      async handle({ member: userId, reason }, { actor, guildId, language }) {
        await service.block(actor, guildId, userId, reason)
        return say(openingWords(language)('blocked_now', { member: `<@${userId}>` }))
      },
    }),
    defineCommand({
      name: 'ticket_unblock',
      description: openingWords.everywhere('unblock_command'),
      needs,
      options: { member },
      answers: 'message',
      async handle({ member: userId }, { actor, guildId, language }) {
        await service.unblock(actor, guildId, userId)
        return say(openingWords(language)('unblocked_now', { member: `<@${userId}>` }))
      },
    }),
  ]
}
