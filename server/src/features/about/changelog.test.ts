import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { notesOf, shortened } from './changelog.ts'

const FILE = `# Changelog

For operators.

## Unreleased

- Soon

## [2.4.1] (2027-02-01)

- Newest

### Fixed

- A bug

## v2.4.0 - 2027-01-01

- Old
## 2.3.0
- Older`

describe('a changelog', () => {
  test('gives the section of a version, however its heading is written', () => {
    assert.deepEqual(notesOf(FILE, '2.4.1'), { of: 'version', text: '- Newest\n\n### Fixed\n\n- A bug' })
    assert.deepEqual(notesOf(FILE, '2.4.0'), { of: 'version', text: '- Old' })
    assert.deepEqual(notesOf(FILE, '2.3.0'), { of: 'version', text: '- Older' })
  })

  test('gives what is not released yet for a version that it does not name', () => {
    for (const version of ['2.4', '2.4.10', '4.0', '.*'])
      assert.deepEqual(notesOf(FILE, version), { of: 'unreleased', text: '- Soon' }, version)
  })

  test('gives nothing where there is neither', () => {
    assert.equal(notesOf('# Changelog\n\n## 2.3.0\n- Older', '2.4.0'), null)
    assert.equal(notesOf('## 2.4.0\n\n## Unreleased\n', '2.4.0'), null)
  })

  test('is shortened to whole lines', () => {
    assert.equal(shortened('- one\n- two\n- three', 15), '- one\n- two\n…')
    assert.equal(shortened('- one\n- two', 11), '- one\n- two')
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 3, max: 40 }), (text, most) => {
        assert.ok(shortened(text, most).length <= most)
      }),
    )
  })
})
