import { ButtonStyle } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button, row } from '../../platform/discord/message-parts.ts'
import { cut, timestamp } from '../../platform/discord/text.ts'
import type { Diagnosis } from './doctor.ts'
import type { Finding, Severity } from './finding.ts'
import { IN_DISCORD, sentencesOf } from './sentences.ts'
import { doctorWords } from './words.ts'

/** What an admin reads in answer to `/doctor`. Pure. */

const SIGNS: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', ok: '✅' }
const COLOURS: Readonly<Record<Severity, number>> = { error: 0xed4245, warning: 0xfee75c, ok: 0x57f287 }
/** Below the 4096 characters of a description, so that a page stays readable: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const PAGE_LENGTH = 3_000
/** The longest names of a channel and a role with every character escaped fit well. */
const LONGEST_LINE = 1_000

/** Pages are made anew each time, so that their buttons outlive any restart. */
export function diagnosisReply({ findings, bot, at }: Diagnosis, language: Language, wanted = 0): OutgoingMessage {
  const say = doctorWords(language)
  const pages = pagesOf(findings, language, bot)
  const page = Number.isInteger(wanted) ? Math.max(0, Math.min(wanted, pages.length - 1)) : 0
  const worst = findings[0]?.severity ?? 'ok'
  const head = worst === 'ok' ? `**${say('healthy')}**\n\n` : ''
  const checked = pages.length > 1 ? say('page', { page: page + 1, pages: pages.length }) : say('checked')
  return {
    embeds: [
      {
        color: COLOURS[worst],
        title: titleOf(findings, language),
        description: `${head}${pages[page] ?? ''}\n\n-# ${checked} ${timestamp(at, 'R')}`,
      },
    ],
    components: [
      row(
        ...(pages.length > 1
          ? [turn(page - 1, say('back'), page === 0), turn(page + 1, say('next'), page === pages.length - 1)]
          : []),
        button(customId('doctor', 'check'), say('check_again'), { style: ButtonStyle.Primary }),
      ),
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

function titleOf(findings: readonly Finding[], language: Language): string {
  const say = doctorWords(language)
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  if (count('error') > 0) return say('errors_title', { count: count('error') })
  return count('warning') > 0 ? say('hints_title', { count: count('warning') }) : say('healthy_title')
}

function pagesOf(findings: readonly Finding[], language: Language, bot: string): string[] {
  const pages: string[] = []
  for (const finding of findings) {
    const { problem, repair } = sentencesOf(finding, { language, script: IN_DISCORD, bot })
    const line = `${SIGNS[finding.severity]} ${cut(problem, LONGEST_LINE)}${repair ? `\n➜ ${cut(repair, LONGEST_LINE)}` : ''}`
    const last = pages.at(-1)
    if (last !== undefined && last.length + line.length < PAGE_LENGTH) pages[pages.length - 1] = `${last}\n${line}`
    else pages.push(line)
  }
  return pages
}

function turn(page: number, label: string, disabled: boolean) {
  return button(customId('doctor', 'page', String(page)), label, { disabled })
}
