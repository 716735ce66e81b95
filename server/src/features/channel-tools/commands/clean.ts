import { PermissionFlagsBits } from 'discord-api-types/v10'
import { MessageId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { integer, user } from '../../../platform/discord/options.ts'
import type { FeatureParts } from '../../../platform/feature.ts'
import type { Cleaning } from '../cleaning.ts'
import { parseRange } from '../cleaning-rules.ts'
import { askReply, cleanedReply, keptReply } from '../replies-clean.ts'
import { cleanWords } from '../words-clean.ts'

const NEEDS = {
  member: PermissionFlagsBits.ManageMessages,
  bot: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ReadMessageHistory,
}
const MOST = 100
/** More than these are asked about first. */
const UNASKED = 20

const cleanerOf = ({ actor, member }: Invocation) => ({ userId: actor.userId, username: member.username })

/** `/clean`. What its button deletes is fixed when it is shown, so a second press finds nothing. */
export function cleanInteractions(cleaning: Cleaning) {
  async function ask(limit: number, search: Parameters<Cleaning['clean']>[1], asked: Invocation) {
    const { channelId, actor, language } = asked
    const found = await cleaning.find(channelId, search)
    const [newest, oldest] = [found[0], found.at(-1)]
    if (!newest || !oldest) return cleanedReply({ deleted: 0, left: 0, refused: 0, unanswered: 0 }, language)
    const range = { newest: newest.id, oldest: oldest.id, limit, by: actor.userId, of: search.of }
    return askReply(range, found.length, language)
  }
  async function clean(limit: number, search: Parameters<Cleaning['clean']>[1], asked: Invocation) {
    if (limit > UNASKED) return ask(limit, search, asked)
    return cleanedReply(await cleaning.clean(asked, search, cleanerOf(asked)), asked.language)
  }

  const command = defineCommand({
    name: 'clean',
    description: cleanWords.everywhere('description'),
    needs: NEEDS,
    options: {
      limit: integer(cleanWords.everywhere('limit'), { min: 1, max: MOST }),
      user: user(cleanWords.everywhere('user')),
    },
    answers: 'message',
    async handle({ limit, user: of }, asked) {
      // Everything that was written before the command; its own id is younger than that.
      const search = { before: MessageId.parse(asked.id), limit: limit ?? 10, of }
      return { kind: 'message', message: await clean(search.limit, search, asked) }
    },
  })
  const confirm = defineButton({
    feature: 'channel_tools',
    act: 'clean',
    answers: 'update',
    needs: NEEDS,
    async run(pressed): Promise<{ kind: 'update'; message: OutgoingMessage }> {
      const range = parseRange(pressed.about)
      if (range?.by !== pressed.actor.userId)
        throw new Refusal('forbidden', 'channel_tools.of_another', cleanWords.everywhere('of_another'))
      const cleaned = await cleaning.cleanRange(pressed, range, cleanerOf(pressed))
      return { kind: 'update', message: cleanedReply(cleaned, pressed.language) }
    },
  })
  const keep = defineButton({
    feature: 'channel_tools',
    act: 'keep',
    answers: 'update',
    run: async ({ language }) => ({ kind: 'update', message: keptReply(language) }),
  })
  return { commands: [command], buttons: [confirm, keep] } satisfies FeatureParts
}
