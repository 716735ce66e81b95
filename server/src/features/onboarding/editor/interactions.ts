import { PermissionFlagsBits } from 'discord-api-types/v10'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Db } from '../../../platform/database/connect.ts'
import type { AnswersOf } from '../../../platform/discord/answers.ts'
import { defineSubcommand } from '../../../platform/discord/commands.ts'
import {
  type ButtonPress,
  defineButton,
  defineForm,
  defineSelect,
  type FormSubmission,
} from '../../../platform/discord/components.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OnboardingService } from '../service.ts'
import { editorWords } from '../words-editor.ts'
import type { Editor, Kept } from './editor.ts'
import { itemIn, type SeenEdits, type SeenItem, seenEdits } from './edits.ts'
import { itemMessage, listMessage, refusedAnswer, removalMessage } from './messages.ts'

const feature = 'onboarding'
const needs = { member: PermissionFlagsBits.Administrator }

interface Needs {
  readonly db: Db
  readonly service: OnboardingService
}

/** `/onboarding rules` or `/onboarding questions`, and all that is pressed, chosen and written there. */
export function listEditor<Item extends Kept, Input>({ db, service }: Needs, editor: Editor<Item, Input>) {
  const { name } = editor
  const desk: Desk<Item, Input> = { db, editor, edits: seenEdits({ db, service }, editor) }
  const command = defineSubcommand({
    name,
    description: editorWords.everywhere(`${name}_command`),
    options: {},
    answers: 'message',
    handle: async (_, by) => ({ kind: 'message', message: await listed(desk, by) }),
  })
  const pick = defineSelect({
    feature,
    act: `${name}_pick`,
    needs,
    answers: 'update',
    run: (choice) => viewed(desk, choice, choice.values[0] ?? ''),
  })
  return {
    command,
    buttons: [...looks(desk), ...formButtons(desk), ...changes(desk), ...removals(desk)],
    selects: [pick],
    forms: [addedForm(desk), changedForm(desk)],
  }
}

interface Desk<Item extends Kept, Input> {
  readonly db: Db
  readonly editor: Editor<Item, Input>
  readonly edits: SeenEdits<Item, Input>
}

/** `12.a1b2c3d4`: the item, and what was seen. */
function seenIn(about: string): SeenItem {
  const [id = '', seen = ''] = about.split('.')
  return { id, seen }
}

async function listed<Item extends Kept, Input>(
  { db, editor }: Desk<Item, Input>,
  { guildId, language }: Invocation,
  notice?: string,
) {
  return listMessage(editor, await editor.all(db, guildId), language, notice)
}

async function viewed<Item extends Kept, Input>(
  { db, editor }: Desk<Item, Input>,
  { guildId, language }: Invocation,
  id: string,
): Promise<AnswersOf['update']> {
  const items = await editor.all(db, guildId)
  return { kind: 'update', message: itemMessage(editor, items, itemIn(editor.name, items, id), language) }
}

async function shown<Item extends Kept, Input>({ db, editor }: Desk<Item, Input>, { guildId, about }: ButtonPress) {
  return itemIn(editor.name, await editor.all(db, guildId), seenIn(about).id)
}

function looks<Item extends Kept, Input>(desk: Desk<Item, Input>) {
  const { name } = desk.editor
  return [
    defineButton({
      feature,
      act: `${name}_list`,
      needs,
      answers: 'update',
      run: async (press) => ({ kind: 'update', message: await listed(desk, press) }),
    }),
    defineButton({
      feature,
      act: `${name}_view`,
      needs,
      answers: 'update',
      run: (press) => viewed(desk, press, press.about),
    }),
  ]
}

function formButtons<Item extends Kept, Input>(desk: Desk<Item, Input>) {
  const { editor } = desk
  const { name } = editor
  return [
    defineButton({
      feature,
      act: `${name}_add`,
      needs,
      answers: 'modal',
      run: async ({ language }) => editor.form(customId(feature, `${name}_added`), null, language),
    }),
    defineButton({
      feature,
      act: `${name}_change`,
      needs,
      answers: 'modal',
      async run(press) {
        const id = customId(feature, `${name}_changed`, press.about)
        return editor.form(id, await shown(desk, press), press.language)
      },
    }),
  ]
}

function addedForm<Item extends Kept, Input>(desk: Desk<Item, Input>) {
  const { editor } = desk
  return defineForm({
    feature,
    act: `${editor.name}_added`,
    needs,
    answers: 'update',
    run: (form) =>
      orQuoted(desk, form, async () => {
        await editor.save(form, editor.written(form, null))
        const notice = editorWords(form.language)(`${editor.name}_added`)
        return { kind: 'update', message: await listed(desk, form, notice) }
      }),
  })
}

function changedForm<Item extends Kept, Input>(desk: Desk<Item, Input>) {
  const { editor, edits } = desk
  return defineForm({
    feature,
    act: `${editor.name}_changed`,
    needs,
    answers: 'update',
    run: (form) =>
      orQuoted(desk, form, async () => {
        const ref = seenIn(form.about)
        await edits.change(form, ref, (item) => editor.written(form, item))
        return viewed(desk, form, ref.id)
      }),
  })
}

/** Whatever is refused, nothing that was written is lost. */
async function orQuoted<Item extends Kept, Input>(
  { editor }: Desk<Item, Input>,
  form: FormSubmission,
  save: () => Promise<AnswersOf['update']>,
): Promise<AnswersOf['update']> {
  try {
    return await save()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refusedAnswer(error, editor, form, form.language)
  }
}

function changes<Item extends Kept, Input>(desk: Desk<Item, Input>) {
  const { editor, edits } = desk
  const { name } = editor
  const acts = {
    on: (press: ButtonPress, ref: SeenItem) => edits.change(press, ref, (item) => editor.switched(item, true)),
    off: (press: ButtonPress, ref: SeenItem) => edits.change(press, ref, (item) => editor.switched(item, false)),
    up: (press: ButtonPress, ref: SeenItem) => edits.move(press, ref, -1),
    down: (press: ButtonPress, ref: SeenItem) => edits.move(press, ref, 1),
  }
  return Object.entries(acts).map(([act, change]) =>
    defineButton({
      feature,
      act: `${name}_${act}`,
      needs,
      answers: 'update',
      async run(press) {
        const ref = seenIn(press.about)
        await change(press, ref)
        return viewed(desk, press, ref.id)
      },
    }),
  )
}

function removals<Item extends Kept, Input>(desk: Desk<Item, Input>) {
  const { editor, edits } = desk
  const { name } = editor
  return [
    defineButton({
      feature,
      act: `${name}_remove`,
      needs,
      answers: 'update',
      async run(press) {
        const { seen } = seenIn(press.about)
        return { kind: 'update', message: removalMessage(editor, await shown(desk, press), seen, press.language) }
      },
    }),
    defineButton({
      feature,
      act: `${name}_gone`,
      needs,
      answers: 'update',
      async run(press) {
        await edits.remove(press, seenIn(press.about))
        const notice = editorWords(press.language)(`${name}_removed`)
        return { kind: 'update', message: await listed(desk, press, notice) }
      },
    }),
  ]
}
