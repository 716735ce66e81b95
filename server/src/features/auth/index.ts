import type { Secret } from '../../platform/config/secret.ts'
import type { Feature } from '../../platform/feature.ts'
import { knownKeys } from '../../platform/http/environment-key.ts'
import { apiKeyRoutes } from './api-key-routes.ts'
import { apiKeys } from './api-keys.ts'
import { authentication } from './authentication.ts'
import { discordOAuth, type OAuthClient } from './discord-oauth.ts'
import { links } from './links.ts'
import { ownTokens } from './own-tokens.ts'
import { authPrivacy } from './privacy.ts'
import { authRetention } from './retention.ts'
import { sessionRoutes } from './session-routes.ts'
import { sessions } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { supabase } from './supabase/supabase.ts'

export { demoToken } from './demo-token.ts'
export type { OAuthClient }

export interface AuthOptions {
  /** Where Discord is found. */
  readonly apiUrl: string
  /** Our application there; null: nobody can sign in with Discord. */
  readonly client: OAuthClient | null
  /** Keys that were given to the program, not made in it. */
  readonly keys: readonly Secret[]
}

/** Who is calling: people who sign in with Discord or at Supabase, and programs with API keys. */
export function auth({ apiUrl, client, keys: given }: AuthOptions): Feature {
  return {
    name: 'auth',
    retention: authRetention,
    build(platform) {
      const { publicUrl, allowedOrigins } = platform.config.http
      const keys = apiKeys({ ...platform, environment: knownKeys(given) })
      const parts = { keys, tokens: ownTokens(platform), sessions: sessions(platform), links: links(platform) }
      const who = authentication({
        ...parts,
        supabase: supabase(platform.config.supabase, platform),
        publicUrl,
        allowedOrigins,
      })
      const discord = client && discordOAuth(apiUrl, client)
      const needs = {
        ...platform,
        ...parts,
        publicUrl,
        authentication: who,
        signIn: signIn({ ...platform, ...parts, discord }),
      }
      return {
        authentication: who,
        routes(http) {
          signInRoutes(http, needs)
          sessionRoutes(http, needs)
          apiKeyRoutes(http, keys, platform.idempotent)
        },
        privacy: authPrivacy(platform.clock),
      }
    },
  }
}
