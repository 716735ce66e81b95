/**
 * 500 members in 20 guilds do the whole onboarding at once, each at the pace of somebody who reads what is there. Prints
 * how long they wait from a press until the answer has arrived, and by how much the memory grew; the claim is that all
 * complete, that p99 stays below 500 ms on 2 cores, and that nobody waits 3 s. Discord and the members are simulated in
 * the same process, so what they cost is part of what is measured.
 */
import { startApp } from '../server/src/testing/app.ts'
import { act, controlOf, type Script, titleOf } from '../server/src/testing/onboarding.ts'
import { gatherCrowd } from '../server/src/testing/onboarding-crowd.ts'
import { until } from '../server/src/testing/until.ts'

const [GUILDS, MEMBERS_OF_EACH] = [20, 25]
const [LEAST_READING_MS, MOST_READING_MS] = [2_000, 10_000]
const SCRIPT: Script = {
  Rule: ['accept'],
  'Which language': ['choose', 'en'],
  Which: ['choose', 'a'],
  What: ['write', 'me@example.com'],
  Who: ['write', 'A friend'],
  'May we': ['choose', 'full'],
  'Is this': ['confirm'],
}
const options = ['a', 'b'].map((value) => ({ label: value, value }))

await using app = await startApp({ simulator: { strict: false } })
const crowd = await gatherCrowd(app, {
  guilds: GUILDS,
  membersOfEach: MEMBERS_OF_EACH,
  rules: ['Rule 1', 'Rule 2', 'Rule 3'],
  questions: [
    { question: 'Which one?', question_type: 'select', options, followup: { a: { question: 'Who told you?' } } },
    { question: 'Which ones?', question_type: 'multiselect', options },
    { question: 'What is your address?', question_type: 'email' },
  ],
})
type Walker = (typeof crowd)[number]
type Seen = Awaited<ReturnType<Walker['person']['click']>>
const waits: number[] = []
let lateForms = 0
let unanswered = 0
const heapBefore = process.memoryUsage().heapUsed
const begunMs = performance.now()
await Promise.all(crowd.map(walk))
const tookMs = performance.now() - begunMs
const { completed } = await app.db
  .selectFrom('onboarding_responses')
  .select(({ fn }) => fn.countAll<string>().as('completed'))
  .executeTakeFirstOrThrow()
await until('all roles to be dealt with', async () => {
  return (await app.db.selectFrom('onboarding_role_tasks').select('user_id').limit(1).execute()).length === 0
})
waits.sort((a, b) => a - b)
const at = (share: number) => (waits[Math.ceil(waits.length * share) - 1] ?? Number.NaN).toFixed(0)
const grownMiB = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20
console.log(`${crowd.length} members in ${GUILDS} guilds: ${completed} completed in ${(tookMs / 1000).toFixed(1)} s`)
console.log(
  `  ${waits.length} presses: median ${at(0.5)} ms, p99 ${at(0.99)} ms (claimed: below 500), longest ${at(1)} ms; ${unanswered} unanswered (claimed: none), ${lateForms} forms asked for again`,
)
console.log(`  heap, with that of the simulated Discord: ${grownMiB.toFixed(0)} MiB more`)

async function walk({ person, panel }: Walker): Promise<void> {
  await pause(0, MOST_READING_MS)
  let seen = await timed(() => person.click(panel, controlOf(panel, 'start')))
  await seen.settled()
  while (seen.components.length > 0) {
    await pause(LEAST_READING_MS, MOST_READING_MS)
    const [, doing] = Object.entries(SCRIPT).find(([title]) => titleOf(seen).startsWith(title)) ?? []
    if (!doing) throw new Error(`nothing is to be done at ${titleOf(seen)}`)
    seen = await step(person, seen, doing)
    await seen.settled()
  }
}

/** A form that does not open in time is asked for again, as a person would. */
async function step(person: Walker['person'], on: Seen, doing: Script[string]): Promise<Seen> {
  if (doing[0] !== 'write') return timed(() => act(person, on, doing))
  let form = await timed(() => person.click(on, controlOf(on, 'write')))
  for (; !form.modal; form = await timed(() => person.click(on, controlOf(on, 'write')))) {
    if (form.embeds.length > 0) return form
    lateForms += 1
  }
  const opened = form
  return timed(() => person.submit(opened, { answer: doing[1] ?? '' }))
}

/** Whoever gets no answer presses again. */
async function timed<Value>(work: () => Promise<Value>): Promise<Value> {
  const startedMs = performance.now()
  try {
    const value = await work()
    waits.push(performance.now() - startedMs)
    return value
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'NoAnswer') throw error
    waits.push(performance.now() - startedMs)
    unanswered += 1
    return timed(work)
  }
}

function pause(leastMs: number, mostMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, leastMs + Math.random() * (mostMs - leastMs)))
}
