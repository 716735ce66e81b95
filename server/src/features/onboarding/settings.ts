import { defineSetting } from '../../platform/settings/define.ts'

export const onboardingSettings = {
  enabled: defineSetting({
    scope: 'onboarding',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: { en: 'Onboarding', nl: 'Onboarding' },
    help: {
      en: 'Whether new members are led through rules and questions.',
      nl: 'Of nieuwe leden langs regels en vragen geleid worden.',
    },
  }),
  mode: defineSetting({
    scope: 'onboarding',
    key: 'mode',
    type: 'enum',
    choices: [
      { value: 'disabled', label: { en: 'Nothing', nl: 'Niets' } },
      { value: 'rules_only', label: { en: 'Rules', nl: 'Regels' } },
      { value: 'rules_with_questions', label: { en: 'Rules, then questions', nl: 'Regels, daarna vragen' } },
      { value: 'questions_only', label: { en: 'Questions', nl: 'Vragen' } },
    ],
    default: 'rules_with_questions',
    label: { en: 'Mode', nl: 'Modus' },
    help: { en: 'What a new member is led through.', nl: 'Waar een nieuw lid langs geleid wordt.' },
  }),
  completionRole: defineSetting({
    scope: 'onboarding',
    key: 'completion_role_id',
    type: 'role',
    isGiven: true,
    default: null,
    label: { en: 'Role on completion', nl: 'Rol na afloop' },
    help: { en: 'Given to a member who has come to the end.', nl: 'Krijgt een lid dat alles doorlopen heeft.' },
  }),
  joinRole: defineSetting({
    scope: 'onboarding',
    key: 'join_role_id',
    type: 'role',
    isGiven: true,
    default: null,
    label: { en: 'Role until completion', nl: 'Rol tot het einde' },
    help: {
      en: 'Given to whoever joins, and taken away on completion.',
      nl: 'Krijgt wie lid wordt, en verdwijnt als alles doorlopen is.',
    },
  }),
  panelText: defineSetting({
    scope: 'onboarding',
    key: 'panel_text',
    type: 'string',
    default: '',
    maxLength: 1500,
    label: { en: 'Text above the Start button', nl: 'Tekst boven de startknop' },
    help: {
      en: 'What the message with the Start button says; empty for the words of the bot.',
      nl: 'Wat het bericht met de startknop zegt; leeg voor de woorden van de bot.',
    },
  }),
}
