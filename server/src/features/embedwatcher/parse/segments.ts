import { type Readable, readable, stretch } from './readable.ts'

/** An announcement as Discord shows it; everything but one text may be absent. */
export interface Announcement {
  readonly embeds?: readonly AnnouncedEmbed[]
  /** What stands in the message itself. */
  readonly content?: string
}

export interface AnnouncedEmbed {
  readonly title?: string | null
  readonly description?: string | null
  readonly fields?: readonly { readonly name: string; readonly value: string }[]
  readonly footer?: string | null
}

export type Part = 'title' | 'description' | 'field' | 'footer' | 'content'
/** What the words before a colon announce. */
export type Label = 'date' | 'time' | 'when' | 'days' | 'location' | 'zone' | 'end' | 'doors'

/** A line of the announcement, or the stretch of one that follows a label. */
export interface Segment {
  readonly part: Part
  readonly label: Label | null
  /** What the label says, also one that means nothing to us: `last update`, `time (cet)`. */
  readonly heading: Readable | null
  readonly read: Readable
}

/** Of Discord's 4,000 characters of a message and 6,000 of its embeds, more than any announcement needs. */
const MOST_CHARACTERS = 10_000

const NAMES: Readonly<Record<Label, string>> = {
  date: 'date|datum|day|dag|start date|startdatum|dates',
  time: 'time|tijd|tijdstip|uur|hour|start time|starttime|starttijd|begintijd|aanvang|aanvangsuur|kick-off|kickoff|aftrap|start hour|startuur',
  when: 'when|wanneer|start|starts|begin|begins|begint|starts at|starting|date ?(?:&|and|/|\\+) ?time|datum ?(?:&|en|/|\\+) ?(?:tijd|uur)|next session|next event',
  days: 'days|dagen|repeats|repeat|herhaling|recurring|recurrence',
  location:
    'location|locatie|where|waar|venue|place|plaats|plek|adres|address|voice channel|spraakkanaal|channel|kanaal|room|zaal',
  zone: 'timezone|time zone|tz|tijdzone',
  end: 'end|ends|ends at|einde|eind|eindtijd|end time|end date|einddatum|until|tot|duration|duur|length',
  doors: 'doors|doors open|deuren|deuren open|verzamelen|gather|gathering|check-in',
}
const KINDS: readonly Label[] = ['date', 'time', 'when', 'days', 'location', 'zone', 'end', 'doors']
const NAMED = KINDS.map((kind) => `(?<${kind}>${NAMES[kind]})`).join('|')
/** What is timed: `raid time:`, but not `response time:`. */
const OF_EVENT =
  '(?:(?:event|raid|meeting|meet|match|game|stream|session|practice|training|show|class|tournament|webinar|call|party|concert|wedstrijd|les)s? )?'
const REMARK = '(?: ?\\([^()]{1,30}\\))?'

/** `Update:` is no `date:`: before a label there is nothing, or a sign that separates. */
const LABELS = new RegExp(`(?<![\\p{L}\\p{N}])${OF_EVENT}(?:${NAMED})${REMARK} ?(?:[:=?]|->)(?!//|\\d\\d)`, 'gu')
const DASHED = new RegExp(`^${OF_EVENT}(?:${NAMED})${REMARK} - `, 'u')
const ALONE = new RegExp(`^(?:location: )?[^\\p{L}\\p{N}]{0,5}${OF_EVENT}(?:${NAMED})${REMARK}[ :?]{0,3}$`, 'u')
const SEPARATED = /(?:^|[|/;,•·.!?)(\]:-]) ?(?:- )?$/

export function segmentsOf({ embeds = [], content }: Announcement): Segment[] {
  const segments: Segment[] = []
  for (const { title, description, fields = [], footer } of embeds) {
    addLines(segments, 'title', title)
    addLines(segments, 'description', description)
    for (const field of fields) addField(segments, field)
    addLines(segments, 'footer', footer)
  }
  addLines(segments, 'content', content)
  return segments
}

function addField(segments: Segment[], { name, value }: { readonly name: string; readonly value: string }): void {
  const read = readable(name.slice(0, MOST_CHARACTERS))
  const label = labelIn(ALONE.exec(read.text)?.groups) ?? (read.text.trim() === 'location:' ? 'location' : null)
  if (label === null) addLines(segments, 'field', name)
  addLines(segments, 'field', value, label, read)
}

function addLines(
  segments: Segment[],
  part: Part,
  text: string | null | undefined,
  label: Label | null = null,
  heading: Readable | null = null,
): void {
  let [given, said] = [label, heading]
  for (const line of (text ?? '').slice(0, MOST_CHARACTERS).split('\n')) {
    const read = readable(line)
    if (read.text.trim() === '') continue
    const alone = labelIn(ALONE.exec(read.text)?.groups)
    if (alone !== null) {
      ;[given, said] = [alone, read]
      continue
    }
    segments.push(...split(read, part, given, said))
    const announces = /:\s*$/.test(read.text)
    given = label
    said = announces ? read : heading
  }
}

/** The line, cut before each label in it. */
function split(read: Readable, part: Part, label: Label | null, heading: Readable | null): Segment[] {
  const found = [...read.text.matchAll(LABELS)].filter(({ index }) =>
    SEPARATED.test(read.text.slice(Math.max(0, index - 4), index)),
  )
  const dashed = DASHED.exec(read.text)
  const cuts = (dashed ? [dashed, ...found] : found).map((match) => ({
    from: match.index,
    to: match.index + match[0].length + (read.text[match.index + match[0].length] === ' ' ? 1 : 0),
    heading: stretch(read, match.index, match.index + match[0].length),
    label: labelIn(match.groups),
  }))
  // A pin before a label that says the same: `📍 Where: …`
  const last = cuts.filter(
    ({ to }, index) => cuts[index + 1]?.from === undefined || read.text.slice(to, cuts[index + 1]?.from).trim() !== '',
  )
  const pieces = [{ from: 0, to: 0, heading, label }, ...last].map((cut, index) => ({
    part,
    label: cut.label,
    heading: cut.heading,
    read: stretch(read, cut.to, last[index]?.from ?? read.text.length),
  }))
  return pieces.filter((piece) => piece.read.text.trim() !== '')
}

function labelIn(groups: Readonly<Record<string, string | undefined>> | undefined): Label | null {
  return KINDS.find((kind) => groups?.[kind] !== undefined) ?? null
}
