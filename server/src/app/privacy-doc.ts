import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseConfig } from '../platform/config/config.ts'
import { LEFT_GUILDS_KEPT_DAYS, type Retention } from '../platform/retention.ts'
import { features } from './features.ts'

/** `docs/privacy.md`, made from what the features declare. Run this file to write it. */
export const PRIVACY_DOC = resolve(import.meta.dirname, '../../../docs/privacy.md')

const HEAD = `# What is kept of people

Made from the declarations of the features (\`retention\`), which are also what removes the data:
\`npx node server/src/app/privacy-doc.ts\` writes this page, and a test compares it.

Members get what is kept of them with \`/my_data export\`, have it erased with \`/my_data delete\`, and see and withdraw
their consent with \`/my_data consent\`. Both work for one server or for all; an export is one consistent snapshot, an
erasure one transaction with one receipt.

What is kept of a server that has removed the bot is erased ${LEFT_GUILDS_KEPT_DAYS} days later, unless it takes the bot back before.
What is too old is removed every hour by the role \`worker\`, in small steps.

Not erased, because they are not in the database of the bot: messages that stand in channels (Discord's), backups
that the operator makes, and the operator's log files.

`

/** Each kind of data: why, how long, what erasing does, and where it lies. */
export function privacyDoc(): string {
  const identity = { apiUrl: '', client: null, keys: [] }
  const declared = features(
    parseConfig({}),
    () => null,
    () => [],
    identity,
  )
  const lines = declared.flatMap(({ name, retention = [] }) => retention.map((each) => lineOf(name, each)))
  return `${HEAD}${['| what | why | kept | when a member erases | feature | tables |', '|---|---|---|---|---|---|', ...lines].join('\n')}\n`
}

function lineOf(feature: string, { what, why, kept, erasing, tables }: Retention): string {
  const names = tables.map((table) => `\`${table}\``).join(', ')
  return `| ${what.en} | ${why} | ${durationOf(kept)} | ${erasing} | ${feature} | ${names} |`
}

function durationOf(kept: Retention['kept']): string {
  if ('until' in kept) return `Until ${kept.until}.`
  const { hours, after } = kept
  if (hours === 0) return `Until ${after}.`
  return `${hours % 24 === 0 && hours > 24 ? `${hours / 24} days` : `${hours} hours`} after ${after}.`
}

if (import.meta.main) writeFileSync(PRIVACY_DOC, privacyDoc())
