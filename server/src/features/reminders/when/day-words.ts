const SAYS_HOW_OFTEN = /^(?:daily|dagelijks|every|each|elke?|iedere?)\b/i

/** As `parseWhen` reads it: days that stand alone, like `mon, wed`, mean every such day. */
export function everySuch(days: string, time: string): string {
  return SAYS_HOW_OFTEN.test(days) ? `${days} ${time}` : `every ${days} ${time}`
}
