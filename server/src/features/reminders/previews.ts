import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { ActorInGuild } from '../../platform/discord/invocation.ts'
import type { ReminderInput } from './contract.ts'
import { findPreview, forgetPreviewsBefore, insertPreview, takePreview } from './preview-store.ts'
import type { Occurrence, Reminder, ReminderDraft } from './reminder.ts'
import type { ReminderService, ReminderView } from './service.ts'
import { refusalWords } from './words-refusals.ts'

/** A reminder that nobody saved for so long is forgotten. */
export const PREVIEWS_KEPT = { hours: 24 }

interface Shown {
  readonly id: string
  readonly draft: ReminderDraft
  readonly next: readonly Occurrence[]
}

export type Previews = ReturnType<typeof previews>

/** Shows a reminder before it is saved. What was shown is kept in the database, so that saving works after a restart. */
export function previews({
  db,
  clock,
  service,
}: {
  readonly db: Db
  readonly clock: Clock
  readonly service: ReminderService
}) {
  async function own({ actor, guildId }: ActorInGuild, id: string) {
    const preview = await findPreview(db, id)
    if (preview?.userId !== actor.userId || preview.guildId !== guildId) throw gone()
    return preview
  }

  return {
    async show(actor: Actor, guildId: GuildId, input: ReminderInput, origin: Reminder['origin']): Promise<Shown> {
      const { draft, next } = await service.preview(actor, input)
      const now = clock.now()
      await forgetPreviewsBefore(db, now.subtract(PREVIEWS_KEPT))
      const id = await insertPreview(db, { guildId, userId: actor.userId, input, origin }, now)
      return { id, draft, next }
    },

    /** Two presses of the button save one reminder: the preview goes in the transaction that makes it. */
    async save(presser: ActorInGuild, id: string): Promise<ReminderView> {
      const { input, origin } = await own(presser, id)
      return service.create(presser.actor, input, origin, (work) =>
        db.transaction().execute(async (tx) => {
          if (!(await takePreview(tx, id))) throw gone()
          return work(tx)
        }),
      )
    },

    async discard(presser: ActorInGuild, id: string): Promise<void> {
      await own(presser, id)
      await takePreview(db, id)
    },
  }
}

function gone(): Refusal {
  return new Refusal('not_found', 'reminders.preview_gone', refusalWords.everywhere('preview_gone'))
}
