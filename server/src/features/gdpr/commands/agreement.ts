import { PermissionFlagsBits } from 'discord-api-types/v10'
import { languageFor } from '../../../kernel/language.ts'
import { defineCommandTree, defineSubcommand } from '../../../platform/discord/commands.ts'
import { type ButtonPress, defineButton } from '../../../platform/discord/components.ts'
import { plain } from '../../../platform/discord/message-parts.ts'
import type { Platform } from '../../../platform/feature.ts'
import { systemSettings } from '../../../platform/settings/system.ts'
import { type AcceptanceRole, acceptanceRole } from '../acceptance-role.ts'
import type { Consents, Shown } from '../consents.ts'
import { agreedReply, statusReply, withdrawnReply } from '../messages.ts'
import { postAgreement } from '../posting.ts'
import { gdprWords } from '../words.ts'

interface AgreementNeeds extends Pick<Platform, 'discord' | 'settings' | 'logger'> {
  readonly consents: Consents
}

/** `/gdpr post` and `/gdpr status` for admins; the buttons are for everybody. */
export function agreementInteractions(needs: AgreementNeeds) {
  const { consents, settings } = needs
  const post = defineSubcommand({
    name: 'post',
    description: {
      en: 'Put the privacy notice with its button into its channel',
      nl: 'Zet de privacyverklaring met haar knop in haar kanaal',
    },
    options: {},
    answers: 'message',
    async handle(_options, { guildId, id, language }) {
      const current = await consents.current(guildId)
      const guildLanguage = languageFor(null, await settings.read(systemSettings.locale, guildId))
      const { channelId, isPinned } = await postAgreement(needs, {
        current,
        guildId,
        language: guildLanguage,
        useId: id,
      })
      const told = { version: current.version, channel: `<#${channelId}>` }
      const sentence = gdprWords(language)(isPinned ? 'posted' : 'posted_unpinned', told)
      return { kind: 'message', message: plain(sentence) }
    },
  })
  const status = defineSubcommand({
    name: 'status',
    description: {
      en: 'How many members agreed to the privacy notice',
      nl: 'Hoeveel leden akkoord gingen met de privacyverklaring',
    },
    options: {},
    answers: 'message',
    handle: async (_options, { guildId, language }) => ({
      kind: 'message',
      message: statusReply(await consents.figures(guildId), language),
    }),
  })
  const tree = defineCommandTree({
    name: 'gdpr',
    description: { en: 'The privacy notice of this server', nl: 'De privacyverklaring van deze server' },
    needs: { member: PermissionFlagsBits.Administrator },
    subcommands: [post, status],
  })
  const role = acceptanceRole(needs)
  return { commands: [tree], buttons: [agreeButton(consents, role), withdrawButton(consents, role)] }
}

function agreeButton(consents: Consents, role: AcceptanceRole) {
  return defineButton({
    feature: 'gdpr',
    act: 'agree',
    answers: 'message',
    async run(pressed) {
      const member = memberOf(pressed)
      const agreed = await consents.agree(member, shownIn(pressed.about))
      const given = agreed.kind === 'outdated' ? null : await role.give(member)
      return { kind: 'message', message: agreedReply(agreed, given, pressed.language) }
    },
  })
}

function withdrawButton(consents: Consents, role: AcceptanceRole) {
  return defineButton({
    feature: 'gdpr',
    act: 'withdraw',
    answers: 'update',
    async run(pressed) {
      const member = memberOf(pressed)
      const isWithdrawn = await consents.withdraw(member)
      return { kind: 'update', message: withdrawnReply(isWithdrawn, await role.take(member), pressed.language) }
    },
  })
}

const memberOf = ({ guildId, actor }: ButtonPress) => ({ guildId, userId: actor.userId })

/** Null for a button of which that is not known: what stood above it cannot be agreed to. */
function shownIn(about: string): Shown | null {
  const [, version, language] = /^(\d{1,9}):(en|nl)$/.exec(about) ?? []
  return version === undefined || language === undefined
    ? null
    : { version: Number(version), language: languageFor(language, 'en') }
}
