import { instantOfId } from '../../kernel/ids.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'
import { ModelFailure } from '../../platform/language-model/failure.ts'
import type { WatcherNeeds } from './making.ts'
import { INSTRUCTIONS, MODEL_CONFIDENCE, withAnswer } from './model-answer.ts'
import { announcementOf, isSameButForText, type Reading, unaided, verdictOf } from './reading.ts'
import type { Setup } from './setup.ts'

type Needs = Pick<WatcherNeeds, 'model' | 'clock'>

const MOST_SHOWN = 4000
/** Models that think before they answer count that as well. */
const MOST_TOKENS = 2000

/** Whether the language model is asked about a reading; `off` where the guild does not want it. */
export async function modelUse(
  { model }: Pick<Needs, 'model'>,
  { guildId, asksModel, thresholdPercent }: Setup,
  reading: Reading,
): Promise<'ready' | 'unneeded' | 'off' | 'not_configured'> {
  const isUnclear = verdictOf(reading, thresholdPercent) === 'ask' && reading.confidence < MODEL_CONFIDENCE
  if (!isUnclear) return 'unneeded'
  return asksModel ? model.readiness(guildId) : 'off'
}

/**
 * The reading with the model's suggestion, or with why there is none; as it was where the model is not asked. It takes
 * as long as the model may, so it must not be called within a transaction.
 */
export async function askedModel(
  needs: Needs,
  setup: Setup,
  message: ChannelMessage,
  reading: Reading,
  plainText = setup.plainText,
): Promise<Reading> {
  if ((await modelUse(needs, setup, reading)) !== 'ready') return reading
  const announcement = shownOf(message, plainText)
  const { guildId, timeZone } = setup
  const written = instantOfId(message.id).toZonedDateTimeISO(timeZone)
  const data = {
    announcement,
    written: `${written.toLocaleString('en', { weekday: 'long' })} ${written.toPlainDateTime().toString({ smallestUnit: 'minute' })}`,
    time_zone: timeZone,
  }
  const question = { instructions: INSTRUCTIONS, data, mostTokens: MOST_TOKENS }
  return needs.model.ask(guildId, question).then(
    (answer) => withAnswer(reading, answer, { announcement, now: needs.clock.now(), timeZone }),
    (error: unknown) => {
      if (error instanceof ModelFailure) return { ...reading, model: { outcome: error.kind, before: null } }
      throw error
    },
  )
}

/** The same after an edit: what the model said stays as long as the announcement says the same of the event. */
export async function askedModelAgain(
  needs: Needs,
  setup: Setup,
  message: ChannelMessage,
  reading: Reading,
  before: Reading,
): Promise<Reading> {
  const { model } = before
  const isSettled = model?.outcome === 'suggested' || model?.outcome === 'none' || model?.outcome === 'unusable'
  if (!isSettled || !isSameButForText(unaided(before), reading)) return askedModel(needs, setup, message, reading)
  if (model.before === null) return { ...reading, model }
  const announcement = shownOf(message, setup.plainText)
  if (!before.evidence.every(({ text }) => announcement.includes(text)))
    return askedModel(needs, setup, message, reading)
  const { when, location, confidence, evidence, reasons } = before
  return { ...reading, when, location, confidence, evidence, reasons, model }
}

/** The announcement as the model is shown it. */
function shownOf(message: ChannelMessage, plainText: boolean): string {
  const { embeds, content } = announcementOf(message, plainText) ?? { embeds: [], content: '' }
  const texts = embeds.flatMap(({ title, description, fields, footer }) => [
    title,
    description,
    ...fields.map(({ name, value }) => `${name}: ${value}`),
    footer,
  ])
  return [...texts, content]
    .filter((text) => text?.trim())
    .join('\n')
    .slice(0, MOST_SHOWN)
    .toWellFormed()
}
