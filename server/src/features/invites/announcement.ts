import type { UserId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { cut, verbatim } from '../../platform/discord/text.ts'
import { inviteSettings } from './settings.ts'
import { inviteWords } from './words.ts'

/** Who joined, as others see the name. */
interface Joined {
  readonly userId: UserId
  readonly name: string
}

/** Who brought whom. `name` is null where it could not be learnt. */
interface Inviter {
  readonly userId: UserId
  readonly name: string | null
  readonly invites: number
}

export interface Templates {
  readonly withInviter: string
  readonly withoutInviter: string
}

/** https://discord.com/developers/docs/resources/message#create-message-jsonform-params */
const LONGEST_MESSAGE = 2000

/** What is said of a join. It notifies nobody, and names are shown as they are typed. */
export function joinMessage(
  templates: Templates,
  language: Language,
  joined: Joined,
  inviter: Inviter | null,
): OutgoingMessage {
  const said = inviteWords(language)
  const nobody = said('nobody_known')
  const values = new Map([
    ['member', `<@${joined.userId}>`],
    ['member_name', verbatim(joined.name)],
    ['inviter', inviter ? `<@${inviter.userId}>` : nobody],
    ['inviter_name', inviter ? (inviter.name === null ? `<@${inviter.userId}>` : verbatim(inviter.name)) : nobody],
    ['count', String(inviter?.invites ?? 0)],
  ])
  const template = inviter
    ? translated(templates.withInviter, inviteSettings.withInviter.default, said('joined_with'))
    : translated(templates.withoutInviter, inviteSettings.withoutInviter.default, said('joined_without'))
  const content = template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole)
  return { content: cut(content, LONGEST_MESSAGE), allowed_mentions: NO_MENTIONS }
}

/** What a guild has not changed is said in its language. */
function translated(template: string, untouched: string, words: string): string {
  return template === untouched ? words : template
}
