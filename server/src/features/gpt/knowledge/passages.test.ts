import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Refusal } from '../../../kernel/refusal.ts'
import { LONGEST_PASSAGE, passagesIn } from './passages.ts'
import { cutDocument, MOST_BYTES, nameOf } from './rules.ts'

describe('a document', () => {
  test('is cut at its headings, each passage named by those above it', () => {
    const markdown =
      'Welcome.\n\n# Rules #\nBe kind.\n## Voice\n\nNo shouting.\n\n### Never\n# Raids\n```\n# no heading\n```\n<!-- secret -->'
    assert.deepEqual(passagesIn('Handbook.md', markdown), [
      { title: 'Handbook', text: 'Welcome.' },
      { title: 'Handbook › Rules', text: 'Be kind.' },
      { title: 'Handbook › Rules › Voice', text: 'No shouting.' },
      { title: 'Handbook › Raids', text: '```\n# no heading\n```' },
    ])
  })

  test('is cut at paragraphs, else lines, else anywhere, with nothing lost', () => {
    const paragraph = `${'word '.repeat(150)}end.`
    const endless = '🦊'.repeat(2_000)
    const lines = Array.from({ length: 80 }, (_, at) => `- item ${at} of a list that is long`).join('\n')
    const markdown = [paragraph, paragraph, paragraph, endless, lines].join('\n\n')
    const pieces = passagesIn('Long', markdown).map(({ text }) => text)
    assert.ok(pieces.every((piece) => piece.length <= LONGEST_PASSAGE && piece.isWellFormed()))
    const plain = (text: string) => text.replaceAll(/\s/g, '')
    assert.equal(plain(pieces.join('')), plain(markdown))
    assert.ok(pieces[0]?.startsWith(`${paragraph}`))
  })

  test('is refused where it is too long, says nothing or has too many sections', () => {
    const codeOf = (markdown: string) => {
      try {
        return cutDocument('x', markdown).passages.length
      } catch (error) {
        return error instanceof Refusal ? error.code : error
      }
    }
    assert.equal(codeOf('é'.repeat(MOST_BYTES / 2 + 1)), 'gpt.document_size')
    assert.equal(codeOf('# Only\n\n## Headings\n'), 'gpt.document_empty')
    assert.equal(codeOf('# a\nb\n'.repeat(1_001)), 'gpt.document_sections')
    assert.equal(codeOf('# a\nb\n'.repeat(1_000)), 1_000)
  })

  test('has a name that can be read', () => {
    assert.equal(nameOf('  House   rules '), 'House rules')
    for (const name of [' ', 'a\u202Eb', 'a\u0000']) assert.throws(() => nameOf(name), Refusal)
  })
})
