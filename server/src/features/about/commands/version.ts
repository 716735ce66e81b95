import type { Clock } from '../../../kernel/clock.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { versionReply } from '../replies.ts'
import { aboutWords } from '../words.ts'

/** `/version`: what runs here, and since when. */
export function versionCommand(clock: Clock, publicUrl: string | undefined) {
  const startedAt = clock.now()
  return defineCommand({
    name: 'version',
    description: aboutWords.everywhere('version_description'),
    options: {},
    answers: 'message',
    handle: async (_options, { language }) => ({
      kind: 'message',
      message: versionReply({ node: process.version, startedAt, publicUrl }, language),
    }),
  })
}
