/** Of which age rows may be. */
export const SCOPES = ['all', '7d', '30d'] as const
export type Scope = (typeof SCOPES)[number]

const DAYS: Readonly<Record<Scope, number | null>> = { all: null, '7d': 7, '30d': 30 }

/** Null: from the beginning. */
export function sinceOf(scope: Scope, now: Temporal.Instant): Temporal.Instant | null {
  const days = DAYS[scope]
  return days === null ? null : now.subtract({ hours: days * 24 })
}
