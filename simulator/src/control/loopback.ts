/** Who may open the control door: programs on this machine, and no web page that a browser here happens to show. */

/** What of a request decides. */
export interface Caller {
  readonly remoteAddress: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

const NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])
const ADDRESS = /^(::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/

/** Why the caller is turned away, or undefined when it is welcome. */
export function refusalOf({ remoteAddress, headers }: Caller): string | undefined {
  if (!ADDRESS.test(remoteAddress ?? '')) return 'The control door is open on this machine only.'
  // A page whose name was made to point here (DNS rebinding) still sends its own name.
  if (!isLocal(`http://${String(headers.host)}`)) return 'The Host header must be 127.0.0.1, [::1] or localhost.'
  const { origin } = headers
  if (origin !== undefined && !isLocal(String(origin))) return 'Pages of other origins may not use the control door.'
  return undefined
}

function isLocal(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && NAMES.has(url.hostname)
}
