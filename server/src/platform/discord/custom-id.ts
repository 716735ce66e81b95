/** What a button or form carries: `feature:act:id`. The state itself is in the database, so that it outlives a restart. */
export interface CustomId {
  readonly feature: string
  readonly act: string
  /** Whatever the act is about; may be empty. */
  readonly id: string
}

/** https://discord.com/developers/docs/components/reference#anatomy-of-a-component */
const LONGEST = 100
const SHAPE = /^([a-z][a-z_]*):([a-z][a-z0-9_]*):(.*)$/s

/** @throws {RangeError} when Discord would not take it or it could not be read back. */
export function customId(feature: string, act: string, id = ''): string {
  const text = `${feature}:${act}:${id}`
  const read = parseCustomId(text)
  if (text.length > LONGEST || read?.feature !== feature || read.act !== act)
    throw new RangeError(`not a custom id: ${JSON.stringify(text)}`)
  return text
}

/** Null for ids that are not ours, such as those of an earlier version. */
export function parseCustomId(text: string): CustomId | null {
  const [, feature, act, id] = SHAPE.exec(text) ?? []
  return feature !== undefined && act !== undefined && id !== undefined ? { feature, act, id } : null
}
