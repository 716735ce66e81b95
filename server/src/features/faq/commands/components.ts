import type { Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../platform/discord/answers.ts'
import { type ButtonPress, defineButton, defineForm } from '../../../platform/discord/components.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import type { EntryContent } from '../entry.ts'
import { contentIn, editForm } from '../forms.ts'
import { asideReply, deletedReply, givenBackReply, savedReply } from '../replies-editing.ts'
import { editingWords } from '../words-editing.ts'
import { type EditingNeeds, versionMessage } from './editing.ts'

const feature = 'faq'

/** The numbers that a custom id carries: the entry, a version, the version that was seen. */
function numbersIn(about: string): [id: number, version: number, seen: number] {
  const [id = 0, version = 0, seen = 0] = /^\d{1,15}(\.\d{1,9})*$/.test(about) ? about.split('.').map(Number) : []
  return [id, version, seen]
}

const doing = ({ actor, guildId }: ButtonPress, ifVersion: number) => ({ actor, guildId, ifVersion })

/** What stands under entries and their versions, for staff. */
export function editingButtons(needs: EditingNeeds) {
  const { gate, service } = needs
  const keep = defineButton({
    feature,
    act: 'keep',
    answers: 'update',
    run: async ({ language }) => ({ kind: 'update', message: say(editingWords(language)('kept')).message }),
  })
  const edit = defineButton({
    feature,
    act: 'edit',
    answers: 'modal',
    async run(press) {
      await gate.requireStaff(press)
      const entry = await service.entry(press.guildId, { id: numbersIn(press.about)[0] })
      return { kind: 'modal', modal: editForm(entry, press.language) }
    },
  })
  return [keep, edit, ...changing(needs)]
}

function changing(needs: EditingNeeds) {
  const { gate, service } = needs
  return [
    defineButton({
      feature,
      act: 'publish',
      answers: 'update',
      async run(press) {
        await gate.requireStaff(press)
        const [id, version] = numbersIn(press.about)
        const entry = await service.publish(doing(press, version), { id })
        return { kind: 'update', message: savedReply(entry, 'published', press.language) }
      },
    }),
    defineButton({
      feature,
      act: 'delete',
      answers: 'update',
      async run(press) {
        await gate.requireStaff(press)
        const [id, version] = numbersIn(press.about)
        const entry = await service.remove(doing(press, version), { id })
        return { kind: 'update', message: deletedReply(entry, press.language) }
      },
    }),
    defineButton({
      feature,
      act: 'version',
      answers: 'update',
      async run(press) {
        await gate.requireStaff(press)
        const [id, version] = numbersIn(press.about)
        return { kind: 'update', message: await versionMessage(needs, { id }, version, press) }
      },
    }),
    defineButton({
      feature,
      act: 'restore',
      answers: 'update',
      async run(press) {
        await gate.requireStaff(press)
        const [id, version, seen] = numbersIn(press.about)
        const entry = await service.restore(doing(press, seen), { id }, version)
        return { kind: 'update', message: savedReply(entry, 'restored', press.language, version) }
      },
    }),
  ]
}

/** What was written. Nothing of it is lost, also where somebody else was quicker. */
export function editingForms({ gate, service }: EditingNeeds) {
  return [
    defineForm({
      feature,
      act: 'added',
      answers: 'message',
      async run(sent) {
        await gate.requireStaff(sent)
        const { actor, guildId, language, about } = sent
        const missId = about === '' ? null : numbersIn(about)[0]
        const content = contentIn(sent)
        const saving = service.add({ actor, guildId }, content, { missId })
        const saved = saving.then((entry) => savedReply(entry, 'added', language))
        return { kind: 'message', message: await orGivenBack(saved, content, language) }
      },
    }),
    defineForm({
      feature,
      act: 'edited',
      answers: 'message',
      async run(sent) {
        await gate.requireStaff(sent)
        const [id, version] = numbersIn(sent.about)
        const content = contentIn(sent)
        const saved = service
          .editOrKeep(doing(sent, version), { id }, content)
          .then(({ entry, aside }) =>
            aside === null ? savedReply(entry, 'saved', sent.language) : asideReply(entry, aside, sent.language),
          )
        return { kind: 'message', message: await orGivenBack(saved, content, sent.language) }
      },
    }),
  ]
}

/** Discord forgets what stood in a form that was sent, so a refusal shows it. */
function orGivenBack(saved: Promise<OutgoingMessage>, content: EntryContent, language: Language) {
  return saved.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    return givenBackReply(error.sentenceIn(language), content, language)
  })
}
