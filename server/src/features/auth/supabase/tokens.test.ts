import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { type Door, startDoor } from '../../../testing/supabase/door.ts'
import { encoded, publishedKey, secretKey, signed } from '../../../testing/supabase/signing-key.ts'

const USER = '1100000000000000101'

async function refused(door: Door, token: string, sentence: RegExp): Promise<void> {
  const answer = await door.valid(token)
  assert.equal(answer.status, 401, answer.text)
  assert.match(answer.json.detail, sentence)
  assert.equal(answer.headers.get('www-authenticate'), 'Bearer realm="alphapy", error="invalid_token"')
}

const without = (door: Door, claim: string) => door.project.token({ claims: { [claim]: undefined } })

describe('a token of Supabase', async () => {
  const door = await startDoor()
  after(() => door[Symbol.asyncDispose]())
  const { project } = door
  const now = () => Math.floor(door.clock.now().epochMilliseconds / 1000)
  const withClaims = (claims: Record<string, unknown>) => project.token({ claims })

  test('lets its subject in, however the project signs', async () => {
    for (const alg of ['RS256', 'ES256', 'EdDSA'] as const) {
      project.rotate(project.standby(alg))
      const subject = randomUUID()
      await door.clock.advance({ minutes: 1 })
      const answer = await door.valid(project.token({ subject }))
      assert.deepEqual([answer.status, answer.json], [200, { subject }], alg)
    }
    const subject = randomUUID()
    assert.deepEqual((await door.valid(project.secretToken({ subject }))).json, { subject })
  })

  test('is refused without a signature', async () => {
    const [, claims = ''] = project.token().split('.')
    for (const alg of ['none', 'None', 'NONE', '']) {
      const header = encoded(JSON.stringify({ alg, typ: 'JWT', kid: project.kids[0] }))
      await refused(door, `${header}.${claims}.`, /does not verify/)
      await refused(door, `${header}.${claims}.${encoded('x')}`, /does not verify/)
    }
  })

  test('is refused when the public key served as an HMAC secret', async () => {
    for (const alg of ['RS256', 'ES256', 'EdDSA'] as const) {
      const key = project.standby(alg)
      await door.clock.advance({ minutes: 1 })
      const { publicKey, kid, jwk } = key
      const secrets = [
        publicKey.export({ format: 'pem', type: 'spki' }).toString(),
        publicKey.export({ format: 'pem', type: 'spki' }).toString().trim(),
        publicKey.export({ format: 'der', type: 'spki' }).toString('latin1'),
        JSON.stringify(jwk),
      ]
      for (const secret of secrets)
        await refused(door, project.token({ key: secretKey(secret), header: { kid } }), /does not verify/)
    }
  })

  test('is refused when its header names another algorithm than the key has', async () => {
    const key = project.standby('ES256')
    await door.clock.advance({ minutes: 1 })
    for (const alg of ['RS256', 'EdDSA'])
      await refused(door, project.token({ key, header: { alg } }), /does not publish/)
    for (const alg of ['ES384', 'PS256', 'HS512', 'RS1', 7, null])
      await refused(door, project.token({ key, header: { alg } }), /does not verify/)
  })

  test('is refused when it brings its own key', async () => {
    const own = publishedKey('ES256')
    const [kid] = project.kids
    const headers = [
      { jwk: own.jwk, kid },
      { jku: 'http://127.0.0.1:1/jwks.json', kid },
      { x5u: 'http://127.0.0.1:1/', kid },
    ]
    for (const header of headers) await refused(door, project.token({ key: own, header }), /does not/)
  })

  test('is refused when it was changed after signing', async () => {
    const [header, , signature] = project.token().split('.')
    const [, others] = project.token().split('.')
    await refused(door, `${header}.${others}.${signature}`, /does not verify/)
    await refused(door, `${project.token().slice(0, -6)}AAAAAA`, /does not verify/)
    await refused(door, project.secretToken().replace(/.{6}$/, 'AAAAAA'), /does not verify/)
  })

  test('is refused when it is of another issuer, or meant for others', async () => {
    for (const iss of [`${project.issuer}/`, 'https://evil.example/auth/v1', project.url, '', [project.issuer], 7])
      await refused(door, withClaims({ iss }), /expected issuer/)
    for (const aud of ['anon', 'Authenticated', '', ['other'], [], { authenticated: true }, null])
      await refused(door, withClaims({ aud }), /expected audience/)
    assert.equal((await door.valid(withClaims({ aud: ['other', 'authenticated'] }))).status, 200)
  })

  test('is refused without a claim that says what it is', async () => {
    const claims = { iss: /issuer/, aud: /audience/, exp: /when it expires/, sub: /whose it is/, role: /role/ }
    for (const [claim, sentence] of Object.entries(claims)) await refused(door, without(door, claim), sentence)
  })

  test('is good until half a minute after it expires', async () => {
    assert.equal((await door.valid(withClaims({ exp: now() - 29 }))).status, 200)
    await refused(door, withClaims({ exp: now() - 30 }), /has expired/)
    await refused(door, withClaims({ exp: now() - 3600 }), /has expired/)
  })

  test('is good half a minute before it begins, and not sooner', async () => {
    for (const claim of ['nbf', 'iat']) {
      assert.equal((await door.valid(withClaims({ [claim]: now() + 30 }))).status, 200)
      await refused(door, withClaims({ [claim]: now() + 31 }), new RegExp(`not valid yet \\(${claim}\\)`))
    }
    assert.equal((await door.valid(without(door, 'iat'))).status, 200)
  })

  test('is refused when its times are none', async () => {
    for (const claim of ['exp', 'nbf', 'iat'])
      for (const time of ['soon', '9999999999', true, {}, [], null, 1e300, -1e300])
        await refused(door, withClaims({ [claim]: time }), new RegExp(`${claim} as seconds`))
  })

  test('is refused when it is not a person who signed in', async () => {
    for (const role of ['anon', 'service_role', 'supabase_admin', '', null, ['authenticated']])
      await refused(door, withClaims({ role }), /role must be authenticated/)
    await refused(door, withClaims({ is_anonymous: true }), /anonymous user: sign in/)
  })

  test('is refused when its subject cannot name anybody', async () => {
    for (const sub of ['', ' ', 'a\u0000b', 'a b', 'é', 'x'.repeat(129), 7, {}, null])
      await refused(door, withClaims({ sub }), /whose it is/)
  })

  test('is refused when it is no token at all', async () => {
    const nonsense = ['x', 'a.b', 'a.b.c', '..', '.a.', 'a.b.c.d', 'e30.e30.', 'e30.bnVsbA.x', 'e30.W10.x', '%%.%%.%%']
    for (const token of nonsense) await refused(door, token, /does not verify|expected issuer/)
    await refused(door, `${encoded('null')}.${project.token().split('.')[1]}.x`, /does not verify/)
    await refused(door, signed(project.signingKey, {}, {}), /expected issuer/)
    await refused(door, project.token({ header: { crit: ['exp'], exp: 1 } }), /does not verify/)
  })

  test('is refused by its length alone, before anybody looks at it', async () => {
    const asked = project.jwks.asked.length
    await refused(door, project.token({ header: { kid: 'k'.repeat(6 * 1024) } }), /8192 characters/)
    await refused(door, 'e'.repeat(12 * 1024), /8192 characters/)
    assert.equal(project.jwks.asked.length, asked)
  })

  test('of 8 KB is as good as a short one', async () => {
    const hook = 'x'.repeat(5 * 1024)
    assert.equal((await door.valid(project.token({ claims: { hook } }))).status, 200)
  })

  test('costs no question to Supabase when its claims are refused', async () => {
    await using fresh = await startDoor()
    for (const claims of [{ exp: 1 }, { iss: 'x' }, { aud: 'x' }, { role: 'anon' }])
      await refused(fresh, fresh.project.token({ claims }), /./)
    assert.deepEqual([fresh.project.jwks.asked, fresh.project.strayRequests], [[], []])
  })

  test('says nothing about a Discord user that its person may write', async () => {
    const subject = randomUUID()
    const forged = {
      user_metadata: { provider_id: USER, sub: USER, discord_id: USER },
      discord_id: USER,
      provider_id: USER,
    }
    const answer = await door.me(project.token({ subject, claims: forged }))
    assert.deepEqual([answer.status, answer.json.detail], [403, 'No Discord account linked.'])
    project.setProfile(subject, '1100000000000000777')
    await door.clock.advance({ minutes: 1 })
    assert.deepEqual((await door.me(project.token({ subject, claims: forged }))).json, { user: '1100000000000000777' })
  })

  test('is verified here: Supabase is never asked about it', async () => {
    assert.deepEqual(project.strayRequests, [])
  })
})

