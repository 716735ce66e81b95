import assert from 'node:assert/strict'
import type { Simulator } from '@alphapy/simulator'
import { tokenAt } from './browser.ts'
import { sendJson } from './http.ts'
import { until } from './until.ts'

type Seen = Awaited<ReturnType<ReturnType<Simulator['person']>['click']>>
type Message = ReturnType<Simulator['messages']>[number]

interface Surroundings {
  readonly simulator: Simulator
  readonly apiUrl: string
}

interface GuildOfAdmin {
  readonly guild: string
  /** Whoever configures it. */
  readonly admin: string
  readonly rulesChannel: string
}

/** A guild whose admin configures the onboarding through the API. */
export async function onboardingGuild(
  { simulator, apiUrl }: Surroundings,
  { guild, admin, rulesChannel }: GuildOfAdmin,
) {
  const signIn = async () => ({ ...(await tokenAt(apiUrl, admin)), prefer: 'snowflakes=string' })
  let headers = await signIn()
  const ask = (method: string, path: string, body: unknown) =>
    sendJson(`${apiUrl}/api/dashboard/${path}`, method, body, headers)
  const send = async (method: string, path: string, body?: unknown) => {
    let answer = await ask(method, path, body)
    // A token is good for an hour of a clock that tests move.
    if (answer.status === 401) {
      headers = await signIn()
      answer = await ask(method, path, body)
    }
    assert.equal(answer.status, 200, `${method} ${path}: ${answer.text}`)
    return answer.json
  }
  const post = (path: string, body: unknown) => send('POST', `${guild}/onboarding/${path}`, body)
  const isPanel = ({ components }: Message) => JSON.stringify(components).includes('"onboarding:start:"')
  const panels = () => simulator.messages(rulesChannel).filter(isPanel)
  return {
    guild,
    rulesChannel,
    read: (path: string) => send('GET', `${guild}/onboarding/${path}`),
    set: (category: string, settings: object) => send('POST', `settings/${guild}`, { category, settings }),
    rule: async (title: string, more: object = {}): Promise<number> =>
      (await post('rules', { title, description: `${title}, please.`, ...more })).id,
    question: async (question: string, question_type: string, more: object = {}): Promise<number> =>
      (await post('questions', { question, question_type, ...more })).id,
    reorder: (body: object) => post('reorder', body),
    remove: (list: 'rules' | 'questions', id: number) => send('DELETE', `${guild}/onboarding/${list}/${id}`),
    panels,
    /** The one panel, once it stands. */
    async panel(): Promise<Message> {
      await until('a panel', () => panels().length > 0)
      const [panel, ...others] = panels()
      assert.deepEqual(others, [], 'more than one panel')
      return panel ?? assert.fail('no panel')
    },
  }
}

/** The custom id of the button or select with this act. */
export function controlOf({ components }: Pick<Seen, 'components'>, act: string): string {
  const [, id] = new RegExp(`"(onboarding:${act}:[^"]*)"`).exec(JSON.stringify(components)) ?? []
  return id ?? assert.fail(`nothing to ${act} in ${JSON.stringify(components)}`)
}

/** What is asked or said there. */
export function titleOf({ embeds }: Pick<Seen, 'embeds'>): string {
  return embeds[0]?.title ?? ''
}

type Person = ReturnType<Simulator['person']>

/** What somebody does at a step, by the beginning of its title. */
export type Script = Readonly<Record<string, readonly [act: string, ...given: string[]]>>

/** Does that at the step that is shown. @returns what is shown next. */
export async function act(person: Person, on: Seen, [what, ...given]: Script[string]): Promise<Seen> {
  if (what === 'choose' || what === 'change') return person.select(on, controlOf(on, what), given)
  if (what !== 'write') return person.click(on, controlOf(on, what))
  return person.submit(await person.click(on, controlOf(on, 'write')), { answer: given[0] ?? '' })
}

/** From what is shown to the end. @returns the titles on the way, and what is shown at last. */
export async function walkOn(
  person: Person,
  from: Seen,
  script: Script,
  between: () => Promise<void> = async () => undefined,
): Promise<{ readonly titles: readonly string[]; readonly last: Seen }> {
  const titles: string[] = []
  let seen = from
  while (seen.components.length > 0) {
    const title = titleOf(seen)
    titles.push(title)
    assert.ok(titles.length < 100, `no end: ${titles.join(', ')}`)
    const [, doing] = Object.entries(script).find(([beginning]) => title.startsWith(beginning)) ?? []
    await between()
    const on = seen
    seen = await act(person, on, doing ?? assert.fail(`nothing is to be done at "${title}"`))
  }
  return { titles, last: seen }
}
