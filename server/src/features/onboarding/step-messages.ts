import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { cut } from '../../platform/discord/text.ts'
import { answerTo, followUpTo, isDone } from './course.ts'
import { isOptional } from './flow.ts'
import { languageChosen } from './progress.ts'
import { controlsOf } from './step-controls.ts'
import { answerText, offeredLanguage, SUMMARY_ROOM, summaryLines, summaryText, typed } from './summary.ts'
import type { Scene, Shown } from './walk.ts'
import { onboardingWords } from './words.ts'

/** Long answers are shown as far as they fit beside a question; an embed has 6000 characters in all. */
const LONGEST_SHOWN = 1500
const LONGEST_TITLE = 256
const LONGEST_FOOTER = 300
const BLURPLE = 0x5865f2
const GREEN = 0x57f287

interface Reader {
  readonly language: Language
  /** The role that completing gives. */
  readonly roleId?: string | null
}

/** What a member sees of where they are. */
export function shownMessage(shown: Shown, { language, roleId }: Reader): OutgoingMessage {
  if (shown.kind === 'step') return sceneMessage(shown.scene, language)
  return shown.kind === 'completed' ? completedMessage(language, roleId ?? null) : notBegunMessage(language)
}

export function sceneMessage(scene: Scene, language: Language): OutgoingMessage {
  const say = onboardingWords(language)
  return {
    ...(scene.isReworded && { content: `⚠️ ${say('reworded')}` }),
    embeds: [{ color: BLURPLE, ...sceneEmbed(scene, language) }],
    components: controlsOf(scene, language),
    allowed_mentions: NO_MENTIONS,
  }
}

function sceneEmbed(scene: Scene, language: Language): APIEmbed {
  const say = onboardingWords(language)
  const { step } = scene
  const optional = isOptional(step) ? ` · ${say('optional')}` : ''
  switch (step.kind) {
    case 'rule': {
      const { title, description, thumbnailUrl, imageUrl } = step.rule
      return {
        title,
        description,
        ...(thumbnailUrl && { thumbnail: { url: thumbnailUrl } }),
        ...(imageUrl && { image: { url: imageUrl } }),
        footer: { text: say('rule_place', step) },
      }
    }
    case 'question':
      return embed(step.question.question, answerSaid(scene, language), say('question_place', step) + optional)
    case 'followup': {
      const place = say('followup_place', { option: step.option.label })
      return embed(step.followUp.question, answerSaid(scene, language), place + optional)
    }
    case 'personalization':
      return embed(say('personalization_title'), [say('personalization_text'), ...answerSaid(scene, language)])
    case 'language':
      return embed(say('language_title'), [say('language_text'), ...answerSaid(scene, language)])
    case 'other_language':
      return embed(say('other_title'), answerSaid(scene, language))
    case 'summary':
      return embed(say('summary_title'), summarySaid(scene, language))
  }
}

function embed(title: string, paragraphs: readonly string[], footer?: string): APIEmbed {
  return {
    title: cut(title, LONGEST_TITLE),
    ...(paragraphs.length > 0 && { description: paragraphs.join('\n\n') }),
    ...(footer && { footer: { text: cut(footer, LONGEST_FOOTER) } }),
  }
}

/** What is wrong with what was just written, or else what was answered before. */
function answerSaid({ step, progress }: Scene, language: Language): string[] {
  const say = onboardingWords(language)
  const { draft } = progress
  if (draft?.step === step.key)
    return [`⚠️ ${draft.problem === 'email' ? say('not_email', { text: typed(draft.text, 300) }) : say('blank')}`]
  if (!isDone(step, progress)) return []
  const answer = answerBefore({ step, progress }, language)
  return [say('your_answer', { answer: answer === null ? say('skipped') : typed(answer, LONGEST_SHOWN) })]
}

function answerBefore({ step, progress }: Pick<Scene, 'step' | 'progress'>, language: Language): string | null {
  const say = onboardingWords(language)
  switch (step.kind) {
    case 'question': {
      const given = answerTo(progress, step.question.id)
      return given ? answerText({ ...given, followUps: {} }) : null
    }
    case 'followup':
      return followUpTo(step, progress)?.answer ?? null
    case 'personalization':
      return progress.personalization && say(`personalization_${progress.personalization}`)
    case 'language':
      return progress.language && offeredLanguage(progress.language, language)
    case 'other_language':
      return progress.otherLanguage
    default:
      return null
  }
}

function summarySaid({ course, progress }: Scene, language: Language): string[] {
  const say = onboardingWords(language)
  const count = progress.accepted.length
  const order = course.questions.map(({ id }) => id)
  const lines =
    course.mode === 'rules_only' ? [] : summaryLines({ ...progress, spoken: languageChosen(progress) }, order, language)
  return [
    ...(count > 0 ? [say('summary_rules', { count })] : []),
    ...(lines.length > 0 ? [summaryText(lines, language, SUMMARY_ROOM)] : []),
    say('summary_text'),
  ]
}

function completedMessage(language: Language, roleId: string | null): OutgoingMessage {
  const say = onboardingWords(language)
  const paragraphs = [
    say('completed_text'),
    ...(roleId ? [say('completed_role', { role: `<@&${roleId}>` })] : []),
    say('completed_again'),
  ]
  return {
    embeds: [{ color: GREEN, ...embed(`🎉 ${say('completed_title')}`, paragraphs) }],
    allowed_mentions: NO_MENTIONS,
  }
}

function notBegunMessage(language: Language): OutgoingMessage {
  const say = onboardingWords(language)
  return { content: say('not_begun'), components: [startRow('again', say('start'))], allowed_mentions: NO_MENTIONS }
}

/** The button that begins: `start` on the panel answers with a message of its own, `again` changes the one it stands in. */
export function startRow(act: 'start' | 'again', label: string): APIActionRowComponent<APIComponentInMessageActionRow> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Success,
        label,
        custom_id: `onboarding:${act}:`,
        disabled: false,
      },
    ],
  }
}
