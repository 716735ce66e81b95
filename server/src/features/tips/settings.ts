import { defineSetting } from '../../platform/settings/define.ts'

/** The scope bears the name that it had in version 2.4. */
export const tipSettings = {
  enabled: defineSetting({
    scope: 'fyi',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: 'Tips',
    help: 'Whether the log channel is given a tip when something is done for the first time, at most one a day.',
  }),
}
