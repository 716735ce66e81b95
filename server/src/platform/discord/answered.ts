import { DiscordFailure } from './failure.ts'

/** What Discord answered, or how it failed; everything else is thrown. */
export async function answered<Answer>(asked: Promise<Answer>): Promise<Answer | DiscordFailure> {
  return asked.catch((error: unknown) => {
    if (error instanceof DiscordFailure) return error
    throw error
  })
}
