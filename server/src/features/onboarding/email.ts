/** https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1, less the angle brackets. */
export const LONGEST_EMAIL = 254
const LONGEST_LOCAL_PART = 64

const LOCAL_PART = /^[^\s@.<>()[\]\\,;:"]+(?:\.[^\s@.<>()[\]\\,;:"]+)*$/u
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u

/** Whether mail could be sent there: one @, and behind it a domain with a dot. Quoted names and bare addresses are none. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  const [local, labels] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1).split('.')]
  if (at < 1 || text.length > LONGEST_EMAIL || local.length > LONGEST_LOCAL_PART) return false
  const isTopLevel = /^(?:\p{L}{2,}|xn--[\w-]+)$/u.test(labels.at(-1) ?? '')
  return LOCAL_PART.test(local) && labels.length > 1 && isTopLevel && labels.every((label) => DOMAIN_LABEL.test(label))
}
