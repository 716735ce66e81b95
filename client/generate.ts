import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import process from 'node:process'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { apiDescription } from '../server/src/app/description.ts'

/**
 * `node client/generate.ts` writes the types of the client from the API's own description; with `--check` it only says
 * whether they are what they would be. The client asks for ids as strings, and so its ids are strings.
 */
const PATH = resolve(import.meta.dirname, 'src/api.ts')
const HEAD = '// Made from the description of the API by client/generate.ts.\n\n'

const STRING = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword)

async function typesOfApi(): Promise<string> {
  const document = JSON.stringify(await apiDescription())
  const nodes = await openapiTS(document, {
    alphabetize: true,
    transform: ({ format }) => (format === 'snowflake' ? STRING : undefined),
  })
  return HEAD + astToString(nodes)
}

const types = await typesOfApi()
if (!process.argv.includes('--check')) await writeFile(PATH, types)
else if ((await readFile(PATH, 'utf8').catch(() => '')) !== types) {
  process.stderr.write('client/src/api.ts is not what the API says: run `node client/generate.ts`\n')
  process.exitCode = 1
}
