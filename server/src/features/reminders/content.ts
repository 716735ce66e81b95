import { isSnowflake, RoleId } from '../../kernel/ids.ts'
import { isImageAddress, LONGEST_IMAGE_ADDRESS } from '../../kernel/image-address.ts'
import { invalidField } from '../../kernel/refusal.ts'
import { BOUNDS, type ReminderInput, type ReminderPatch } from './contract.ts'
import type { Mention, ReminderContent } from './reminder.ts'
import { refusalWords } from './words-refusals.ts'

/** What its owner wrote and chose, checked. */
export function contentOf(input: ReminderInput): ReminderContent {
  return {
    name: nameOf(input.name),
    message: messageOf(input.message ?? ''),
    location: locationOf(input.location ?? null),
    imageUrl: imageUrlOf(input.image_url ?? null),
    mention: mentionOf(input.mention ?? 'none'),
    catchUp: input.catch_up ?? 'send_late',
  }
}

/** Null clears what may be missing. */
export function changedContent(existing: ReminderContent, patch: ReminderPatch): ReminderContent {
  return {
    name: patch.name === undefined ? existing.name : nameOf(patch.name),
    message: patch.message === undefined ? existing.message : messageOf(patch.message),
    location: patch.location === undefined ? existing.location : locationOf(patch.location),
    imageUrl: patch.image_url === undefined ? existing.imageUrl : imageUrlOf(patch.image_url),
    mention: patch.mention === undefined ? existing.mention : mentionOf(patch.mention),
    catchUp: patch.catch_up ?? existing.catchUp,
  }
}

function nameOf(text: string): string {
  const name = text.trim()
  if (name === '' || lengthOf(name) > BOUNDS.name)
    throw invalidField('reminders.name', '/name', refusalWords.everywhere('name', { most: BOUNDS.name }))
  return name
}

function messageOf(text: string): string {
  if (lengthOf(text) > BOUNDS.message)
    throw invalidField('reminders.message', '/message', refusalWords.everywhere('message', { most: BOUNDS.message }))
  return text
}

function locationOf(text: string | null): string | null {
  const location = text?.trim() ?? ''
  if (lengthOf(location) > BOUNDS.location)
    throw invalidField(
      'reminders.location',
      '/location',
      refusalWords.everywhere('location', { most: BOUNDS.location }),
    )
  return location === '' ? null : location
}

function imageUrlOf(text: string | null): string | null {
  const address = text?.trim() ?? ''
  if (address === '') return null
  if (!isImageAddress(address))
    throw invalidField(
      'reminders.image_url',
      '/image_url',
      refusalWords.everywhere('image_url', { most: LONGEST_IMAGE_ADDRESS }),
    )
  return address
}

function mentionOf(text: string): Mention {
  if (text === 'none' || text === 'everyone') return text
  if (!isSnowflake(text)) throw invalidField('reminders.mention', '/mention', refusalWords.everywhere('mention'))
  return RoleId.parse(text)
}

/** In code points, as Discord and the API description count. */
function lengthOf(text: string): number {
  return [...text].length
}
