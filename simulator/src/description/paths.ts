/** Which operation of the description a method and a path mean. */
import { OPERATIONS } from './operations.ts'

interface FoundOperation {
  /** Method and path template, a key of `OPERATIONS`. */
  readonly key: string
  /** Path parameters that are not what their name says. */
  readonly problems: readonly string[]
}

interface Template {
  readonly key: string
  readonly segments: readonly string[]
}

/** By method and number of segments; templates with fewer parameters first, so that `@me` is not taken for an id. */
const templates = Map.groupBy(
  Object.keys(OPERATIONS)
    .map(templateOf)
    .sort((a, b) => parametersOf(a) - parametersOf(b)),
  ({ key, segments }) => `${key.split(' ')[0]} ${segments.length}`,
)

/** Undefined when nothing of that shape is described. */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  // Discord answers 400 to escapes that are not UTF-8; no operation has such an address.
  if (!isDecodable(path)) return undefined
  const segments = segmentsOf(path)
  const template = templates
    .get(`${method} ${segments.length}`)
    ?.find((one) => one.segments.every((part, i) => isParameter(part) || part === segments[i]))
  if (!template) return undefined
  const problems = template.segments.flatMap((part, i) => problemOf(part, segments[i] ?? ''))
  return { key: template.key, problems }
}

function templateOf(key: string): Template {
  return { key, segments: segmentsOf(key.slice(key.indexOf(' ') + 1)) }
}

function segmentsOf(path: string): string[] {
  const [bare = ''] = path.split('?')
  return bare
    .replace(/^\/api(?=\/)(\/v\d+)?/, '')
    .split('/')
    .slice(1)
    .map(decodeURIComponent)
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}

function parametersOf({ segments }: Template): number {
  return segments.filter(isParameter).length
}

function isParameter(part: string): boolean {
  return part.startsWith('{')
}

function problemOf(part: string, value: string): string[] {
  if (part.endsWith('_id}') && !/^\d{1,20}$/.test(value)) return [`${part.slice(1, -1)} is not a snowflake: ${value}`]
  return value === '' ? [`${part} is empty`] : []
}
