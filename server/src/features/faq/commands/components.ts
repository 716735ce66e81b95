import { say } from '../../../platform/discord/answers.ts'
import { type ButtonPress, defineButton, defineForm } from '../../../platform/discord/components.ts'
import { contentIn, editForm } from '../forms.ts'
import { asideReply, deletedReply, savedReply } from '../replies-editing.ts'
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
        const entry = await service.add({ actor, guildId }, contentIn(sent), { missId })
        return { kind: 'message', message: savedReply(entry, 'added', language) }
      },
    }),
    defineForm({
      feature,
      act: 'edited',
      answers: 'message',
      async run(sent) {
        await gate.requireStaff(sent)
        const [id, version] = numbersIn(sent.about)
        const { entry, aside } = await service.editOrKeep(doing(sent, version), { id }, contentIn(sent))
        const message =
          aside === null ? savedReply(entry, 'saved', sent.language) : asideReply(entry, aside, sent.language)
        return { kind: 'message', message }
      },
    }),
  ]
}
