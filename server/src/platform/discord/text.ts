/** What stands in messages as people wrote it. */

/**
 * The text with nothing in it that Discord would show as a mention, by an invisible space after the first character.
 * A backslash would not do: one that was typed before it would escape ours.
 */
export function defused(text: string): string {
  return text.replaceAll(/<(?=[@#]|\/[^>]+:\d|id:)|@(?=(?:everyone|here)\b)/g, '$&\u200b')
}

/** The text as it was typed: no formatting, no masked links, no mentions. For names and short answers of members. */
export function verbatim(text: string): string {
  return defused(text.replaceAll(/[\\*_~`|[\]()#>-]/g, String.raw`\$&`))
}

/** At most so many characters as Discord counts them (UTF-16 units are never fewer), with a sign where something is gone. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most - 1)
  // Half of a character outside the Basic Multilingual Plane is none.
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

/** Shown by Discord in the language and zone of whoever reads: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
export function timestamp(instant: Temporal.Instant, style: 'F' | 'R' | 'f' | 'D' | 'd' | 't'): string {
  return `<t:${Math.floor(instant.epochMilliseconds / 1000)}:${style}>`
}
