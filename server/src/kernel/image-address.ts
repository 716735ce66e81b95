/** Longer addresses Discord's embeds do not take: https://discord.com/developers/docs/resources/message#embed-object */
export const LONGEST_IMAGE_ADDRESS = 2048

/** What such an address must be, as the end of a sentence. */
export const IMAGE_ADDRESS_RULE = `must be an https address of at most ${LONGEST_IMAGE_ADDRESS} characters, without user name or password`

/** Whether Discord may be given this to fetch and to show to members: nothing but https reaches them. */
export function isImageAddress(text: string): boolean {
  if (/\s/.test(text) || text.length > LONGEST_IMAGE_ADDRESS) return false
  const url = URL.parse(text)
  return url?.protocol === 'https:' && url.username === '' && url.password === ''
}
