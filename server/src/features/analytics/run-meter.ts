import type { CommandRun, ComponentFault } from '../../platform/discord/command-run.ts'
import type { Meters } from '../../platform/metrics/meters.ts'
import type { RunBatch } from './run-batch.ts'

/** Tells Prometheus of the commands of this process. Their names are those of commands we have, so they are few. */
export function runMeter(meters: Meters, batch: RunBatch): (run: CommandRun) => void {
  const ran = meters.durations({
    name: 'command_duration_seconds',
    help: 'Time from a command to its answer.',
    labels: ['command', 'outcome'],
  })
  meters.gauge(
    { name: 'command_runs_unwritten', help: 'Runs of commands that are not in the database yet.' },
    () => batch.size,
  )
  meters.gauge(
    { name: 'command_runs_lost', help: 'Runs of commands that were given up since the start.' },
    () => batch.lost,
  )
  return ({ command, durationMs, error }) => ran({ command, outcome: error?.kind ?? 'succeeded' }, durationMs / 1000)
}

/** They are no runs of commands; their names are those of handlers we have. */
export function componentFaultMeter(meters: Meters): (fault: ComponentFault) => void {
  const broke = meters.counter({
    name: 'component_faults_total',
    help: 'Buttons, selects and forms of this process that broke off.',
    labels: ['component'],
  })
  return ({ component }) => broke({ component })
}
