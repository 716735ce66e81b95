import { PostgresDialect, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'

const { builtins } = pg.types
const asText = (text: string) => text

/** What columns become when read; whatever is not named here is as pg has it (int8 is text: numbers lose digits). */
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text)],
  [builtins.TIMESTAMP, asText],
  [builtins.DATE, asText],
])

/** For a pool or client: how it reads columns. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (format !== 'binary' && PARSERS.get(oid)) || pg.types.getTypeParser(oid, format),
}

/** PostgreSQL, with instants as parameters. */
export class TemporalDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new TemporalQueryCompiler()
  }
}

class TemporalQueryCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(Array.isArray(parameter) ? parameter.map(written) : written(parameter))
  }
}

/** pg would write an instant as JSON, with quotes around it. */
const written = (value: unknown): unknown => (value instanceof Temporal.Instant ? value.toString() : value)
