import type { Db } from '../../platform/database/connect.ts'

/** A sign-in that was sent to Discord and has not come back. */
export interface Attempt {
  readonly codeVerifier: string
  readonly returnTo: string
  /** Set when somebody from elsewhere links a Discord account. */
  readonly subject: string | null
}

interface AttemptKey {
  readonly stateHash: Buffer
  readonly browserHash: Buffer
}

export async function insertAttempt(
  db: Db,
  { stateHash, browserHash, codeVerifier, returnTo, subject }: Attempt & AttemptKey,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('sign_in_attempts')
    .values({
      state_hash: stateHash,
      browser_hash: browserHash,
      code_verifier: codeVerifier,
      return_to: returnTo,
      subject,
      expires_at: expiresAt,
    })
    .execute()
}

/** The attempt, once: of two who ask for it one gets it. */
export async function takeAttempt(
  db: Db,
  { stateHash, browserHash }: AttemptKey,
  now: Temporal.Instant,
): Promise<Attempt | null> {
  const row = await db
    .deleteFrom('sign_in_attempts')
    .where('state_hash', '=', stateHash)
    .where('browser_hash', '=', browserHash)
    .where('expires_at', '>', now)
    .returning(['code_verifier', 'return_to', 'subject'])
    .executeTakeFirst()
  return row ? { codeVerifier: row.code_verifier, returnTo: row.return_to, subject: row.subject } : null
}
