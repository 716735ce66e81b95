import type { Clock } from '../../kernel/clock.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { AccessReader } from '../../platform/discord/channel-access.ts'
import type { FeatureParts } from '../../platform/feature.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { addCommand, discardButton, saveButton } from './commands/add.ts'
import { afterDeliveryButtons } from './commands/after-delivery.ts'
import { deleteButton, deleteCommand, keepButton } from './commands/delete.ts'
import { editCommand, editFormHandler } from './commands/edit.ts'
import { listButton, listCommand } from './commands/list.ts'
import { previews as previewsOf } from './previews.ts'
import type { ReminderService } from './service.ts'
import { afterDelivery } from './snooze.ts'

export interface InteractionNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly access: AccessReader
  readonly settings: Settings
  readonly service: ReminderService
}

/** Everything people do with reminders inside Discord. */
export function reminderInteractions({ db, clock, access, settings, service }: InteractionNeeds) {
  const previews = previewsOf({ db, clock, service })
  return {
    commands: [
      addCommand({ previews, access, settings, clock }),
      listCommand(service),
      editCommand(service),
      deleteCommand(service),
    ],
    buttons: [
      saveButton(previews),
      discardButton(previews),
      listButton(service),
      deleteButton(service),
      keepButton,
      ...afterDeliveryButtons(afterDelivery({ db, clock })),
    ],
    forms: [editFormHandler(service, clock)],
  } satisfies FeatureParts
}
