import type { Feature } from '../../platform/feature.ts'
import { boardButtons, boardCommand } from './commands/board.ts'
import { ownCommand } from './commands/own.ts'
import { setCommands } from './commands/set.ts'
import { inviteCounts } from './counts.ts'
import { inviteListeners } from './listeners.ts'
import { lookWorker } from './look-worker.ts'
import { patrolWorker } from './patrol.ts'
import { invitePrivacy } from './privacy.ts'
import { inviteRetention } from './retention.ts'
import { inviteRoutes } from './routes.ts'
import { inviteService } from './service.ts'
import { inviteSettings } from './settings.ts'
import { doubtMembers } from './watch-store.ts'

/** Who invited whom, and how sure that is. */
export const invites: Feature = {
  name: 'invites',
  settings: inviteSettings,
  retention: inviteRetention,
  build(platform) {
    const service = inviteService(platform)
    const looks = lookWorker({ ...platform, refresh: service.refresh })
    const counts = inviteCounts(platform)
    return {
      routes: (http) => inviteRoutes(http, counts),
      commands: [boardCommand(counts), ownCommand(counts), ...setCommands(counts)],
      buttons: boardButtons(counts),
      privacy: invitePrivacy,
      listeners: inviteListeners(service),
      gatewayWorkers: [looks],
      workers: [patrolWorker({ ...platform, service })],
      async hearsGateway(event) {
        if (event.kind === 'disconnected' || event.kind === 'guild_left') return
        const guildIds = event.kind === 'guild_joined' ? [event.guildId] : event.guildIds
        looks.ask(guildIds)
        await doubtMembers(platform.db, guildIds, platform.clock.now())
      },
    }
  },
}
