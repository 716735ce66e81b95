import { defineCommandTree, defineSubcommand } from '../../../platform/discord/commands.ts'
import { type ButtonPress, defineButton } from '../../../platform/discord/components.ts'
import { plain } from '../../../platform/discord/message-parts.ts'
import { choice } from '../../../platform/discord/options.ts'
import type { Platform } from '../../../platform/feature.ts'
import type { Consents } from '../consents.ts'
import { deleteQuestion, deleteSure, erasedReply, type KindNames } from '../erasure-messages.ts'
import { consentReply } from '../messages.ts'
import type { PersonalData } from '../personal-data.ts'
import { aboutOf, personOf, requestIn, SCOPES } from '../scope.ts'
import { gdprWords } from '../words.ts'

interface MyDataNeeds extends Pick<Platform, 'clock'> {
  readonly data: PersonalData
  readonly consents: Consents
  names(): KindNames
}

const scopeOption = choice(
  { en: 'Where; this server unless you say otherwise', nl: 'Waar; deze server tenzij je iets anders kiest' },
  SCOPES,
)

/** `/my_data`: what every member may do with what is kept about them. */
export function myDataInteractions(needs: MyDataNeeds) {
  const tree = defineCommandTree({
    name: 'my_data',
    description: { en: 'What I keep about you', nl: 'Wat ik over je bewaar' },
    subcommands: [exporting(needs), deleting(needs), consenting(needs)],
  })
  return { commands: [tree], buttons: erasureButtons(needs) }
}

function exporting({ data }: MyDataNeeds) {
  return defineSubcommand({
    name: 'export',
    description: {
      en: 'Get everything I keep about you, as a ZIP file',
      nl: 'Krijg alles wat ik over je bewaar, als ZIP-bestand',
    },
    options: { scope: scopeOption },
    answers: 'message',
    async handle({ scope }, { actor, guildId, language }) {
      const file = await data.export(personOf(scope ?? 'server', actor.userId, guildId), language)
      const sentence = gdprWords(language)(scope === 'everywhere' ? 'exported_everywhere' : 'exported_server')
      return { kind: 'message', message: { ...plain(sentence), files: [file] } }
    },
  })
}

function deleting({ data, names }: MyDataNeeds) {
  return defineSubcommand({
    name: 'delete',
    description: { en: 'Have everything I keep about you erased', nl: 'Laat alles wissen wat ik over je bewaar' },
    options: { scope: scopeOption },
    answers: 'message',
    async handle({ scope: chosen }, { actor, guildId, id, language }) {
      const scope = chosen ?? 'server'
      const counts = await data.look(personOf(scope, actor.userId, guildId))
      const about = aboutOf({ scope, guildId, userId: actor.userId, requestId: id })
      return { kind: 'message', message: deleteQuestion({ scope, about, counts, names: names() }, language) }
    },
  })
}

function consenting({ consents }: MyDataNeeds) {
  return defineSubcommand({
    name: 'consent',
    description: {
      en: 'See when you agreed to the privacy notice, and withdraw',
      nl: 'Zie wanneer je akkoord ging met de privacyverklaring, en trek het in',
    },
    options: {},
    answers: 'message',
    handle: async (_options, { actor, guildId, language }) => ({
      kind: 'message',
      message: consentReply(await consents.historyOf({ guildId, userId: actor.userId }), language),
    }),
  })
}

function erasureButtons({ data, clock, names }: MyDataNeeds) {
  const requestOf = (pressed: ButtonPress) => requestIn(pressed, clock.now())
  const sure = defineButton({
    feature: 'gdpr',
    act: 'erase',
    answers: 'update',
    run: async (pressed) => ({ kind: 'update', message: deleteSure(aboutOf(requestOf(pressed)), pressed.language) }),
  })
  const yes = defineButton({
    feature: 'gdpr',
    act: 'erase_yes',
    answers: 'update',
    async run(pressed) {
      const { scope, userId, guildId, requestId } = requestOf(pressed)
      const receipt = await data.erase(personOf(scope, userId, guildId), requestId)
      return { kind: 'update', message: erasedReply(receipt, names(), pressed.language) }
    },
  })
  const no = defineButton({
    feature: 'gdpr',
    act: 'erase_no',
    answers: 'update',
    async run(pressed) {
      requestOf(pressed)
      return { kind: 'update', message: plain(gdprWords(pressed.language)('kept')) }
    },
  })
  return [sure, yes, no]
}
