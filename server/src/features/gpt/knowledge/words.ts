import { defineWords } from '../../../platform/words/words.ts'

export const knowledgeWords = defineWords(
  {
    size: 'markdown must have at most {{most}} bytes',
    empty: 'markdown must have text, and not only headings',
    sections: 'markdown must have at most {{most}} sections; cut it into several documents',
    name: 'name must have 1 to {{most}} characters that can be seen',
    too_many: 'a server can have at most {{most}} documents',
    replaced: 'version must be that of today, which is {{version}}',
    no_such: 'this server has uploaded no such document',
  },
  {
    size: 'markdown mag hoogstens {{most}} bytes hebben',
    empty: 'markdown moet tekst hebben, en niet alleen koppen',
    sections: 'markdown mag hoogstens {{most}} delen hebben; verdeel het over meer documenten',
    name: 'name moet 1 tot {{most}} zichtbare tekens hebben',
    too_many: 'een server kan hoogstens {{most}} documenten hebben',
    replaced: 'version moet die van nu zijn, en dat is {{version}}',
    no_such: 'deze server heeft zo geen document geüpload',
  },
)
