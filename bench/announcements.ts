/**
 * How well announcements are read: precision and recall over the labelled samples with every miss, the same for what was
 * labelled after the parser was finished, for other thresholds, and for chrono-node alone. The claims are 0.98 and 0.95.
 */
import * as en from 'chrono-node/en'
import * as nl from 'chrono-node/nl'
import { ACT_FROM } from '../server/src/features/embedwatcher/parse.ts'
import { HOLDOUT } from '../server/src/features/embedwatcher/samples/holdout.ts'
import { LABELLED } from '../server/src/features/embedwatcher/samples/labelled.ts'
import { SAMPLES_NOW, SAMPLES_ZONE, type Sample, samplesOf } from '../server/src/features/embedwatcher/samples/row.ts'
import { type Score, score } from '../server/src/features/embedwatcher/samples/score.ts'

const CLAIMED = { precision: 0.98, recall: 0.95 }

const figures = ({ precision, recall }: Pick<Score, 'precision' | 'recall'>) =>
  `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`

function print(name: string, samples: readonly Sample[]): Score {
  const scored = score(samples)
  const { events, right, answers, misses } = scored
  console.log(
    `${name}: ${samples.length} samples, ${events} events; acted on ${answers}, ${right} rightly; ${figures(scored)}`,
  )
  for (const { sample, got, parsed } of misses) {
    const why = parsed.kind === 'event' ? parsed.confidence : parsed.reasons.map(({ code, text }) => `${code} ${text}`)
    console.log(`  ${sample.row.trim()}\n    read as ${got} (${why})`)
  }
  return scored
}

/** The first date with a clock that chrono is certain of, in either language; one-offs without a place are compared. */
function byChrono(samples: readonly Sample[]): Pick<Score, 'precision' | 'recall'> {
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
  return { precision: right / answers, recall: right / samples.filter(({ expected }) => expected !== 'none').length }
}

const labelled = samplesOf(LABELLED)
const scored = print('Labelled samples', labelled)
print('Written afterwards', samplesOf(HOLDOUT))
for (const threshold of [0.5, 0.6, 0.8, 0.9]) console.log(`From ${threshold}: ${figures(score(labelled, threshold))}`)
console.log(`From ${ACT_FROM}, as proposed: ${figures(scored)}`)
console.log(`chrono-node alone: ${figures(byChrono(labelled))}`)
if (scored.precision < CLAIMED.precision || scored.recall < CLAIMED.recall) {
  console.error('Below what is claimed')
  process.exitCode = 1
}
