import { contentOf, type Step } from './course.ts'

/** What a button or form of the flow carries: the step as it was shown, never an answer. */
export interface Press {
  readonly step: string
  readonly revision: number
  readonly content: string
}

export function pressText(step: Step, revision: number): string {
  return `${step.key}.${revision}.${contentOf(step)}`
}

/** Of whatever a custom id has; what is not ours fits no step. */
export function parsePress(text: string): Press {
  const [step = '', revision = '', content = ''] = text.split('.')
  return { step, revision: Number(revision), content }
}

/** `current`: it is what was shown. `changed`: it is, but an admin has worded it anew. `old`: the member is elsewhere. */
export function freshness(press: Press, step: Step, revision: number): 'current' | 'changed' | 'old' {
  if (press.step !== step.key || press.revision !== revision) return 'old'
  return press.content === contentOf(step) ? 'current' : 'changed'
}
