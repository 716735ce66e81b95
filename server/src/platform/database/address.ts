import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { Refusal } from '../../kernel/refusal.ts'

/** A database address, read as libpq reads it: https://www.postgresql.org/docs/18/libpq-connect.html */
export interface Address {
  readonly config: pg.ClientConfig
  /** sslmode=prefer: where the server has no TLS, go without. */
  readonly plainIfRefused: boolean
  /** For people; without the password. */
  readonly server: string
  readonly user: string
  readonly database: string
}

const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const
type Mode = (typeof MODES)[number]

/** Parameters read here; pg would read some of them in its own way, which is stricter or laxer than libpq's. */
const OWN_PARAMETERS = [
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'ssl',
  'sslnegotiation',
  'uselibpqcompat',
] as const
const DEFAULT_ROOT = join(homedir(), '.postgresql', 'root.crt')

/** @throws {Refusal} that says what is wrong with the address, never with its password. */
export function parseAddress(url: string): Address {
  const address = parseUrl(url)
  const parameters = new Map(OWN_PARAMETERS.map((name) => [name, address.searchParams.get(name)]))
  for (const name of OWN_PARAMETERS) address.searchParams.delete(name)
  const socket = address.searchParams.get('host')?.startsWith('/') ?? false
  const mode = socket ? 'disable' : modeOf(parameters.get('sslmode') ?? null, parameters.get('ssl') ?? null)
  const host = address.searchParams.get('host') ?? address.hostname
  const connectSeconds = Number(address.searchParams.get('connect_timeout'))
  const direct = parameters.get('sslnegotiation') === 'direct'
  return {
    config: {
      connectionString: address.href,
      ssl: mode === 'disable' ? false : tlsOptions(mode, (name) => parameters.get(name) ?? null),
      ...(connectSeconds > 0 ? { connectionTimeoutMillis: connectSeconds * 1000 } : {}),
      ...(direct ? { sslnegotiation: 'direct' } : {}),
      enableChannelBinding: address.searchParams.get('channel_binding') === 'require',
    },
    plainIfRefused: mode === 'allow' || mode === 'prefer',
    server: `${host || 'localhost'}:${address.port || '5432'}`,
    user: decodeURIComponent(address.username),
    database: decodeURIComponent(address.pathname.slice(1)),
  }
}

function parseUrl(url: string): URL {
  const address = URL.parse(url)
  if (address && /^postgres(ql)?:$/.test(address.protocol)) return address
  throw invalid('is not an address of the form postgresql://user:password@host:5432/database')
}

function modeOf(sslmode: string | null, ssl: string | null): Mode {
  if (sslmode === null) return ssl === 'true' || ssl === '1' ? 'require' : 'prefer'
  const mode = MODES.find((mode) => mode === sslmode)
  if (!mode) throw invalid(`has an unknown sslmode: ${sslmode}; known are ${MODES.join(', ')}`)
  return mode
}

/**
 * libpq's meaning of each mode: https://www.postgresql.org/docs/18/libpq-ssl.html. One difference: without any root
 * certificate verify-full trusts the authorities Node knows (libpq's sslrootcert=system) instead of giving up.
 */
function tlsOptions(mode: Mode, parameter: (name: 'sslrootcert' | 'sslcert' | 'sslkey') => string | null) {
  const root = parameter('sslrootcert') ?? (existsSync(DEFAULT_ROOT) ? DEFAULT_ROOT : null)
  const own = root !== null && root !== 'system'
  if (root === 'system' && mode !== 'verify-full') throw invalid('needs sslmode=verify-full with sslrootcert=system')
  if (mode === 'verify-ca' && !own) throw invalid('needs an sslrootcert with sslmode=verify-ca')
  const verifies = mode === 'verify-full' || mode === 'verify-ca' || (mode === 'require' && own)
  const files = { ca: own && verifies ? root : null, cert: parameter('sslcert'), key: parameter('sslkey') }
  return {
    rejectUnauthorized: verifies,
    ...(mode === 'verify-full' ? {} : { checkServerIdentity: (): undefined => undefined }),
    ...Object.fromEntries(Object.entries(files).flatMap(([name, file]) => (file ? [[name, read(file)]] : []))),
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw invalid(`names a certificate file that cannot be read: ${file}`)
  }
}

const invalid = (fault: string) => new Refusal('invalid', 'database.invalid_address', `DATABASE_URL ${fault}.`)
