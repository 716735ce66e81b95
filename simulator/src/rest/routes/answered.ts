/** How the simulator refused, for tests of its routes. */
import assert from 'node:assert/strict'
import { DiscordAPIError } from 'discord.js'

/** The code of Discord's error with which this fails. */
export async function refusedWith(attempt: Promise<unknown>): Promise<number | string> {
  return (await refusalOf(attempt)).code
}

/** The refusal's nested errors as JSON text. */
export async function refusedForm(attempt: Promise<unknown>): Promise<string> {
  const refusal = await refusalOf(attempt)
  assert.equal(refusal.code, 50035)
  return JSON.stringify(refusal.rawError)
}

async function refusalOf(attempt: Promise<unknown>): Promise<DiscordAPIError> {
  const outcome = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  )
  assert.ok(outcome instanceof DiscordAPIError, `not refused by Discord: ${String(outcome)}`)
  return outcome
}
