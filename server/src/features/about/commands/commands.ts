import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { holds } from '../../../platform/discord/needs.ts'
import { boolean } from '../../../platform/discord/options.ts'
import { Remembered } from '../../../platform/discord/remembered.ts'
import type { Platform } from '../../../platform/feature.ts'
import { findWithin } from '../../../platform/health/finding.ts'
import { type CommandGroup, listedCommands } from '../command-list.ts'
import { commandsReply } from '../replies-commands.ts'
import { aboutWords } from '../words.ts'

type ListingNeeds = Pick<Platform, 'clock' | 'discord'> & { commandGroups(): readonly CommandGroup[] }

type Ids = ReadonlyMap<string, string>
const NO_IDS: Ids = new Map()
/** Without ids the names are shown as plain text, which is better than waiting. */
const IDS_MS = 1_000

/** `/commands`, page by page. Buttons carry all they need, so they outlive a restart. */
export function listing({ clock, discord, commandGroups }: ListingNeeds) {
  const remembered = new Remembered<Ids>({ clock, most: 1 })
  async function readIds(): Promise<Ids> {
    const { id } = await discord.application()
    return new Map((await discord.commands(id)).map((command) => [command.name, command.id]))
  }
  async function page(index: number, includeAdmin: boolean, invocation: Invocation): Promise<OutgoingMessage> {
    const found = await findWithin(IDS_MS, remembered.ask('', readIds))
    const reader = { includeAdmin, holds: (member: bigint) => holds({ member }, invocation) }
    const listed = listedCommands(commandGroups(), reader)
    const ids = 'answer' in found ? found.answer : NO_IDS
    return commandsReply({ listed, ids, index, includeAdmin }, invocation.language)
  }

  const command = defineCommand({
    name: 'commands',
    description: aboutWords.everywhere('commands_description'),
    options: {
      include_admin: boolean(aboutWords.everywhere('include_admin')),
      public: boolean(aboutWords.everywhere('public')),
    },
    answers: 'message',
    isPublic: (options) => options.public ?? false,
    handle: async ({ include_admin }, invocation) => ({
      kind: 'message',
      message: await page(0, include_admin ?? false, invocation),
    }),
  })
  const turn = defineButton({
    feature: 'about',
    act: 'commands',
    answers: 'update',
    async run(pressed) {
      const [index = '', includeAdmin] = pressed.about.split(':')
      const message = await page(/^\d{1,4}$/.test(index) ? Number(index) : 0, includeAdmin === 'admin', pressed)
      return { kind: 'update', message }
    },
  })
  return { commands: [command], buttons: [turn] }
}
