/**
 * How well announcements are read: precision and recall over the labelled samples with every miss, the same for what was
 * labelled after the parser was finished, for other thresholds, and for chrono-node alone. The claims are 0.98 and 0.95.
 */
import { ACT_FROM } from '../server/src/features/embedwatcher/parse.ts'
import { chronoScore } from '../server/src/features/embedwatcher/samples/chrono-score.ts'
import { HOLDOUT } from '../server/src/features/embedwatcher/samples/holdout.ts'
import { LABELLED } from '../server/src/features/embedwatcher/samples/labelled.ts'
import { type Sample, samplesOf } from '../server/src/features/embedwatcher/samples/row.ts'
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

const labelled = samplesOf(LABELLED)
const scored = print('Labelled samples', labelled)
print('Written afterwards', samplesOf(HOLDOUT))
for (const threshold of [0.5, 0.6, 0.8, 0.9]) console.log(`From ${threshold}: ${figures(score(labelled, threshold))}`)
console.log(`From ${ACT_FROM}, as proposed: ${figures(scored)}`)
console.log(`chrono-node alone: ${figures(chronoScore(labelled))}`)
if (scored.precision < CLAIMED.precision || scored.recall < CLAIMED.recall) {
  console.error('Below what is claimed')
  process.exitCode = 1
}
