import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { inspect } from 'node:util'
import { ConfigError, loadConfig, parseConfig, secretsOf } from './config.ts'
import { ENV_EXAMPLE, envExample } from './env-example.ts'

function problemsOf(variables: Record<string, string>): string {
  try {
    parseConfig(variables)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'no problem'
}

describe('configuration', () => {
  test('an empty environment is the demo on loopback with every role', () => {
    const config = parseConfig({})
    assert.equal(config.demo, true)
    assert.deepEqual([...config.roles], ['api', 'gateway', 'worker'])
    assert.deepEqual([config.http.host, config.http.port, config.simulator.port], ['127.0.0.1', 8000, 8001])
    assert.equal(config.serviceName, 'alphapy')
    assert.equal(config.database.url, undefined)
    assert.equal(config.http.apiKey, undefined)
  })

  test('empty variables count as unset', () => {
    const config = parseConfig({ PORT: '', HOST: '  ', BOT_TOKEN: '', SUPABASE_URL: '', MAIN_GUILD_ID: '0' })
    assert.equal(config.http.port, 8000)
    assert.equal(config.demo, true)
    assert.equal(config.discord.mainGuildId, undefined)
  })

  test('values arrive typed (R-48)', () => {
    const config = parseConfig({
      BOT_TOKEN: 'a.bot.token',
      ROLES: 'worker, api',
      PORT: '9000',
      OWNER_IDS: '1100000000000000101,1100000000000000102',
      SHARD_COUNT: '4',
      SHARD_IDS: '0,3',
      MAIN_GUILD_ID: '1100000000000000001',
    })
    assert.deepEqual([...config.roles], ['worker', 'api'])
    assert.equal(config.http.port, 9000)
    assert.deepEqual(config.discord.ownerIds, ['1100000000000000101', '1100000000000000102'])
    assert.deepEqual(config.discord.shardIds, [0, 3])
    assert.equal(config.discord.mainGuildId, '1100000000000000001')
    assert.equal(config.discord.token?.reveal(), 'a.bot.token')
  })

  test('all problems are told together, with the rule and what was given', () => {
    const problems = problemsOf({
      PORT: '70000',
      ROLES: 'api,cook',
      LOG_LEVEL: 'loud',
      ALLOWED_ORIGINS: 'example.com',
      OWNER_IDS: '12x',
    })
    assert.match(problems, /^- PORT must be a whole number from 0 to 65535, but is "70000"\.$/m)
    assert.match(
      problems,
      /^- ROLES must be a comma-separated list of "api", "gateway", "worker", but is "api,cook"\.$/m,
    )
    assert.match(problems, /^- LOG_LEVEL must be one of .*"silent", but is "loud"\.$/m)
    assert.match(problems, /^- ALLOWED_ORIGINS must be .*but is "example\.com"\.$/m)
    assert.match(problems, /^- OWNER_IDS must be .*but is "12x"\.$/m)
  })

  test('a refused secret is not shown', () => {
    const problems = problemsOf({ DATABASE_URL: 'mysql://root:hunter2@host/db' })
    assert.match(problems, /DATABASE_URL must be an address such as postgresql:.*but is \[secret\]/)
    assert.doesNotMatch(problems, /hunter2/)
  })

  test('half a configuration is refused', () => {
    assert.match(problemsOf({ SUPABASE_URL: 'https://x.supabase.co' }), /SUPABASE_JWT_SECRET or SUPABASE_JWKS_URL/)
    const own = { LLM_BASE_URL: 'http://127.0.0.1:11434/v1' }
    assert.match(
      problemsOf({ ...own, LLM_FALLBACK_MODEL: 'llama3' }),
      /set LLM_FALLBACK_PROVIDER or LLM_FALLBACK_BASE_URL/,
    )
    assert.match(
      problemsOf({ LLM_FALLBACK_PROVIDER: 'grok', GROK_API_KEY: 'key', LLM_PROVIDER: 'openai' }),
      /first one/,
    )
    assert.match(problemsOf({ ...own, LLM_FALLBACK_PROVIDER: 'openai' }), /without its key: set OPENAI_API_KEY or/)
    assert.match(problemsOf({ ...own, LLM_FALLBACK_BASE_URL: 'http://127.0.0.1:1/v1' }), /set LLM_FALLBACK_MODEL too/)
    assert.match(problemsOf({ ...own, LLM_PRICE_INPUT: '0.5' }), /set both/)
    assert.equal(parseConfig({ ...own, LLM_PRICE_INPUT: '0.5', LLM_PRICE_OUTPUT: '2' }).languageModel.priceInput, 0.5)
    assert.match(problemsOf({ HOST: '0.0.0.0' }), /HOST is "0\.0\.0\.0".*set BOT_TOKEN/)
    assert.match(problemsOf({ DISCORD_API_URL: 'http://127.0.0.1:1/api' }), /DISCORD_API_URL is set without BOT_TOKEN/)
    assert.match(problemsOf({ SHARD_IDS: '1' }), /SHARD_IDS is set without SHARD_COUNT/)
    assert.match(problemsOf({ SHARD_IDS: '4', SHARD_COUNT: '4' }), /SHARD_IDS must be smaller than SHARD_COUNT/)
    assert.match(problemsOf({ SUPABASE_JWT_SECRET: 's' }), /without the issuer of the tokens/)
    assert.match(problemsOf({ SUPABASE_JWKS_URL: 'https://x.example/jwks' }), /without the issuer of the tokens/)
    const withoutProfiles = { BOT_TOKEN: 'x', SUPABASE_URL: 'https://x.supabase.co', SUPABASE_JWT_SECRET: 's' }
    assert.match(problemsOf(withoutProfiles), /set SUPABASE_SERVICE_ROLE_KEY, or DISCORD_CLIENT_ID/)
    assert.equal(problemsOf({ ...withoutProfiles, SUPABASE_SERVICE_ROLE_KEY: 'k' }), 'no problem')
    const withSignIn = { ...withoutProfiles, DISCORD_CLIENT_ID: '1', DISCORD_CLIENT_SECRET: 's' }
    assert.equal(problemsOf(withSignIn), 'no problem')
    assert.equal(problemsOf({ SUPABASE_ISSUER: 'https://x.example', SUPABASE_JWT_SECRET: 's' }), 'no problem')
    assert.equal(problemsOf({ HOST: '0.0.0.0', BOT_TOKEN: 'x' }), 'no problem')
    assert.equal(problemsOf({ SUPABASE_URL: 'https://x.supabase.co', SUPABASE_JWT_SECRET: 's' }), 'no problem')
  })

  test('NODE_ENV decides nothing', () => {
    assert.deepEqual(parseConfig({ NODE_ENV: 'production' }), parseConfig({ NODE_ENV: 'test' }))
  })

  test('secrets show as [secret] in logs, JSON and templates', () => {
    const config = parseConfig({
      BOT_TOKEN: 'a.bot.token',
      API_KEY: 'key-of-the-api',
      DATABASE_URL: 'postgresql://me:pw@db/x',
    })
    for (const text of [inspect(config, { depth: 9 }), JSON.stringify(config), `${config.discord.token}`]) {
      assert.doesNotMatch(text, /a\.bot\.token|key-of-the-api|me:pw/)
      assert.match(text, /\[secret\]/)
    }
    assert.equal(secretsOf(config).length, 3)
  })

  test('the environment wins over the file, an empty variable does not', () => {
    const config = parseConfig({ PORT: '9001', SERVICE_NAME: '' }, { PORT: '9002', SERVICE_NAME: 'from-file' })
    assert.equal(config.http.port, 9001)
    assert.equal(config.serviceName, 'from-file')
  })

  test('the file .env of the working directory is read', async (t) => {
    const before = process.cwd()
    const directory = await mkdtemp(join(tmpdir(), 'alphapy-config-'))
    t.after(async () => {
      process.chdir(before)
      await rm(directory, { recursive: true })
    })
    await writeFile(join(directory, '.env'), '# a comment\nSERVICE_NAME="from the file"\n')
    process.chdir(directory)
    assert.equal(loadConfig().serviceName, 'from the file')
  })

  test('names of the file that are no variables are kept, to be told; those of the environment are others’', () => {
    assert.deepEqual(parseConfig({ PROT: '1' }, { BOT_TOKE: 'x', PORT: '9000' }).unknownInFile, ['BOT_TOKE'])
  })

  test('.env.example is what the schema says', async () => {
    assert.equal(await readFile(ENV_EXAMPLE, 'utf8'), envExample(), 'run server/src/platform/config/env-example.ts')
  })
})
