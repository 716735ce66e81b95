import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalOf } from './loopback.ts'

const from = (remoteAddress: string | undefined, host: string | undefined, origin?: string) =>
  refusalOf({ remoteAddress, headers: { host, origin } })

test('programs on this machine are welcome under each of its names', () => {
  for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) {
    for (const host of ['127.0.0.1:8001', 'localhost', 'localhost:8001', '[::1]:8001']) {
      assert.equal(from(address, host), undefined, `${address} ${host}`)
    }
  }
})

test('other machines are turned away', () => {
  for (const address of ['192.168.1.5', '::ffff:10.0.0.1', '2001:db8::1', '128.0.0.1', undefined]) {
    assert.match(from(address, 'localhost') ?? '', /this machine/)
  }
})

test('a page whose name points here is turned away', () => {
  for (const host of [
    'evil.example',
    'localhost.evil.example:8001',
    '127.0.0.1.evil.example',
    '127.0.0.1@evil.example',
    '',
    undefined,
  ]) {
    assert.match(from('127.0.0.1', host) ?? '', /Host/, String(host))
  }
})

test('a page of another origin is turned away, one of this machine is not', () => {
  assert.match(from('127.0.0.1', 'localhost', 'https://evil.example') ?? '', /origin/)
  assert.match(from('127.0.0.1', 'localhost', 'null') ?? '', /origin/)
  assert.equal(from('127.0.0.1', 'localhost', 'http://localhost:5173'), undefined)
})
