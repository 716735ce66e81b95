import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseConfig, secretsOf } from '../config/config.ts'
import { createLogger } from './logger.ts'

const config = parseConfig({
  BOT_TOKEN: 'MTEw.bot.token-with-"quotes"',
  API_KEY: 'the-api-key',
  DATABASE_URL: 'postgresql://alphapy:pass%40word@db.example/alphapy',
})

function logging(pretty = false) {
  const lines: string[] = []
  const destination = { write: (line: string) => void lines.push(line) }
  return { lines, logger: createLogger({ level: 'trace', secrets: secretsOf(config), pretty, destination }) }
}

const LEAKS = /MTEw\.bot|the-api-key|pass%40word|hunter2|pass@word/

describe('log', () => {
  for (const pretty of [false, true]) {
    test(`no secret passes through it ${pretty ? 'for people' : 'as JSON'}`, () => {
      const { lines, logger } = logging(pretty)
      const connection = new Error(`connect to ${config.database.url?.reveal()} failed`, {
        cause: new Error('postgresql://other:hunter2@db/x refused'),
      })
      logger.error({ err: Object.assign(connection, { client: { password: 'hunter2' } }) }, 'database')
      logger.info({ config }, 'config')
      logger.info({
        req: { headers: { authorization: 'Bearer hunter2hunter2', 'x-api-key': 'hunter2', cookie: 'a=hunter2' } },
      })
      logger.info({
        res: { 'set-cookie': ['a=hunter2', 'b=hunter2'] },
        nested: [{ deep: { access_token: 'hunter2' } }],
      })
      logger.info(`token ${config.discord.token?.reveal()} and key ${config.http.apiKey?.reveal()}`)
      logger.info({ text: config.discord.token?.reveal() }, 'Authorization: Bot hunter2.hunter2.hunter2')
      assert.equal(lines.length >= 6, true)
      assert.doesNotMatch(lines.join(''), LEAKS)
      assert.match(lines.join(''), /\[secret\]/)
    })
  }

  test('what is no secret stays readable', () => {
    const { lines, logger } = logging()
    logger.info(
      { url: 'https://discord.com/api/v10/channels/1?a=b@c', tokens: 3 },
      'Bot reconnected, asked ops@example.com',
    )
    assert.match(lines[0] ?? '', /https:\/\/discord\.com\/api\/v10\/channels\/1\?a=b@c/)
    assert.match(lines[0] ?? '', /"tokens":3/)
    assert.match(lines[0] ?? '', /Bot reconnected, asked ops@example\.com/)
  })

  test('an error is logged with its stack', () => {
    const { lines, logger } = logging()
    logger.error({ err: new RangeError('too far') }, 'it broke')
    const line = JSON.parse(lines[0] ?? '')
    assert.equal(line.err.type, 'RangeError')
    assert.match(line.err.stack, /logger\.test\.ts/)
  })
})
