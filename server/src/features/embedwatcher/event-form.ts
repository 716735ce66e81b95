import type { Language } from '../../kernel/language.ts'
import { invalidField, type Refusal } from '../../kernel/refusal.ts'
import { timeText } from './event-time.ts'
import { leadsIn, leadsText } from './leads.ts'
import type { EventContent } from './ports.ts'
import { formWords } from './words-form.ts'

/** What stands in the form of an announced event, as text. */
export interface EventForm {
  readonly name: string
  readonly when: string
  readonly location: string
  readonly leads: string
}

export function formOf(
  { name, when, location, leadMinutes }: EventContent,
  timeZone: string,
  language: Language,
): EventForm {
  return {
    name,
    when: when ? timeText(when, timeZone, language) : '',
    location: location ?? '',
    leads: leadsText(leadMinutes),
  }
}

/**
 * What the form says otherwise than it did when it was opened; a time or leads that were emptied stay as they were.
 * @throws {Refusal} naming the field that cannot be read.
 */
export function changeOf(
  shown: EventForm,
  form: EventForm,
  read: (text: string) => EventContent['when'],
): Partial<EventContent> {
  const isSaid = (field: keyof EventForm) => form[field].trim() !== shown[field].trim()
  const isGiven = (field: keyof EventForm) => isSaid(field) && form[field].trim() !== ''
  const when = isGiven('when') ? read(form.when) : undefined
  if (when === null) throw unreadableTime()
  const leadMinutes = isGiven('leads') ? leadsIn(form.leads) : undefined
  if (leadMinutes === null) throw invalidField('embedwatcher.leads', '/leads', formWords.everywhere('leads_invalid'))
  return {
    ...(isSaid('name') && { name: form.name }),
    ...(isSaid('location') && { location: form.location.trim() || null }),
    ...(when && { when }),
    ...(leadMinutes && { leadMinutes }),
  }
}

export function unreadableTime(): Refusal {
  return invalidField('embedwatcher.when', '/when', formWords.everywhere('when_invalid'))
}
