/** Fetches files from where Discord keeps them, and from nowhere else. */

/** https://discord.com/developers/docs/reference#signed-attachment-cdn-urls */
const CDN = new Set(['https://cdn.discordapp.com', 'https://media.discordapp.net'])
const PATIENCE_MS = 30_000

export type Fetched =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** `expired`: there is nothing any more, or not under this address. */
  | { readonly kind: 'too_large' | 'expired' | 'unavailable' | 'refused' }

export interface Cdn {
  fetch(url: string, mostBytes: number, signal: AbortSignal): Promise<Fetched>
}

/**
 * Addresses come from messages, so a forged one must not make us ask inside our own network: only Discord's hosts, or
 * that of DISCORD_API_URL, and no redirection away from them. `own`: where Discord's API is configured to be.
 */
export function cdn(own: string | undefined): Cdn {
  const allowed = own === undefined ? CDN : new Set([...CDN, new URL(own).origin])
  return {
    async fetch(url, mostBytes, signal) {
      if (!URL.canParse(url) || !isAllowed(new URL(url), allowed)) return { kind: 'refused' }
      try {
        const answer = await fetch(url, {
          redirect: 'error',
          signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
        })
        if (!answer.ok) await answer.body?.cancel()
        if ([403, 404, 410].includes(answer.status)) return { kind: 'expired' }
        return answer.ok ? await bytesOf(answer, mostBytes) : { kind: 'unavailable' }
      } catch (error) {
        // What `fetch` throws when there is no connection, or it takes too long.
        if (error instanceof TypeError || error instanceof DOMException) return { kind: 'unavailable' }
        throw error
      }
    },
  }
}

function isAllowed({ origin, username, password }: URL, allowed: ReadonlySet<string>): boolean {
  return allowed.has(origin) && username === '' && password === ''
}

/** What the answer says of its length may be wrong, so what comes is counted. */
async function bytesOf(answer: Response, most: number): Promise<Fetched> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > most) return { kind: 'too_large' }
    chunks.push(chunk)
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks) }
}
