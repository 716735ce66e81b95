import type { Language } from '../../kernel/language.ts'
import { chart } from '../../platform/discord/chart.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { cut } from '../../platform/discord/text.ts'
import type { CommandStats } from './stats.ts'
import type { CommandFigures } from './usage-store.ts'
import { analyticsWords } from './words.ts'

const COLOUR = 0x58_65_f2
/** Of an embed's description: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const LONGEST = 4096

export function statsReply(stats: CommandStats, isOfAll: boolean, language: Language): OutgoingMessage {
  const say = analyticsWords(language)
  const count = stats.days.length
  const title = isOfAll ? say('title_all', { count }) : say('title', { count })
  if (stats.total === 0) return embed({ title, description: say('nothing') })
  const { text, daysPerColumn } = chart(stats.days)
  const block = `\n\`\`\`\n${text}\n\`\`\``
  const lines = stats.commands.map((figures, index) => lineOf(figures, index + 1, stats.total, language))
  const footer = [
    say('total', { count: stats.total }),
    say('utc'),
    ...(daysPerColumn !== null && daysPerColumn > 1 ? [say('columns', { days: daysPerColumn })] : []),
  ]
  return embed({
    title,
    description: cut(lines.join('\n'), LONGEST - block.length) + block,
    footer: { text: footer.join(' · ') },
  })
}

function lineOf({ command, runs, failures }: CommandFigures, place: number, total: number, language: Language): string {
  const say = analyticsWords(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const shown = { place, command, runs, share: percent.format(runs / total) }
  return failures === 0 ? say('line', shown) : say('line_failed', { ...shown, rate: percent.format(failures / runs) })
}

function embed(content: NonNullable<OutgoingMessage['embeds']>[number]): OutgoingMessage {
  return { embeds: [{ color: COLOUR, ...content }], allowed_mentions: NO_MENTIONS }
}
