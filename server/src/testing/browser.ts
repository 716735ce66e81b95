import assert from 'node:assert/strict'
import { sendJson } from './http.ts'

/** What keeps cookies and stays where it is sent, so that a test sees each step of a sign-in. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  /** As a page of the server itself would ask it. */
  headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { origin: this.#origin, cookie }
  }

  async open(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.#origin)
    const own = url.origin === this.#origin ? this.headers() : {}
    const response = await fetch(url, { redirect: 'manual', ...init, headers: { ...own, ...init.headers } })
    if (url.origin === this.#origin) this.#keep(response)
    return response
  }

  #keep(response: Response): void {
    for (const text of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}

/** Agrees on the page of the simulated Discord. @returns the address it sends the browser back to. */
export async function agree(page: string, userId: string): Promise<string> {
  const url = new URL(page)
  const body = new URLSearchParams([...url.searchParams, ['user_id', userId]])
  const response = await fetch(new URL('/oauth2/authorize', url), { method: 'POST', body, redirect: 'manual' })
  const back = response.headers.get('location')
  assert.ok(back, `Discord answered ${response.status}`)
  return back
}

/** Signs in as this user. @returns the headers of a page of the server in that browser. */
export async function signInAt(origin: string, userId: string): Promise<Record<string, string>> {
  const browser = new Browser(origin)
  const begun = await browser.open('/api/auth/sign-in')
  assert.equal(begun.status, 302, await begun.text())
  const completed = await browser.open(await agree(begun.headers.get('location') ?? '', userId))
  assert.equal(completed.status, 302, await completed.text())
  return browser.headers()
}

/** Signs in as this user. @returns the header of a token made of that session, for programs. */
export async function tokenAt(origin: string, userId: string): Promise<Record<string, string>> {
  const headers = await signInAt(origin, userId)
  const { status, text, json } = await sendJson(`${origin}/api/auth/token`, 'POST', undefined, headers)
  assert.equal(status, 200, text)
  return { authorization: `Bearer ${json.access_token}` }
}
