/** Up to five numbers of minutes, none longer than 60 days. */
export const LEADS_FORM = /^\s*(?:\d{1,5}(?:\s*,\s*\d{1,5}){0,4}\s*)?$/
const LONGEST = 60 * 24 * 60

/** The minutes that the text names, each once; null where it is no such list. */
export function leadsIn(text: string): number[] | null {
  if (!LEADS_FORM.test(text)) return null
  const minutes = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [Number(part)]))
  return minutes.some((each) => each > LONGEST) ? null : [...new Set(minutes)]
}

export const leadsText = (minutes: readonly number[]) => minutes.join(', ')
