import type { Secret } from '../config/secret.ts'

/**
 * Blots secrets out of finished log lines. Working on the line and not on known paths of known objects, it also covers
 * what libraries put into messages, stacks and nested errors.
 */

const BLOT = '[secret]'
const NAMES =
  'authorization|proxy-authorization|x-api-key|cookie|set-cookie|password|passwd|token|secret|api[-_]?key|connectionString|database_url'
const JSON_STRING = '"(?:[^"\\\\]|\\\\.)*"'
/** `"password":"…"` and `"set-cookie":["…"]`, at any depth. */
const NAMED_FIELD = new RegExp(`("(?:[\\w-]*[_-])?(?:${NAMES})":\\s*)(?:${JSON_STRING}|\\[[^\\]]*\\])`, 'gi')
/** The credentials of `postgresql://user:password@host`. */
const ADDRESS_CREDENTIALS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s"/?#]+@/gi
/** Long and with a digit, so that a sentence such as "Bot reconnected" stays. */
const AUTHORIZATION_VALUE = /\b(Bearer|Bot|Basic)\s+(?=\S*\d)[\w.~+/=-]{16,}/g
/** Anything shorter stands in ordinary words. */
const SHORTEST_BLOTTED = 4

/** A function that returns the line without secrets: neither these, nor what a name or an address gives away as one. */
export function blotter(secrets: readonly Secret[]): (line: string) => string {
  const known = secrets
    .map((secret) => secret.reveal())
    .filter((value) => value.length >= SHORTEST_BLOTTED)
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])
  return (line) => {
    const withoutKnown = known.reduce((text, value) => text.replaceAll(value, BLOT), line)
    return withoutKnown
      .replace(NAMED_FIELD, `$1"${BLOT}"`)
      .replace(ADDRESS_CREDENTIALS, `$1${BLOT}@`)
      .replace(AUTHORIZATION_VALUE, `$1 ${BLOT}`)
  }
}
