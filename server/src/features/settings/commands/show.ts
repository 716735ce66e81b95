import type { GuildId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { defineSubcommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { text } from '../../../platform/discord/options.ts'
import { scopesReply, showReply } from '../replies-overview.ts'
import type { ConfigNeeds } from './needs.ts'

/** Looking at many settings: `/config show`, page by page, and `/config scopes`. */
export function showing({ service }: ConfigNeeds) {
  const scopes = [...new Set(service.registry.map(({ scope }) => scope))]

  async function page(guildId: GuildId, scope: string, index: number): Promise<OutgoingMessage> {
    if (scope !== '' && !scopes.includes(scope))
      throw new Refusal('invalid', 'settings.unknown_scope', `scope must be one of ${scopes.join(', ')}.`)
    const { settings } = await service.current(guildId)
    const shown = scope === '' ? settings : settings.filter(({ setting }) => setting.scope === scope)
    return showReply(shown, scope, index)
  }

  const show = defineSubcommand({
    name: 'show',
    description: 'What is set, and what is at its default',
    options: {
      scope: text('Only this scope, like "reminders"', {
        complete: async (typed) =>
          scopes.filter((scope) => scope.includes(typed.toLowerCase())).map((scope) => ({ name: scope, value: scope })),
      }),
    },
    answers: 'message',
    handle: async ({ scope }, { guildId }) => ({
      kind: 'message',
      message: await page(guildId, scope?.trim().toLowerCase() ?? '', 0),
    }),
  })
  const listScopes = defineSubcommand({
    name: 'scopes',
    description: 'Which scopes of settings there are',
    options: {},
    answers: 'message',
    handle: async (_options, { guildId }) => ({
      kind: 'message',
      message: scopesReply((await service.current(guildId)).settings),
    }),
  })
  const turn = defineButton({
    feature: 'settings',
    act: 'show',
    answers: 'update',
    async run({ guildId, about }) {
      const [index = '', scope = ''] = about.split(':')
      return { kind: 'update', message: await page(guildId, scope, /^\d+$/.test(index) ? Number(index) : 0) }
    },
  })
  return { subcommands: [show, listScopes], buttons: [turn] }
}
