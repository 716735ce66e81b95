import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { SchemaNode } from '../schema/rule.ts'
import { Environment } from './environment.ts'

/** `.env.example`, made from the schema. Run this file to write it. */
export const ENV_EXAMPLE = resolve(import.meta.dirname, '../../../../.env.example')

/** Every variable with its help, commented out at its default. */
export function envExample(): string {
  const entries = Object.entries<SchemaNode>(Environment.properties)
  const blocks = entries.map(([name, node]) => `# ${node.description}\n# ${name}=${node.default ?? ''}\n`)
  return [
    '# Settings of Alphapy. Copy to .env and change what you need; variables of the environment win over the file.\n',
    ...blocks,
  ].join('\n')
}

if (import.meta.main) writeFileSync(ENV_EXAMPLE, envExample())
