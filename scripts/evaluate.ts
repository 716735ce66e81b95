// `npm run evaluate`: asks the language model of the configuration the questions of the evaluation set, which costs what
// it costs. `npm run evaluate -- raid` asks those with one of these words. Fails where an answer is not as it should be.
import { faultsOf, PROMPTS } from '../server/src/features/gpt/evaluation/evaluate.ts'
import { modelAlone } from '../server/src/features/gpt/evaluation/model-alone.ts'
import { loadConfig } from '../server/src/platform/config/config.ts'
import { ModelFailure } from '../server/src/platform/language-model/failure.ts'

const words = process.argv.slice(2).map((word) => word.toLowerCase())
const chosen = PROMPTS.filter(
  ({ question }) => words.length === 0 || words.some((word) => question.toLowerCase().includes(word)),
)
const ask = modelAlone(loadConfig())
let failed = 0
for (const prompt of chosen) {
  const faults = await faultsOf(prompt, ask, 'real').catch((error: unknown) => {
    if (error instanceof ModelFailure) return [`no answer (${error.kind}): ${error.message}`]
    throw error
  })
  if (faults.length > 0) failed += 1
  console.log(`${faults.length === 0 ? '✔' : '✖'} ${prompt.question}`)
  for (const fault of faults) console.log(`    ${fault}`)
}
console.log(`\n${chosen.length - failed} of ${chosen.length} are as they should be`)
process.exitCode = failed === 0 && chosen.length > 0 ? 0 : 1
