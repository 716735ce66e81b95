import { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../platform/discord/answers.ts'
import { defineCommandTree, defineSubcommand } from '../../../platform/discord/commands.ts'
import type { Platform } from '../../../platform/feature.ts'
import { type AtTheDesk, doerOf } from '../desk/at-the-desk.ts'
import type { isStaffOfAny } from '../statistics/staff.ts'
import { setDuty } from './duty-store.ts'
import type { Staying } from './staying.ts'
import { timeWords } from './words-time.ts'

/** `/ticket_autoclose exclude|include`, in the channel of a ticket, for its staff. */
export function autoCloseCommand(desk: AtTheDesk, staying: Staying) {
  const branch = (name: 'exclude' | 'include') =>
    defineSubcommand({
      name,
      description: timeWords.everywhere(`${name}_description`),
      options: {},
      answers: 'message',
      async handle(_given, invocation) {
        const doer = doerOf(invocation)
        const { ticket } = await desk.findIn(doer, invocation.channelId)
        await staying.exclude(doer, ticket.id, name === 'exclude')
        return say(timeWords(invocation.language)(`${name}d`))
      },
    })
  return defineCommandTree({
    name: 'ticket_autoclose',
    description: timeWords.everywhere('autoclose_description'),
    subcommands: [branch('exclude'), branch('include')],
  })
}

/** `/ticket_duty on|off`, for staff, of themselves. */
export function dutyCommand({ db, clock }: Pick<Platform, 'db' | 'clock'>, isStaff: ReturnType<typeof isStaffOfAny>) {
  const branch = (name: 'on' | 'off') =>
    defineSubcommand({
      name,
      description: timeWords.everywhere(`duty_${name}`),
      options: {},
      answers: 'message',
      async handle(_given, invocation) {
        const doer = doerOf(invocation)
        if (!(await isStaff(doer)))
          throw new Refusal('forbidden', 'tickets.staff_only', timeWords.everywhere('staff_only'))
        await db.transaction().execute((tx) => setDuty(tx, doer, name === 'on', clock.now()))
        return say(timeWords(invocation.language)(`is_${name}_duty`))
      },
    })
  return defineCommandTree({
    name: 'ticket_duty',
    description: timeWords.everywhere('duty_description'),
    subcommands: [branch('on'), branch('off')],
  })
}
