/**
 * How well announcements are read: precision and recall over the labelled samples that the parser was tuned on, with every
 * miss, for other thresholds, and for chrono-node alone; and over those held out, whose misses are not shown, so that
 * nobody learns from them. The claims are 0.98 and 0.95 of both.
 */
import { ACT_FROM } from '../server/src/features/embedwatcher/parse.ts'
import { chronoScore } from '../server/src/features/embedwatcher/samples/chrono-score.ts'
import { HELD_OUT } from '../server/src/features/embedwatcher/samples/held-out.ts'
import { LABELLED } from '../server/src/features/embedwatcher/samples/labelled.ts'
import { samplesOf } from '../server/src/features/embedwatcher/samples/row.ts'
import { type Score, score } from '../server/src/features/embedwatcher/samples/score.ts'

const CLAIMED = { precision: 0.98, recall: 0.95 }

const figures = ({ precision, recall }: Pick<Score, 'precision' | 'recall'>) =>
  `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`

function print(name: string, { samples, events, answers, right, ...scored }: Score): void {
  console.log(
    `${name}: ${samples} samples, ${events} events; acted on ${answers}, ${right} rightly; ${figures(scored)}`,
  )
}

function printMisses({ misses }: Score): void {
  for (const { sample, got, parsed } of misses) {
    const why = parsed.kind === 'event' ? parsed.confidence : parsed.reasons.map(({ code, text }) => `${code} ${text}`)
    console.log(`  ${sample.row.trim()}\n    read as ${got} (${why})`)
  }
}

const labelled = samplesOf(LABELLED)
const [tuned, heldOut] = [score(labelled), score(samplesOf(HELD_OUT))]
print('Tuned on', tuned)
printMisses(tuned)
print('Held out', heldOut)
for (const threshold of [0.5, 0.6, 0.8, 0.9]) console.log(`From ${threshold}: ${figures(score(labelled, threshold))}`)
console.log(`From ${ACT_FROM}, as proposed: ${figures(tuned)}`)
console.log(`chrono-node alone: ${figures(chronoScore(labelled))}`)
for (const { precision, recall } of [tuned, heldOut]) {
  if (precision >= CLAIMED.precision && recall >= CLAIMED.recall) continue
  console.error('Below what is claimed')
  process.exitCode = 1
}
