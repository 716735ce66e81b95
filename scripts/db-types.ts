// Writes server/src/platform/database/tables.ts from the schema that the migrations make.
// With --check it writes nothing and fails when the file says something else.
import { readFile, writeFile } from 'node:fs/promises'
import { generate, PostgresDialect } from 'kysely-codegen'
import { testDatabase } from '../server/src/testing/database.ts'

const FILE = new URL('../server/src/platform/database/tables.ts', import.meta.url)

await using database = await testDatabase()
const generated = await generate({
  db: database.db,
  dialect: new PostgresDialect(),
  excludePattern: 'schema_migrations',
  outFile: null,
  // As platform/database/dialect.ts reads them.
  typeMapping: { int8: 'string', timestamptz: 'Temporal.Instant' },
  typeOnlyImports: true,
})
const tables = generated.replace('interface DB ', 'interface Tables ')

if (!process.argv.includes('--check')) {
  await writeFile(FILE, tables)
} else if ((await readFile(FILE, 'utf8')) !== tables) {
  console.error('tables.ts is not what the migrations make: run node scripts/db-types.ts')
  process.exitCode = 1
}
