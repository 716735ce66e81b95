import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { integer, required, user } from '../../../platform/discord/options.ts'
import type { Platform } from '../../../platform/feature.ts'
import { funnelMessage, noResponseMessage, responseMessage } from '../figures-messages.ts'
import { funnelOf } from '../funnel.ts'
import { readProgress } from '../progress-store.ts'
import { findResponse } from '../responses-store.ts'
import { adminWords } from '../words-admin.ts'

type Needs = Pick<Platform, 'db' | 'clock'>

const DAYS = 30

/** `/onboarding funnel`. */
export function funnelCommand(needs: Needs) {
  return defineSubcommand({
    name: 'funnel',
    description: adminWords.everywhere('funnel_command'),
    options: { days: integer(adminWords.everywhere('funnel_days'), { min: 1, max: 365 }) },
    answers: 'message',
    async handle({ days }, { guildId, language }) {
      const funnel = await funnelOf(needs, guildId, days ?? DAYS)
      return { kind: 'message', message: funnelMessage(funnel, days ?? DAYS, language) }
    },
  })
}

/** `/onboarding responses`: only of the guild in which it is asked. */
export function responsesCommand({ db }: Needs) {
  return defineSubcommand({
    name: 'responses',
    description: adminWords.everywhere('responses_command'),
    options: { member: required(user(adminWords.everywhere('responses_member'))) },
    answers: 'message',
    async handle({ member: userId }, { guildId, language }) {
      const response = await findResponse(db, { guildId, userId })
      if (response) return { kind: 'message', message: responseMessage(response, language) }
      const progress = await readProgress(db, { guildId, userId })
      const isUnderWay = progress !== null && !progress.isCompleted
      return { kind: 'message', message: noResponseMessage(userId, isUnderWay, language) }
    },
  })
}
