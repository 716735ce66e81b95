import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { cut } from '../../platform/discord/text.ts'
import { answerTo, followUpTo, isDone, type Step, stepsOf } from './course.ts'
import { LONGEST_EMAIL } from './email.ts'
import { canGoBack, isOptional, writtenKind } from './flow.ts'
import { pressText } from './press.ts'
import { chosenOf, PERSONALIZATIONS, SPOKEN_LANGUAGES } from './progress.ts'
import { offeredLanguage } from './summary.ts'
import type { Scene } from './walk.ts'
import { onboardingWords } from './words.ts'

type Row = APIActionRowComponent<APIComponentInMessageActionRow>

/** https://discord.com/developers/docs/components/reference#string-select-select-option-structure */
const LONGEST_OPTION = 100
const MOST_OPTIONS = 25
/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
const LONGEST_FORM_TITLE = 45
const LONGEST_DESCRIPTION = 100
/** What a member may write; leaves room for all of it in the message that shows it. */
const LONGEST_ANSWER = 1000
const LONGEST_LANGUAGE = 60

/** What can be pressed at a step: at most two selects and one row of buttons, of the five rows that there may be. */
export function controlsOf(scene: Scene, language: Language): Row[] {
  const say = onboardingWords(language)
  const { step, course, progress } = scene
  const button = (act: string, label: string, style: APIButtonComponentWithCustomId['style']) =>
    ({
      type: ComponentType.Button,
      style,
      label,
      custom_id: customId('onboarding', act, pressText(step, scene.revision)),
    }) as const
  const isRevisited = step.kind !== 'rule' && isDone(step, progress)
  const buttons = [
    ...(step.kind === 'rule' ? [button('accept', say('accept'), ButtonStyle.Success)] : []),
    ...(writtenKind(step)
      ? [button('write', say(isWritten(scene) ? 'write_again' : 'write'), ButtonStyle.Primary)]
      : []),
    ...(step.kind === 'summary'
      ? [button('confirm', say(course.mode === 'rules_only' ? 'finish' : 'confirm'), ButtonStyle.Success)]
      : []),
    ...(isRevisited ? [button('keep', say('keep'), ButtonStyle.Primary)] : []),
    ...(isOptional(step) && !isSkipped(scene) ? [button('skip', say('skip'), ButtonStyle.Secondary)] : []),
    ...(canGoBack(course, progress) ? [button('back', say('back'), ButtonStyle.Secondary)] : []),
  ]
  const rows: Row[] = selectsOf(scene, language).map((select) => ({
    type: ComponentType.ActionRow,
    components: [select],
  }))
  return buttons.length > 0 ? [...rows, { type: ComponentType.ActionRow, components: buttons }] : rows
}

/** Skipping once more would be the same as going on. */
function isSkipped({ step, progress }: Scene): boolean {
  if (step.kind === 'followup') return followUpTo(step, progress)?.answer === null
  return step.kind === 'question' && answerTo(progress, step.question.id)?.answer === null
}

function isWritten({ step, progress }: Scene): boolean {
  return progress.draft?.step === step.key || isDone(step, progress)
}

function selectsOf(scene: Scene, language: Language) {
  const say = onboardingWords(language)
  const { step, revision } = scene
  const { options, most, prompt } = choicesOf(scene, language)
  const act = step.kind === 'summary' ? 'change' : 'choose'
  // Of a message's custom ids no two are the same, so each select says which one it is.
  return chunks(options, MOST_OPTIONS).map((some, index) => ({
    type: ComponentType.StringSelect as const,
    custom_id: customId('onboarding', act, `${pressText(step, revision)}.${index}`),
    placeholder: say(prompt),
    min_values: 1,
    max_values: Math.min(most, some.length),
    options: some,
  }))
}

interface Choices {
  readonly options: readonly APISelectMenuOption[]
  readonly most: number
  readonly prompt: 'choose_single' | 'choose_several' | 'summary_change'
}

function choicesOf({ step, course, progress }: Scene, language: Language): Choices {
  const say = onboardingWords(language)
  const one = { most: 1, prompt: 'choose_single' } as const
  switch (step.kind) {
    case 'question': {
      const given = answerTo(progress, step.question.id)
      const before = given ? chosenOf(given) : []
      const options = (step.question.options ?? []).map(({ label, value }) => ({
        label,
        value,
        default: before.includes(value),
      }))
      return step.question.type === 'multiselect'
        ? { options, most: MOST_OPTIONS, prompt: 'choose_several' }
        : { options, ...one }
    }
    case 'personalization':
      return {
        options: PERSONALIZATIONS.map((value) => ({
          label: say(`personalization_${value}`),
          description: say(`personalization_${value}_help`),
          value,
          default: progress.personalization === value,
        })),
        ...one,
      }
    case 'language':
      return {
        options: SPOKEN_LANGUAGES.map((value) => ({
          label: offeredLanguage(value, language),
          value,
          default: progress.language === value,
        })),
        ...one,
      }
    case 'summary':
      return { options: changeable(stepsOf(course, progress), language), most: 1, prompt: 'summary_change' }
    default:
      return { options: [], ...one }
  }
}

/** Rules were accepted rather than answered; what follows on an answer is changed with it, or by Back. */
function changeable(steps: readonly Step[], language: Language): APISelectMenuOption[] {
  const say = onboardingWords(language)
  return steps.flatMap((step): APISelectMenuOption[] => {
    if (step.kind === 'question') return [{ label: cut(step.question.question, LONGEST_OPTION), value: step.key }]
    if (step.kind === 'personalization' || step.kind === 'language') return [{ label: say(step.kind), value: step.key }]
    return []
  })
}

/** The form in which the answer to this step is written, filled with what was written before. */
export function writingForm(scene: Scene, language: Language): APIModalInteractionResponseCallbackData {
  const say = onboardingWords(language)
  const { step, revision } = scene
  const isEmail = writtenKind(step) === 'email'
  const [most, label] =
    step.kind === 'other_language'
      ? [LONGEST_LANGUAGE, say('form_language')]
      : isEmail
        ? [LONGEST_EMAIL, say('form_email')]
        : [LONGEST_ANSWER, say('form_label')]
  const before = writtenBefore(scene)
  const asked = questionIn(step)
  return {
    custom_id: customId('onboarding', 'written', pressText(step, revision)),
    title: cut(asked ?? say('form_title'), LONGEST_FORM_TITLE),
    components: [
      {
        type: ComponentType.Label,
        label,
        ...(asked && { description: cut(asked, LONGEST_DESCRIPTION) }),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'answer',
          style: most === LONGEST_ANSWER ? TextInputStyle.Paragraph : TextInputStyle.Short,
          required: true,
          max_length: most,
          ...(before && { value: cut(before, most) }),
        },
      },
    ],
  }
}

function questionIn(step: Step): string | null {
  if (step.kind === 'followup') return step.followUp.question
  return step.kind === 'question' ? step.question.question : null
}

function writtenBefore({ step, progress }: Scene): string | null {
  const { draft } = progress
  if (draft?.step === step.key) return draft.text
  if (step.kind === 'followup') return followUpTo(step, progress)?.answer ?? null
  if (step.kind === 'other_language') return progress.otherLanguage
  const answer = step.kind === 'question' ? answerTo(progress, step.question.id)?.answer : null
  return typeof answer === 'string' ? answer : null
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
