import { Refusal } from '../../kernel/refusal.ts'
import type { Invocation } from '../../platform/discord/invocation.ts'
import { cancel } from './cancelling.ts'
import { changeOf, type EventForm, formOf, unreadableTime } from './event-form.ts'
import { typedTime } from './event-time.ts'
import { makeOrChange, newEvent, ownerOf, type TimedContent, type WatcherNeeds } from './making.ts'
import { checkOpen, checkSeen, permitted, unknownAnnouncement } from './permitted.ts'
import type { EventContent } from './ports.ts'
import { setupOf } from './setup.ts'
import { type Announced, changeAnnounced, lockAnnounced } from './store.ts'
import { record, type Telling, tellMade } from './telling.ts'
import { formWords } from './words-form.ts'

/** What somebody decided, with the announcement as it is now. */
interface Decided {
  readonly announced: Announced
  readonly content: TimedContent
}

/** What people decide about announcements with buttons and forms. `about` is as `permitted` reads it. */
export interface Decisions {
  /** Nothing more is sent of it. Twice is once. */
  cancel(about: string, invocation: Invocation): Promise<Announced>
  /** It stays without a reminder, or with the one that it has. */
  ignore(about: string, invocation: Invocation): Promise<Announced>
  /** What was read of it is right. */
  make(about: string, invocation: Invocation): Promise<Decided>
  /** What the form shows. */
  form(about: string, invocation: Invocation): Promise<{ announced: Announced; form: EventForm; timeZone: string }>
  /** Makes the event what the form says; what the form left alone stays. */
  edit(about: string, invocation: Invocation, form: EventForm): Promise<Decided>
}

export function decisions(needs: WatcherNeeds): Decisions {
  const { db } = needs
  return {
    cancel: (about, invocation) =>
      decided(needs, about, invocation, async (announced, telling) => {
        if (announced.status !== 'deleted' && announced.status !== 'cancelled')
          await cancel(needs, telling, announced, 'by_hand')
      }),

    ignore: (about, invocation) =>
      decided(needs, about, invocation, async (announced, { tx, now }) => {
        checkSeen(announced, about)
        checkOpen(announced)
        const status = announced.reminderId ? 'made' : 'ignored'
        const after = await changeAnnounced(tx, announced.id, { status }, now)
        await record(tx, 'ANNOUNCEMENT_READ', after, 'was left as it is by somebody', now)
      }),

    async make(about, invocation) {
      const seen = await permitted(db, about, invocation)
      checkSeen(seen, about)
      const { name, message, location, imageUrl, when } = seen.reading
      if (!when) throw new Refusal('invalid', 'embedwatcher.no_time', formWords.everywhere('no_time'))
      const { leadMinutes } = await setupOf(needs, seen.guildId)
      const content = { name, message, location, imageUrl, when, leadMinutes }
      return save(needs, seen, content, { name, message, location, imageUrl, when })
    },

    async form(about, invocation) {
      const announced = await permitted(db, about, invocation)
      checkOpen(announced)
      const { content, timeZone } = await current(needs, announced)
      return { announced, form: formOf(content, timeZone, invocation.language), timeZone }
    },

    async edit(about, invocation, form) {
      const seen = await permitted(db, about, invocation)
      checkSeen(seen, about)
      const { content: before, timeZone } = await current(needs, seen)
      const now = needs.clock.now()
      const change = changeOf(formOf(before, timeZone, invocation.language), form, (text) =>
        typedTime(text, now, timeZone),
      )
      const content = { ...before, ...change }
      if (!content.when) throw unreadableTime()
      return save(needs, seen, { ...content, when: content.when }, change)
    },
  }
}

async function decided(
  needs: WatcherNeeds,
  about: string,
  invocation: Invocation,
  work: (announced: Announced, telling: Telling) => Promise<void>,
): Promise<Announced> {
  const { id } = await permitted(needs.db, about, invocation)
  const setup = await setupOf(needs, invocation.guildId)
  return needs.db.transaction().execute(async (tx) => {
    const announced = await lockAnnounced(tx, id)
    if (!announced) throw unknownAnnouncement()
    await work(announced, { tx, setup, now: needs.clock.now() })
    return announced
  })
}

/** The event as it is: its reminder's, or what was read. */
async function current(needs: WatcherNeeds, { reminderId, reading, guildId }: Announced) {
  const { leadMinutes, timeZone } = await setupOf(needs, guildId)
  const made = reminderId === null ? null : await needs.reminders.find(reminderId)
  const content: EventContent = made ?? { ...reading, leadMinutes }
  return { content, timeZone }
}

async function save(
  needs: WatcherNeeds,
  seen: Announced,
  content: TimedContent,
  change: Partial<EventContent>,
): Promise<Decided> {
  const ownerId = await ownerOf(needs, seen.guildId, seen)
  await needs.reminders.check(newEvent(seen, content, ownerId))
  const setup = await setupOf(needs, seen.guildId)
  return needs.db.transaction().execute(async (tx) => {
    const now = needs.clock.now()
    const announced = await lockAnnounced(tx, seen.id)
    if (!announced) throw unknownAnnouncement()
    checkSeen(announced, `${seen.id}:${seen.version}`)
    checkOpen(announced)
    const made = await makeOrChange(needs, tx, announced, { content, change, ownerId }, now)
    const told = { isChange: announced.reminderId !== null, isReplied: false }
    return { announced: await tellMade({ tx, setup, now }, made, content, told), content }
  })
}
