import type { UserId } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'
import { askedModelAgain } from './asking-model.ts'
import { cancel, isOver } from './cancelling.ts'
import { makeOrChange, newEvent, ownerOf, type WatcherNeeds } from './making.ts'
import {
  changesIn,
  isSameButForText,
  isSameReading,
  type Reading,
  unaided,
  type Verdict,
  verdictOf,
} from './reading.ts'
import type { Setup } from './setup.ts'
import { type Announced, changeAnnounced, lockAnnounced } from './store.ts'
import { askAbout, refusalOf, type Telling, tellMade } from './telling.ts'

/** What an announcement says after an edit, and what is to be done about that. */
interface Revision {
  readonly setup: Setup
  readonly message: ChannelMessage
  readonly reading: Reading
  readonly verdict: Verdict
  readonly ownerId: UserId
  /** Somebody has taken its reminder away before its event. */
  readonly isTakenAway: boolean
  /** Why no reminder may be made. */
  readonly refusal: Refusal | null
}

/** The message of an announcement may say something else than when it was read. */
export async function revise(
  needs: WatcherNeeds,
  setup: Setup,
  known: Announced,
  message: ChannelMessage,
  alone: Reading,
): Promise<void> {
  if (isOlder(message, known) || isSameReading(unaided(known.reading), alone)) return
  const ownerId = await ownerOf(needs, setup.guildId, known)
  const isKept = known.reminderId === null || isOver(known, needs.clock.now())
  const isTakenAway = !isKept && (await needs.reminders.find(known.reminderId ?? '')) === null
  const isSettled = isClosed(known) || isTakenAway
  const reading = isSettled ? alone : await askedModelAgain(needs, setup, message, alone, known.reading)
  const verdict = verdictOf(reading, setup.thresholdPercent)
  const revision = { setup, message, reading, verdict, ownerId, isTakenAway, refusal: null }
  const checked = async () => {
    if (verdict === 'make') await needs.reminders.check(newEvent(known, { ...reading, leadMinutes: [] }, ownerId))
    await store(needs, known.id, revision)
  }
  const refusal = await refusalOf(checked())
  if (refusal) await store(needs, known.id, { ...revision, refusal })
}

async function store(needs: WatcherNeeds, id: string, revision: Revision): Promise<void> {
  const { setup, message, reading } = revision
  await needs.db.transaction().execute(async (tx) => {
    const before = await lockAnnounced(tx, id)
    const telling = { tx, setup, now: needs.clock.now() }
    if (!before || isOlder(message, before) || isSameReading(unaided(before.reading), unaided(reading))) return
    if (!reading.when && isOver(before, telling.now)) return
    const change = { reading, editedAt: message.editedAt }
    if (isClosed(before) || revision.isTakenAway) return void (await changeAnnounced(tx, id, change, telling.now))
    const isSettled = verdictOf(before.reading, setup.thresholdPercent) === revision.verdict
    if (isSettled && isSameButForText(before.reading, reading)) return followText(needs, telling, before, revision)
    await follow(needs, telling, before, await changeAnnounced(tx, id, change, telling.now), revision)
  })
}

/** Bots rewrite their announcements with every sign-up: what they say of the event is the same, and nobody is told. */
async function followText(
  needs: WatcherNeeds,
  { tx, now }: Telling,
  before: Announced,
  { reading, message }: Revision,
) {
  const change = changesIn(before.reading, reading)
  if (before.reminderId) await needs.reminders.change(tx, before.reminderId, change)
  await changeAnnounced(tx, before.id, { reading, editedAt: message.editedAt, isSilent: true }, now)
}

/** Does what a changed announcement says. */
async function follow(
  needs: WatcherNeeds,
  telling: Telling,
  before: Announced,
  after: Announced,
  { verdict, refusal, ownerId }: Revision,
): Promise<void> {
  const { tx, setup, now } = telling
  const { reading, id } = after
  if (verdict === 'off') return cancel(needs, telling, after, 'off')
  if (verdict !== 'make' || !reading.when || refusal) {
    const asked = await changeAnnounced(tx, id, { status: refusal ? 'refused' : 'unsure' }, now)
    if (verdict !== 'nothing' || after.reminderId) await askAbout(telling, asked, refusal)
    return
  }
  const content = { ...reading, when: reading.when, leadMinutes: setup.leadMinutes }
  const change = changesIn(before.reading, reading)
  const made = await makeOrChange(needs, tx, after, { content, change, ownerId }, now)
  await tellMade(telling, made, content, { isChange: before.reminderId !== null, isReplied: true })
}

/** Nothing changes without an edit, and an edit may be heard of before what it edits. */
function isOlder({ editedAt }: ChannelMessage, known: Announced): boolean {
  return !editedAt || (known.editedAt !== null && Temporal.Instant.compare(editedAt, known.editedAt) < 0)
}

/** A person has decided, or the message is gone; one that said by itself that it is off may say that it is on again. */
function isClosed({ status, reading }: Announced): boolean {
  if (status === 'cancelled') return !reading.reasons.some(({ code }) => code === 'cancelled')
  return status === 'ignored' || status === 'deleted'
}
