import { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../platform/discord/answers.ts'
import { type Command, defineCommand } from '../../../platform/discord/commands.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OutgoingFile } from '../../../platform/discord/message.ts'
import { integer, required } from '../../../platform/discord/options.ts'
import type { Platform } from '../../../platform/feature.ts'
import type { StaffRoles, TicketRooms } from '../ports.ts'
import type { Wanted } from '../reading/entry-store.ts'
import { transcriptHtml } from '../reading/html/page.ts'
import { openTranscript, type Transcript } from '../reading/transcript.ts'
import { ticketAddress } from '../routes.ts'
import { transcriptWords } from '../words.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'guilds' | 'settings' | 'config'> & {
  readonly rooms: TicketRooms
  readonly staffRoles: StaffRoles
}

/** Discord takes 10 MiB: https://discord.com/developers/docs/reference#uploading-files */
const LARGEST_FILE = 8 * 1024 * 1024

/** `/ticket_transcript`: what was said in a ticket, for the staff of the guild. */
export function transcriptCommand(needs: Needs): Command {
  const { db, rooms, config } = needs
  return defineCommand({
    name: 'ticket_transcript',
    description: transcriptWords.everywhere('command_description'),
    options: { id: required(integer(transcriptWords.everywhere('command_id'), { min: 1 })) },
    answers: 'message',
    async handle({ id: number }, invocation) {
      const { guildId, language } = invocation
      await requireStaff(needs, invocation)
      const ticketId = await rooms.numbered(db, guildId, number)
      const wanted: Wanted = { guildId, ticketId: ticketId ?? '0', audience: 'staff', terms: [] }
      const transcript = ticketId && (await openTranscript(needs, wanted, language))
      if (!transcript)
        throw new Refusal('not_found', 'transcripts.no_ticket', transcriptWords.everywhere('command_none', { number }))
      const words = transcriptWords(language)
      const file = await fileOf(needs, transcript)
      const { publicUrl } = config.http
      const address = publicUrl && `${publicUrl.replace(/\/+$/, '')}${ticketAddress(guildId, ticketId)}/transcript.html`
      const lines = [
        words('command_answer', { number, count: transcript.count }),
        address ? words('command_link', { link: `<${address}>` }) : null,
        file ? null : words('command_too_large'),
      ]
      return say(lines.filter((line) => line !== null).join('\n'), file ? { files: [file] } : {})
    },
  })
}

/** @throws {Refusal} unless the member has one of the staff roles, or is an admin. */
async function requireStaff({ staffRoles }: Needs, { actor, guildId, member }: Invocation): Promise<void> {
  if (actor.adminOf === guildId) return
  const roles = await staffRoles(guildId)
  if (member.roleIds.some((role) => roles.includes(role))) return
  throw new Refusal('forbidden', 'transcripts.staff_only', transcriptWords.everywhere('staff_only'))
}

/** Null where it is too large for Discord. */
async function fileOf({ db }: Needs, transcript: Transcript): Promise<OutgoingFile | null> {
  const options = { typed: '', terms: [], hidden: {}, searchAddress: null, fileAddress: null }
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of transcriptHtml(db, transcript, options)) {
    const bytes = Buffer.from(piece)
    size += bytes.length
    if (size > LARGEST_FILE) return null
    pieces.push(bytes)
  }
  return { name: `ticket-${transcript.ticket.number}.html`, contentType: 'text/html', data: Buffer.concat(pieces) }
}
