import { actorOf, guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Idempotent } from '../../platform/http/idempotency.ts'
import {
  Done,
  GuildPath,
  OrderInput,
  QuestionInput,
  QuestionList,
  type QuestionOut,
  QuestionPath,
  RuleInput,
  RuleList,
  type RuleOut,
  RulePath,
  Saved,
} from './contract.ts'
import type { OnboardingService } from './service.ts'
import type { Question, Rule } from './store.ts'

const config = { access: 'guild_admin', limit: 'dashboard' } as const
const tags = ['Onboarding']
const QUESTIONS = '/api/dashboard/:guild_id/onboarding/questions'
const RULES = '/api/dashboard/:guild_id/onboarding/rules'
const SAVING =
  'The whole of it: with an `id` that one is replaced, without one it is added at its order and those behind it move ' +
  'down. What is optional and not sent takes its default; only the order is kept.'

/** What new members are asked and told, for the admins of a guild. */
export function onboardingRoutes(http: Http, service: OnboardingService, idempotent: Idempotent): void {
  questionRoutes(http, service, idempotent)
  ruleRoutes(http, service, idempotent)
  const schema = {
    operationId: 'reorderOnboarding',
    summary: 'Reorder the questions, the rules, or both',
    description: 'Each list that is sent names all of its items once; otherwise nothing changes.',
    tags,
    params: GuildPath,
    body: OrderInput,
    response: { 200: Done },
  }
  http.post('/api/dashboard/:guild_id/onboarding/reorder', { config, schema }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await service.reorder(actorOf(request), guildOf(request), request.body, commit)
      return done('Order updated successfully')
    }),
  )
}

function questionRoutes(http: Http, service: OnboardingService, idempotent: Idempotent): void {
  const listing = {
    operationId: 'listOnboardingQuestions',
    summary: 'List the questions for new members in their order, disabled ones too',
    tags,
    params: GuildPath,
    response: { 200: QuestionList },
  }
  http.get(QUESTIONS, { config, schema: listing }, async (request) =>
    (await service.questions(guildOf(request))).map(questionOut),
  )
  const saving = {
    operationId: 'saveOnboardingQuestion',
    summary: 'Add or replace a question for new members',
    description: SAVING,
    tags,
    params: GuildPath,
    body: QuestionInput,
    response: { 200: Saved },
  }
  http.post(QUESTIONS, { config, schema: saving }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const id = await service.saveQuestion(actorOf(request), guildOf(request), request.body, commit)
      return { ...done('Question saved successfully'), id: Number(id) }
    }),
  )
  const deleting = {
    operationId: 'deleteOnboardingQuestion',
    summary: 'Delete a question for new members; those behind it move up',
    tags,
    params: QuestionPath,
    response: { 200: Done },
  }
  http.delete(`${QUESTIONS}/:question_id`, { config, schema: deleting }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await service.remove(actorOf(request), guildOf(request), 'questions', request.params.question_id, commit)
      return done('Question deleted successfully')
    }),
  )
}

function ruleRoutes(http: Http, service: OnboardingService, idempotent: Idempotent): void {
  const listing = {
    operationId: 'listOnboardingRules',
    summary: 'List the rules for new members in their order, disabled ones too',
    tags,
    params: GuildPath,
    response: { 200: RuleList },
  }
  http.get(RULES, { config, schema: listing }, async (request) => (await service.rules(guildOf(request))).map(ruleOut))
  const saving = {
    operationId: 'saveOnboardingRule',
    summary: 'Add or replace a rule for new members',
    description: SAVING,
    tags,
    params: GuildPath,
    body: RuleInput,
    response: { 200: Saved },
  }
  http.post(RULES, { config, schema: saving }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const id = await service.saveRule(actorOf(request), guildOf(request), request.body, commit)
      return { ...done('Rule saved successfully'), id: Number(id) }
    }),
  )
  const deleting = {
    operationId: 'deleteOnboardingRule',
    summary: 'Delete a rule for new members; those behind it move up',
    tags,
    params: RulePath,
    response: { 200: Done },
  }
  http.delete(`${RULES}/:rule_id`, { config, schema: deleting }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await service.remove(actorOf(request), guildOf(request), 'rules', request.params.rule_id, commit)
      return done('Rule deleted successfully')
    }),
  )
}

function done(message: string) {
  return { success: true as const, message }
}

function questionOut({
  id,
  position,
  question,
  type,
  options,
  followUps,
  isRequired,
  isEnabled,
}: Question): QuestionOut {
  return {
    id: Number(id),
    question,
    question_type: type,
    options: options && [...options],
    followup: followUps,
    required: isRequired,
    enabled: isEnabled,
    step_order: position,
  }
}

function ruleOut({ id, position, title, description, thumbnailUrl, imageUrl, isEnabled }: Rule): RuleOut {
  return {
    id: Number(id),
    title,
    description,
    thumbnail_url: thumbnailUrl,
    image_url: imageUrl,
    enabled: isEnabled,
    rule_order: position,
  }
}
