import type { Platform } from '../../platform/feature.ts'
import { guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { GuildPath } from './contract.ts'
import {
  FunnelOut,
  FunnelQuery,
  type FunnelStep,
  ResponseList,
  type ResponseOut,
  ResponsesQuery,
} from './contract-answers.ts'
import { funnelOf } from './funnel.ts'
import type { StepCount } from './funnel-store.ts'
import type { GivenAnswer } from './progress.ts'
import { listResponses, type Response } from './responses-store.ts'

const config = { access: 'guild_admin', limit: 'dashboard' } as const
const tags = ['Onboarding']

/** What members answered, and how far they came, for the admins of a guild. */
export function answersRoutes(http: Http, { db, clock }: Pick<Platform, 'db' | 'clock'>): void {
  const listing = {
    operationId: 'listOnboardingResponses',
    summary: 'List what members answered, the latest first',
    description: 'What each member confirmed last, with the questions as they were asked then.',
    tags,
    params: GuildPath,
    querystring: ResponsesQuery,
    response: { 200: ResponseList },
  }
  http.get('/api/dashboard/:guild_id/onboarding/responses', { config, schema: listing }, async (request) => {
    const { limit = 50, before } = request.query
    const page = { limit: limit + 1, before: before === undefined ? null : String(before) }
    const found = await listResponses(db, guildOf(request), page)
    const shown = found.slice(0, limit)
    const last = found.length > limit ? shown.at(-1) : undefined
    return { responses: shown.map(responseOut), next_before: last ? Number(last.id) : null }
  })
  const counting = {
    operationId: 'getOnboardingFunnel',
    summary: 'Count how far those came who started in the last days',
    tags,
    params: GuildPath,
    querystring: FunnelQuery,
    response: { 200: FunnelOut },
  }
  http.get('/api/dashboard/:guild_id/onboarding/funnel', { config, schema: counting }, async (request) => {
    const { days = 30 } = request.query
    const { started, completed, inProgress, abandoned, medianSeconds, steps } = await funnelOf(
      { db, clock },
      guildOf(request),
      days,
    )
    return {
      days,
      started,
      steps: steps.map(stepOut),
      completed,
      in_progress: inProgress,
      abandoned,
      median_seconds: medianSeconds,
    }
  })
}

function responseOut({ id, userId, completedAt, mode, answers, personalization, language }: Response): ResponseOut {
  return {
    id: Number(id),
    user_id: BigInt(userId),
    completed_at: completedAt.toString(),
    mode,
    answers: answers.map(answerOut),
    personalization,
    language,
  }
}

function answerOut({ questionId, question, type, answer, labels, followUps }: GivenAnswer) {
  return {
    question_id: Number(questionId),
    question,
    type,
    answer: typeof answer === 'string' || answer === null ? answer : [...answer],
    ...(labels && { labels: [...labels] }),
    ...(Object.keys(followUps).length > 0 && { followup: { ...followUps } }),
  }
}

function stepOut({ kind, itemId, title, reached, completed }: StepCount): FunnelStep {
  return { kind, id: itemId === '0' ? null : Number(itemId), title, reached, completed }
}
