import { PermissionFlagsBits } from 'discord-api-types/v10'
import { type Command, defineCommand } from '../../../platform/discord/commands.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { choice } from '../../../platform/discord/options.ts'
import type { Scope } from '../scope.ts'
import type { ExportSource } from '../source.ts'
import { exportWords } from '../words.ts'

/** Gives the file, or a link to it. */
export type Deliver = (source: ExportSource, scope: Scope, asked: Invocation) => Promise<OutgoingMessage>

const NEEDS = { member: PermissionFlagsBits.Administrator }

const scopeOption = choice<Scope>(exportWords.everywhere('scope'), {
  all: exportWords.everywhere('scope_all'),
  '7d': exportWords.everywhere('scope_7d'),
  '30d': exportWords.everywhere('scope_30d'),
})

/** `/export_tickets` and its siblings, one for each source. */
export function exportCommands(sources: readonly ExportSource[], deliver: Deliver): readonly Command[] {
  return sources.map((source) => {
    const { name, isByAge } = source
    const common = {
      name: `export_${name}`,
      description: exportWords.everywhere(`${name}_description`),
      needs: NEEDS,
      answers: 'message',
    } as const
    if (!isByAge)
      return defineCommand({
        ...common,
        options: {},
        handle: async (_options, asked) => ({ kind: 'message', message: await deliver(source, 'all', asked) }),
      })
    return defineCommand({
      ...common,
      options: { scope: scopeOption },
      handle: async ({ scope }, asked) => ({ kind: 'message', message: await deliver(source, scope ?? 'all', asked) }),
    })
  })
}
