import { createHash } from 'node:crypto'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { isSnowflake, UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Secret } from '../../platform/config/secret.ts'
import { DiscordFailure, failureOf } from '../../platform/discord/failure.ts'
import { VERSION } from '../../platform/version.ts'

/** Our application at Discord: https://discord.com/developers/docs/topics/oauth2 */
export interface OAuthClient {
  readonly id: string
  readonly secret: Secret
}

export interface Authorization {
  readonly state: string
  readonly codeVerifier: string
  readonly redirectUri: string
}

/** Asks Discord who somebody is. */
export interface DiscordOAuth {
  /** Where the person agrees. */
  addressFor(authorization: Authorization): string
  /**
   * The person who agreed. Discord's token serves this one question and is kept nowhere.
   * @throws {Refusal} where Discord does not take the code.
   * @throws {DiscordFailure} where Discord does not answer.
   */
  userOf(code: string, authorization: Authorization): Promise<UserId>
}

const SCOPE = 'identify'
const PATIENCE_MS = 5000
const USER_AGENT = `DiscordBot (https://github.com/alphapy/alphapy, ${VERSION})`

const tokenAnswer = Compile(Type.Object({ access_token: Type.String({ minLength: 1 }) }))
const userAnswer = Compile(Type.Object({ id: Type.String() }))

export function discordOAuth(apiUrl: string, client: OAuthClient): DiscordOAuth {
  async function tokenFor(code: string, { codeVerifier, redirectUri }: Authorization): Promise<string> {
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: codeVerifier,
      client_id: client.id,
      client_secret: client.secret.reveal(),
    }
    const answer = await asked(`${apiUrl}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) })
    if (!tokenAnswer.Check(answer)) throw unreadable()
    return answer.access_token
  }

  return {
    addressFor({ state, codeVerifier, redirectUri }) {
      const page = new URL('/oauth2/authorize', apiUrl)
      page.search = String(
        new URLSearchParams({
          client_id: client.id,
          response_type: 'code',
          redirect_uri: redirectUri,
          scope: SCOPE,
          state,
          code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
          code_challenge_method: 'S256',
        }),
      )
      return page.href
    },
    async userOf(code, authorization) {
      const token = await tokenFor(code, authorization)
      const answer = await asked(`${apiUrl}/v10/users/@me`, { headers: { authorization: `Bearer ${token}` } })
      if (!userAnswer.Check(answer) || !isSnowflake(answer.id)) throw unreadable()
      return UserId.parse(answer.id)
    },
  }
}

async function asked(url: string, { headers, ...init }: RequestInit): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(url, { ...init, headers: { ...headers, 'user-agent': USER_AGENT }, signal })
    if (response.ok) return await response.json()
    await response.body?.cancel()
    throw refusedWith(response.status)
  } catch (error) {
    // `fetch` wraps what the network said.
    throw failureOf(error instanceof TypeError && error.cause ? error.cause : error)
  }
}

function refusedWith(status: number): Error {
  if (status === 400)
    return new Refusal('invalid', 'auth.code_refused', 'Discord does not take the code of this sign-in; begin again.')
  if (status === 429 || status >= 500) return new DiscordFailure('unavailable', `Discord answered ${status}`)
  // The client's secret is wrong: ours to mend, not the person's.
  return new DiscordFailure(
    'unauthorized',
    `Discord answered a sign-in with ${status}; is DISCORD_CLIENT_SECRET right?`,
  )
}

function unreadable(): DiscordFailure {
  return new DiscordFailure('unavailable', 'Discord answered a sign-in with something else than it documents')
}
