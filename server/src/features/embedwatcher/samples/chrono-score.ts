import * as en from 'chrono-node/en'
import * as nl from 'chrono-node/nl'
import { SAMPLES_NOW, SAMPLES_ZONE, type Sample } from './row.ts'
import { isEvent, type Score } from './score.ts'

/** The first date with a clock that chrono is certain of, in either language; one-offs without a place are compared. */
export function chronoScore(samples: readonly Sample[]): Pick<Score, 'precision' | 'recall'> {
  const reference = { instant: new Date(SAMPLES_NOW.epochMilliseconds), timezone: 60 }
  let [answers, right] = [0, 0]
  for (const { announcement, expected } of samples) {
    const { embeds = [], content } = announcement
    const fields = embeds.flatMap((embed) => embed.fields ?? []).map(({ name, value }) => `${name}: ${value}`)
    const text = [...embeds.flatMap(({ title, description }) => [title, description]), ...fields, content].join('\n')
    const found = [en.GB, nl].flatMap((language) => language.parse(text, reference))
    const clear = found.find(
      ({ start }) => start.isCertain('hour') && (start.isCertain('day') || start.isCertain('weekday')),
    )
    if (!clear) continue
    answers += 1
    const at = Temporal.Instant.fromEpochMilliseconds(clear.date().getTime()).toZonedDateTimeISO(SAMPLES_ZONE)
    const said = `${at.toPlainDate()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
    if (expected.startsWith(said)) right += 1
  }
  return { precision: right / answers, recall: right / samples.filter(isEvent).length }
}
