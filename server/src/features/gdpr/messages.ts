import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button as buttonWith, plain, row } from '../../platform/discord/message-parts.ts'
import { timestamp } from '../../platform/discord/text.ts'
import type { RoleOutcome } from './acceptance-role.ts'
import type { Acceptance } from './consent-store.ts'
import type { Agreed, ConsentFigures, CurrentAgreement } from './consents.ts'
import { gdprWords } from './words.ts'

/** What is read of the agreement and of consents. */

const COLOUR = 0x34_98_db
/** The longest message takes far more; whoever withdrew so often sees the newest. */
const MOST_CONSENTS = 20

export function button(act: string, about: string, label: string, style?: APIButtonComponentWithCustomId['style']) {
  return buttonWith(customId('gdpr', act, about), label, style && { style })
}

/** The agreement with its button, which knows what was read above it. */
export function agreementMessage(
  { version, texts }: CurrentAgreement,
  language: Language,
  content?: string,
): OutgoingMessage {
  const { title, body } = texts[language]
  const agree = button('agree', `${version}:${language}`, gdprWords(language)('agree'), ButtonStyle.Success)
  return {
    ...(content !== undefined && { content }),
    embeds: [
      { color: COLOUR, title, description: body, footer: { text: gdprWords(language)('wording_number', { version }) } },
    ],
    components: [row(agree)],
    allowed_mentions: NO_MENTIONS,
  }
}

export function agreedReply(agreed: Agreed, role: RoleOutcome | null, language: Language): OutgoingMessage {
  const say = gdprWords(language)
  const withdraw = button('withdraw', '', say('withdraw'))
  const given = role ? [say(role.isDone ? 'role_given' : 'role_not_given', { role: `<@&${role.roleId}>` })] : []
  const before = (earlier: Acceptance | null) =>
    earlier ? [say('accepted_earlier', { version: earlier.version, since: timestamp(earlier.acceptedAt, 'D') })] : []
  switch (agreed.kind) {
    case 'already': {
      const { version, acceptedAt } = agreed.acceptance
      const told = say('already', { version, since: timestamp(acceptedAt, 'f') })
      return plain([told, ...given].join('\n'), row(withdraw))
    }
    case 'accepted': {
      const told = [say('accepted', { version: agreed.version }), ...before(agreed.earlier), ...given]
      return plain(told.join('\n'), row(withdraw))
    }
    case 'outdated': {
      const { current, earlier } = agreed
      const told = [say('outdated', { version: current.version }), ...before(earlier)].join('\n')
      return agreementMessage(current, language, told)
    }
  }
}

export function withdrawnReply(isWithdrawn: boolean, role: RoleOutcome | null, language: Language): OutgoingMessage {
  const say = gdprWords(language)
  const left = role && !role.isDone ? [say('role_not_taken', { role: `<@&${role.roleId}>` })] : []
  return plain([say(isWithdrawn ? 'withdrawn' : 'nothing_to_withdraw'), ...left].join('\n'))
}

export function consentReply(history: readonly Acceptance[], language: Language): OutgoingMessage {
  const say = gdprWords(language)
  if (history.length === 0) return plain(say('consent_none'))
  const lines = history.slice(0, MOST_CONSENTS).map(({ version, acceptedAt, withdrawnAt }) => {
    const since = timestamp(acceptedAt, 'f')
    return withdrawnAt === null
      ? say('consent_open', { version, since })
      : say('consent_over', { version, since, until: timestamp(withdrawnAt, 'f') })
  })
  const isOpen = history.some(({ withdrawnAt }) => withdrawnAt === null)
  const content = [say('consent_head'), ...lines].join('\n')
  return isOpen ? plain(content, row(button('withdraw', '', say('withdraw')))) : plain(content)
}

export function statusReply({ agreeing, versions }: ConsentFigures, language: Language): OutgoingMessage {
  const say = gdprWords(language)
  if (versions.length === 0) return plain(say('status_none'))
  const lines = versions
    .slice(0, MOST_CONSENTS)
    .map(({ since, ...counts }) => say('status_version', { ...counts, since: timestamp(since, 'D') }))
  return plain([say('status_total', { count: agreeing }), ...lines].join('\n'))
}
