import { defineSetting } from '../../platform/settings/define.ts'

/** The scope bears the name that it had in version 2.4. */
export const tipSettings = {
  enabled: defineSetting({
    scope: 'fyi',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: { en: 'Tips', nl: 'Tips' },
    help: {
      en: 'Whether the log channel is given a tip when something is done for the first time, at most one a day.',
      nl: 'Of het logkanaal een tip krijgt als iets voor het eerst gebeurt, hooguit één per dag.',
    },
  }),
}
