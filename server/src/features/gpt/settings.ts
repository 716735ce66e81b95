import { defineSetting } from '../../platform/settings/define.ts'

export const gptSettings = {
  enabled: defineSetting({
    scope: 'gpt',
    key: 'enabled',
    type: 'boolean',
    default: true,
    label: 'Language model',
    help: 'Off: nothing of this server is sent to the language model.',
  }),
  model: defineSetting({
    scope: 'gpt',
    key: 'model',
    type: 'string',
    default: 'grok-3',
    minLength: 1,
    maxLength: 100,
    label: 'Model',
    help: 'The name by which the provider knows the model that answers.',
  }),
  temperature: defineSetting({
    scope: 'gpt',
    key: 'temperature',
    type: 'number',
    default: 0.7,
    min: 0,
    max: 2,
    label: 'Temperature',
    help: 'How freely the model writes: 0 always the likeliest word, 2 the wildest.',
  }),
}
