import { DEMO } from '@alphapy/simulator'
import type { QuestionInput } from '../features/onboarding/contract.ts'
import { questionOf } from '../features/onboarding/question.ts'
import { ruleOf } from '../features/onboarding/rule.ts'
import { insertQuestion, insertRule } from '../features/onboarding/store.ts'
import { GuildId } from '../kernel/ids.ts'
import type { startApp } from './app.ts'
import { until } from './until.ts'

type App = Pick<Awaited<ReturnType<typeof startApp>>, 'simulator' | 'db' | 'clock'>

interface Crowd {
  readonly guilds: number
  readonly membersOfEach: number
  readonly rules: readonly string[]
  readonly questions: readonly QuestionInput[]
}

/** Guilds full of members who have not begun, each with the message that they begin at. */
export async function gatherCrowd(app: App, { guilds: count, membersOfEach, rules, questions }: Crowd) {
  const { simulator } = app
  const guilds = Array.from({ length: count }, (_, index) => {
    const members = Array.from(
      { length: membersOfEach },
      (_member, place) => simulator.createUser({ username: `member_${index}_${place}` }).id,
    )
    const { id } = simulator.createGuild({ name: `Guild ${index}`, owner: DEMO.people.demo_owner, members })
    const channel = [...simulator.state.channels.values()].find(({ guild_id }) => guild_id === id)?.id ?? ''
    return { id, channel, members }
  })
  for (const { id, channel } of guilds) {
    await furnish(app, GuildId.parse(id), rules, questions)
    const owner = simulator.person(DEMO.people.demo_owner)
    await until('the bot to know the guild', async () => {
      const said = await owner.slash('onboarding panel', { channel }, { guild: id })
      return said.content.startsWith('The Start button stands')
    })
  }
  return guilds.flatMap(({ id, channel, members }) => {
    // The bot also greets the guild.
    const isPanel = (message: object) => JSON.stringify(message).includes('"onboarding:start:')
    const panel = simulator.messages(channel).find(isPanel)
    if (!panel) throw new Error('no panel')
    return members.map((member) => ({ person: simulator.person(member), guild: id, panel }))
  })
}

async function furnish(
  { db, clock }: App,
  guildId: GuildId,
  rules: readonly string[],
  questions: readonly QuestionInput[],
): Promise<void> {
  const now = clock.now()
  await db.transaction().execute(async (tx) => {
    for (const [index, title] of rules.entries())
      await insertRule(tx, guildId, ruleOf({ title, description: `${title}, please.` }), index + 1, now)
    for (const [index, question] of questions.entries())
      await insertQuestion(tx, guildId, questionOf(question), index + 1, now)
  })
}
