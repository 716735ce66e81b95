import { APIError, OpenAI } from 'openai'
import type { Clock } from '../../kernel/clock.ts'
import type { Secret } from '../config/secret.ts'
import { ModelFailure } from './failure.ts'

/** The only place that knows the library of OpenAI, which is large: it is loaded with the first question. */

export interface ServiceAddress {
  readonly baseUrl: string
  /** None where the service lets everybody in. */
  readonly key: Secret | null
  readonly timeoutMs: number
  readonly clock: Clock
}

export interface Exchange {
  readonly model: string
  readonly temperature: number
  readonly instructions: string
  /** What the instructions are about; JSON. */
  readonly data: string
  readonly mostTokens: number
  readonly form: 'object' | 'text'
}

/** What the model wrote. @throws {ModelFailure} */
export type Converse = (exchange: Exchange, signal: AbortSignal) => Promise<string>

export function openaiService({ baseUrl, key, timeoutMs, clock }: ServiceAddress): Converse {
  const client = new OpenAI({
    baseURL: baseUrl,
    // The library insists on a key, and would look for these in variables that are not ours.
    apiKey: key?.reveal() ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    timeout: timeoutMs,
    maxRetries: 0,
    logLevel: 'off',
    // Followed, a redirection would carry what was asked to wherever it points.
    fetchOptions: { redirect: 'error' },
    ...(key === null && { defaultHeaders: { Authorization: null } }),
  })
  return async (exchange, signal) => {
    const completion = await client.chat.completions.create(bodyOf(exchange), { signal }).catch((error: unknown) => {
      throw failureOf(error, clock.now())
    })
    return writtenIn(completion)
  }
}

/** Instructions are ours alone; what people wrote stands in a message of its own, quoted. No tools. */
function bodyOf({ model, temperature, instructions, data, mostTokens, form }: Exchange) {
  return {
    model,
    temperature,
    max_completion_tokens: mostTokens,
    ...(form === 'object' && { response_format: { type: 'json_object' } as const }),
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: data },
    ],
  } satisfies OpenAI.ChatCompletionCreateParamsNonStreaming
}

/** The library throws what fetch and JSON.parse throw as well, where an answer breaks off or is no JSON. */
function failureOf(error: unknown, now: Temporal.Instant): ModelFailure {
  if (error instanceof SyntaxError) return new ModelFailure('nonsense', 'the language model did not answer JSON')
  // Its message would repeat what the service says, at times with the key in it.
  const status = error instanceof APIError ? error.status : undefined
  if (!(error instanceof APIError) || typeof status !== 'number')
    return new ModelFailure('unavailable', 'the language model did not answer, or not in time')
  const kind = status === 429 ? 'rate_limited' : status >= 500 ? 'unavailable' : 'refused'
  const resetsAt = waitAskedFor(error.headers, now)
  return new ModelFailure(kind, `the language model answered ${status}`, { status, resetsAt })
}

/** In seconds or as a date: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function waitAskedFor(headers: Headers | undefined, now: Temporal.Instant): Temporal.Instant | null {
  const given = headers?.get('retry-after')?.trim()
  if (!given) return null
  const ms = /^\d{1,9}$/.test(given) ? now.epochMilliseconds + Number(given) * 1000 : Date.parse(given)
  return Number.isNaN(ms) ? null : Temporal.Instant.fromEpochMilliseconds(ms)
}

/** Services that only resemble OpenAI's leave out what its types promise. */
interface Resembling {
  readonly choices?: readonly {
    readonly finish_reason?: string | null
    readonly message?: { readonly content?: string | null; readonly refusal?: string | null }
  }[]
}

function writtenIn(completion: Resembling | null): string {
  const [choice] = completion?.choices ?? []
  if (choice?.message?.refusal || choice?.finish_reason === 'content_filter')
    throw new ModelFailure('refused', 'the language model does not want to answer this')
  const content = choice?.message?.content
  if (typeof content !== 'string' || content === '')
    throw new ModelFailure('nonsense', 'the language model answered nothing')
  if (choice?.finish_reason === 'length')
    throw new ModelFailure('nonsense', 'the language model did not come to an end')
  return content
}
