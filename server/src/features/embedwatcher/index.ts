import type { Feature, Platform } from '../../platform/feature.ts'
import { announcementButtons, announcementForms } from './buttons.ts'
import { catchUp } from './catch-up.ts'
import { debugCommand } from './commands/debug.ts'
import { decisions } from './decisions.ts'
import { announcementListener } from './listener.ts'
import { marksWorker } from './marks-worker.ts'
import type { AnnouncementModel, EventReminders } from './ports.ts'
import { announcementPrivacy } from './privacy.ts'
import { announcementRetention } from './retention.ts'
import { announcementRoutes } from './routes.ts'
import { embedWatcherSettings } from './settings.ts'
import { watcher } from './watcher.ts'

/** Announcements: events that are announced in a channel become reminders, and follow what becomes of the message. */
export function embedWatcher(
  remindersOf: (platform: Platform) => EventReminders,
  modelOf: (platform: Platform) => AnnouncementModel,
): Feature {
  return {
    name: 'embedwatcher',
    settings: embedWatcherSettings,
    retention: announcementRetention,
    build(platform) {
      const needs = { ...platform, reminders: remindersOf(platform), model: modelOf(platform) }
      const watching = watcher(needs)
      const missed = catchUp({ ...needs, watcher: watching })
      const deciding = decisions(needs)
      return {
        commands: [debugCommand(needs)],
        buttons: announcementButtons(deciding, platform.clock),
        forms: announcementForms(deciding, platform.clock),
        routes: (http) => announcementRoutes(http, platform.db),
        listeners: [announcementListener({ watcher: watching, catchUp: missed, discord: platform.discord })],
        hearsGateway: (event) => missed.hearGateway(event),
        gatewayWorkers: [missed.worker],
        workers: [marksWorker(platform)],
        privacy: announcementPrivacy,
      }
    },
  }
}