describe('a project that is configured', () => {
  test('with a secret alone takes no published key, and asks for none', async () => {
    await using door = await startDoor({ environment: { SUPABASE_JWKS_URL: '' } })
    assert.equal((await door.valid(door.project.secretToken())).status, 200)
    await refused(door, door.project.token(), /does not verify/)
    assert.deepEqual(door.project.jwks.asked, [])
  })

  test('with published keys alone takes no secret', async () => {
    await using door = await startDoor({ environment: { SUPABASE_JWT_SECRET: '' } })
    assert.equal((await door.valid(door.project.token())).status, 200)
    await refused(door, door.project.secretToken(), /does not verify/)
    await refused(door, door.project.token({ key: secretKey('') }), /does not verify/)
  })

  test('with an issuer and an audience of its own takes only these', async () => {
    const environment = { SUPABASE_ISSUER: 'https://id.example.com', SUPABASE_JWT_AUDIENCE: 'alphapy' }
    await using door = await startDoor({ environment })
    const claims = { iss: 'https://id.example.com', aud: 'alphapy' }
    assert.equal((await door.valid(door.project.token({ claims }))).status, 200)
    await refused(door, door.project.token(), /expected issuer/)
    await refused(door, door.project.token({ claims: { ...claims, aud: 'authenticated' } }), /expected audience/)
  })

  test('without an address that ends in a slash has the same issuer', async () => {
    await using door = await startDoor()
    const { url } = door.project
    await using slashed = await startDoor({ environment: { SUPABASE_URL: `${url}/` } })
    const claims = { iss: `${url}/auth/v1` }
    assert.equal((await slashed.valid(slashed.project.token({ claims }))).status, 200)
  })
})
