import { APIError, OpenAI } from 'openai'
import type { Clock } from '../../kernel/clock.ts'
import { ModelFailure } from './failure.ts'
import type { Tokens } from './prices.ts'
import type { Service } from './services.ts'

/** The only place that knows the library of OpenAI, which is large: it is loaded with the first question. */

export interface Exchange {
  readonly model: string
  readonly temperature: number
  readonly instructions: string
  /** What the instructions are about; JSON. */
  readonly data: string
  readonly mostTokens: number
  readonly form: 'object' | 'text'
}

export interface Listening {
  readonly signal: AbortSignal
  /** Hears all that was written so far. */
  onText(soFar: string): void
}

/** How asking once ended. */
export interface Attempt {
  readonly ended: string | ModelFailure
  /** `none` where the service refused to work on it, `unknown` where it may have worked and did not say how much. */
  readonly tokens: Tokens | 'none' | 'unknown'
}

export type Converse = (exchange: Exchange, listening: Listening) => Promise<Attempt>

interface Needs extends Pick<Service, 'baseUrl' | 'key'> {
  readonly timeoutMs: number
  readonly clock: Clock
}

export function openaiService({ baseUrl, key, timeoutMs, clock }: Needs): Converse {
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
  return async (exchange, { signal, onText }) => {
    const heard = new Heard(onText)
    try {
      const stream = await client.chat.completions.create(bodyOf(exchange), { signal })
      for await (const chunk of stream) heard.hear(chunk)
    } catch (error) {
      return failedAttempt(error, heard.tokens, clock.now())
    }
    return { ended: heard.end(), tokens: heard.tokens ?? 'unknown' }
  }
}

/** Instructions are ours alone; what people wrote stands in a message of its own, quoted. No tools. */
function bodyOf({ model, temperature, instructions, data, mostTokens, form }: Exchange) {
  return {
    model,
    temperature,
    max_completion_tokens: mostTokens,
    stream: true,
    stream_options: { include_usage: true },
    ...(form === 'object' && { response_format: { type: 'json_object' } as const }),
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: data },
    ],
  } satisfies OpenAI.ChatCompletionCreateParamsStreaming
}

/** Services that only resemble OpenAI's leave out what its types promise. */
interface Resembling {
  readonly choices?: readonly {
    readonly finish_reason?: string | null
    readonly delta?: { readonly content?: string | null; readonly refusal?: string | null }
  }[]
  readonly usage?: {
    readonly prompt_tokens?: number
    readonly completion_tokens?: number
    readonly total_tokens?: number
  } | null
}

/** What came of one answer so far. */
class Heard {
  readonly #onText: Listening['onText']
  #isAnything = false
  #text = ''
  #finish: string | null = null
  #isRefused = false
  tokens: Tokens | null = null

  constructor(onText: Listening['onText']) {
    this.#onText = onText
  }

  hear({ choices, usage }: Resembling): void {
    this.#isAnything = true
    this.tokens = tokensOf(usage) ?? this.tokens
    const [choice] = choices ?? []
    this.#finish = choice?.finish_reason ?? this.#finish
    this.#isRefused ||= Boolean(choice?.delta?.refusal)
    const more = choice?.delta?.content
    if (typeof more !== 'string' || more === '') return
    this.#text += more
    this.#onText(this.#text)
  }

  end(): string | ModelFailure {
    if (!this.#isAnything) return new ModelFailure('nonsense', 'the language model answered nothing that can be read')
    // The library says nothing where a stream ends early, or because the signal aborted.
    if (this.#finish === null)
      return new ModelFailure('unavailable', 'the language model broke off, or did not end in time')
    if (this.#isRefused || this.#finish === 'content_filter')
      return new ModelFailure('refused', 'the language model does not want to answer this')
    if (this.#finish === 'length') return new ModelFailure('nonsense', 'the language model did not come to an end')
    return this.#text === '' ? new ModelFailure('nonsense', 'the language model answered nothing') : this.#text
  }
}

/** What Grok thinks before it answers counts in the total alone: https://docs.x.ai/docs/guides/reasoning */
function tokensOf(usage: Resembling['usage']): Tokens | null {
  const { prompt_tokens, completion_tokens, total_tokens } = usage ?? {}
  if (!isCount(prompt_tokens) || !isCount(completion_tokens)) return null
  const inAll = isCount(total_tokens) ? total_tokens : 0
  return { read: prompt_tokens, written: Math.max(completion_tokens, inAll - prompt_tokens) }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

/** The library throws what fetch and JSON.parse throw as well, where an answer breaks off or is no JSON. */
function failedAttempt(error: unknown, tokens: Tokens | null, now: Temporal.Instant): Attempt {
  if (error instanceof SyntaxError)
    return {
      ended: new ModelFailure('nonsense', 'the language model did not answer JSON'),
      tokens: tokens ?? 'unknown',
    }
  // Its message would repeat what the service says, at times with the key in it.
  const status = error instanceof APIError ? error.status : undefined
  if (!(error instanceof APIError) || typeof status !== 'number')
    return {
      ended: new ModelFailure('unavailable', 'the language model did not answer, or not in time'),
      tokens: tokens ?? (wasConnected(error) ? 'unknown' : 'none'),
    }
  const kind = status === 429 ? 'rate_limited' : status >= 500 ? 'unavailable' : 'refused'
  const resetsAt = waitAskedFor(error.headers, now)
  return {
    ended: new ModelFailure(kind, `the language model answered ${status}`, { status, resetsAt }),
    // A gateway that lost patience does not know whether the model behind it works on.
    tokens: status === 504 ? 'unknown' : 'none',
  }
}

/** As Node's fetch says, in the causes of its error, that nobody was reached. */
const NEVER_REACHED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_)/

function wasConnected(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ('code' in cause && NEVER_REACHED.test(String(cause.code))) return false
  return true
}

/** In seconds or as a date: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function waitAskedFor(headers: Headers | undefined, now: Temporal.Instant): Temporal.Instant | null {
  const given = headers?.get('retry-after')?.trim()
  if (!given) return null
  const ms = /^\d{1,9}$/.test(given) ? now.epochMilliseconds + Number(given) * 1000 : Date.parse(given)
  return Number.isNaN(ms) ? null : Temporal.Instant.fromEpochMilliseconds(ms)
}
