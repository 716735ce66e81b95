import { relative } from 'node:path'
import type { Config } from '../platform/config/config.ts'
import { VERSION } from '../platform/version.ts'
import { DEMO_PEOPLE } from './demo.ts'

interface Places {
  readonly apiUrl: string | null
  readonly metricsUrl: string | null
  readonly discordUrl: string
}

const DEMO_GENERAL = '1100000000000000201'

/** What runs where, in plain words, with a line to try it. */
export function welcome(config: Config, { apiUrl, metricsUrl, discordUrl }: Places): string {
  const fromHere = relative('.', config.dataDir)
  const dataDir = fromHere.startsWith('..') ? config.dataDir : fromHere
  const lines = [
    '',
    `Alphapy ${VERSION} is running as ${[...config.roles].join(', ')}.`,
    ...(apiUrl ? [`  API       ${apiUrl} (described at ${apiUrl}/docs)`] : []),
    ...(metricsUrl ? [`  Metrics   ${metricsUrl}`] : []),
    `  Database  ${config.database.url ? 'as DATABASE_URL says' : `its own PostgreSQL in ${dataDir}/postgres`}`,
    `  Discord   ${config.demo ? `SIMULATED at ${discordUrl}: no real Discord is contacted; set BOT_TOKEN for that` : discordUrl}`,
    ...(config.demo && apiUrl ? demo(apiUrl, dataDir) : []),
    'Stop it with Ctrl+C.',
    '',
  ]
  return lines.join('\n')
}

function demo(apiUrl: string, dataDir: string): string[] {
  const inTenSeconds = '$(node -p "new Date(Date.now() + 10_000).toISOString()")'
  return [
    '',
    'Sign in as anybody of the demo community, in a browser, and see what the API knows of you:',
    `  ${apiUrl}/api/auth/sign-in`,
    'The same with a token, as the owner of the demo guild and as a plain member:',
    ...Object.keys(DEMO_PEOPLE).map(
      (name) => `  curl -s ${apiUrl}/api/auth/me -H "Authorization: Bearer $(cat ${dataDir}/${name}.token)"`,
    ),
    'A first reminder, ten seconds from now, in another terminal:',
    `  curl -s ${apiUrl}/api/reminders -H "X-API-Key: $(cat ${dataDir}/api-key)" -H "X-User-Id: ${DEMO_PEOPLE.demo_owner}" \\`,
    `    -H "Content-Type: application/json" -d '{"name": "Tea", "channel_id": ${DEMO_GENERAL}, "event_time": "'"${inTenSeconds}"'"}'`,
    'What is said in the demo community appears here as it happens.',
  ]
}
