import type { Config } from '../config/config.ts'
import type { Service } from './services.ts'

/** What was or may be asked and written. */
export interface Tokens {
  readonly read: number
  readonly written: number
}

/** The same with what it costs, in billionths of a US dollar: a price per million tokens is a whole number of them. */
export interface Spending extends Tokens {
  readonly nanoDollars: number
}

/** Billionths of a US dollar for one token. */
export interface Price {
  readonly read: number
  readonly written: number
}

export const NOTHING_SPENT: Spending = { read: 0, written: 0, nanoDollars: 0 }
const NANO_PER_TOKEN = 1000

/**
 * US dollars for a million tokens read and written, without discounts for what was cached or waits. From
 * https://docs.x.ai/docs/models and https://platform.openai.com/docs/pricing, looked up in November 2026.
 */
const KNOWN: Readonly<Record<string, readonly [read: number, written: number]>> = {
  'grok-3': [3, 15],
  'grok-3-fast': [5, 25],
  'grok-3-mini': [0.3, 0.5],
  'grok-3-mini-fast': [0.6, 4],
  'grok-4': [3, 15],
  'grok-4-fast': [0.2, 0.5],
  'grok-4.20': [2, 6],
  'grok-4.5': [2, 6],
  'grok-4.6': [2, 6],
  'gpt-4o': [2.5, 10],
  'gpt-4o-mini': [0.15, 0.6],
  'gpt-4.1': [2, 8],
  'gpt-4.1-mini': [0.4, 1.6],
  'gpt-4.1-nano': [0.1, 0.4],
  'gpt-5': [1.25, 10],
  'gpt-5-mini': [0.25, 2],
  'gpt-5-nano': [0.05, 0.4],
  'gpt-5.2': [1.75, 14],
  'gpt-5.4': [2.5, 15],
  'gpt-5.4-mini': [0.75, 4.5],
}
/** Names of the same model at another time; `gpt-5-pro` is another model at another price. */
const SAME_MODEL = /-(latest|\d{4}(-\d\d-\d\d)?|(non-)?reasoning)$/

/**
 * The operator's price wins at an address of the operator's own, and holds for models that are not known. Without any,
 * the dearest that is known is assumed: a budget in money ends too early rather than too late.
 */
export function priceOf(
  { isOwn }: Pick<Service, 'isOwn'>,
  model: string,
  { priceInput, priceOutput }: Pick<Config['languageModel'], 'priceInput' | 'priceOutput'>,
): Price {
  const known = KNOWN[model] ?? KNOWN[model.replace(SAME_MODEL, '')]
  const operators =
    priceInput === undefined || priceOutput === undefined ? undefined : ([priceInput, priceOutput] as const)
  const [read, written] = (isOwn ? (operators ?? known) : (known ?? operators)) ?? DEAREST
  return { read: Math.ceil(read * NANO_PER_TOKEN), written: Math.ceil(written * NANO_PER_TOKEN) }
}

const DEAREST = [0, 1].map((at) => Math.max(...Object.values(KNOWN).map((price) => price[at] ?? 0)))

export function spendingOf({ read, written }: Tokens, price: Price): Spending {
  return { read, written, nanoDollars: read * price.read + written * price.written }
}

export function together(one: Spending, other: Spending): Spending {
  return {
    read: one.read + other.read,
    written: one.written + other.written,
    nanoDollars: one.nanoDollars + other.nanoDollars,
  }
}

/** What services add of their own: marks between the messages, and what makes them answer JSON. */
const AROUND = 100

/** More tokens than these texts can be: whatever cuts text into tokens, each one has at least one byte of UTF-8. */
export function mostRead(...texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), AROUND)
}
