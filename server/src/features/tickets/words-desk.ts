import { defineWords } from '../../platform/words/words.ts'

export const deskWords = defineWords(
  {
    not_found: 'This server has no such ticket.',
  },
  {
    not_found: 'Deze server heeft zo’n ticket niet.',
  },
)
