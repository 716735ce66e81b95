import { EVENT_TYPES } from '../../platform/events/operational-event.ts'

const KNOWN: ReadonlySet<string> = new Set(EVENT_TYPES)

/**
 * The types that a comma list names; null: all. Unknown ones are ignored, so that a list of nothing else fits nothing;
 * a list that names nothing at all is no filter.
 */
export function wantedTypes(list: string | undefined): ReadonlySet<string> | null {
  const named = (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return named.length === 0 ? null : new Set(named.filter((name) => KNOWN.has(name)))
}
