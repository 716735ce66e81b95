/** Text as HTML shows it, between tags and in quoted attributes alike. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** The address of a link, or null for what is none: http and https alone, without a name and password in it. */
export function linkable(href: string): string | null {
  if (!URL.canParse(href)) return null
  const { protocol, username, password, href: address } = new URL(href)
  const isWeb = protocol === 'http:' || protocol === 'https:'
  return isWeb && username === '' && password === '' ? address : null
}
