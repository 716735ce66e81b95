import { defineSetting } from '../../platform/settings/define.ts'

export const gptSettings = {
  enabled: defineSetting({
    scope: 'gpt',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: { en: 'Language model', nl: 'Taalmodel' },
    help: {
      en: 'Off: nothing of this server is sent to the language model.',
      nl: 'Uit: er gaat niets van deze server naar het taalmodel.',
    },
  }),
  model: defineSetting({
    scope: 'gpt',
    key: 'model',
    type: 'string',
    default: 'grok-3',
    minLength: 1,
    maxLength: 100,
    label: { en: 'Model', nl: 'Model' },
    help: {
      en: 'The name by which the provider knows the model that answers.',
      nl: 'De naam waaronder de aanbieder het model kent dat antwoordt.',
    },
  }),
  temperature: defineSetting({
    scope: 'gpt',
    key: 'temperature',
    type: 'number',
    default: 0.7,
    min: 0,
    max: 2,
    label: { en: 'Temperature', nl: 'Temperatuur' },
    help: {
      en: 'How freely the model writes: 0 always the likeliest word, 2 the wildest.',
      nl: 'Hoe vrij het model schrijft: bij 0 altijd het waarschijnlijkste woord, bij 2 het wildst.',
    },
  }),
}
