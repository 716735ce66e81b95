/**
 * How well announcements are read: precision and recall over the labelled samples, the misses, and the samples that were
 * written after the parser was finished. The claims are 0.98 and 0.95.
 */
import { APPENDIX } from '../server/src/features/embedwatcher/samples/appendix.ts'
import { DUTCH } from '../server/src/features/embedwatcher/samples/dutch.ts'
import { ENGLISH } from '../server/src/features/embedwatcher/samples/english.ts'
import { FURTHER } from '../server/src/features/embedwatcher/samples/further.ts'
import { NONE } from '../server/src/features/embedwatcher/samples/none.ts'
import { samplesOf } from '../server/src/features/embedwatcher/samples/row.ts'
import { score } from '../server/src/features/embedwatcher/samples/score.ts'

function print(name: string, rows: string): void {
  const { samples, events, right, answers, precision, recall, misses } = score(samplesOf(rows))
  console.log(
    `${name}: ${samples} samples, ${events} events; acted on ${answers}, ${right} rightly; ` +
      `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  )
  for (const { sample, got, parsed } of misses) {
    const why = parsed.kind === 'event' ? parsed.confidence : parsed.reasons.map(({ code, text }) => `${code} ${text}`)
    console.log(`  ${sample.row.trim()}\n    read as ${got} (${why})`)
  }
}

print('Labelled samples', [APPENDIX, ENGLISH, DUTCH, NONE, FURTHER].join('\n'))
