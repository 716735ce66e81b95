/** The page on which one chooses who one is. Plain HTML without scripts. */
import type { User } from '../state/model.ts'

const SCOPE_WORDS: Readonly<Record<string, string>> = {
  identify: 'know who you are',
  guilds: 'see which servers you are in',
}

/** @param params sent again with the choice, so that the endpoint needs no memory */
export function consentPage(
  application: string,
  scopes: readonly string[],
  params: URLSearchParams,
  people: readonly User[],
) {
  const hidden = [...params].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  const choices = people.map(
    (person) =>
      `<button name="user_id" value="${escaped(person.id)}"><strong>${escaped(person.global_name ?? person.username)}</strong> @${escaped(person.username)}</button>`,
  )
  return page(
    `${application} asks for access`,
    `<p>This is a simulated Discord. <strong>${escaped(application)}</strong> would like to:</p>
<ul>${scopes.map((scope) => `<li>${escaped(SCOPE_WORDS[scope] ?? scope)}</li>`).join('')}</ul>
<form method="post" action="/oauth2/authorize">${hidden.join('')}
<fieldset><legend>Agree as</legend>${choices.join('\n')}</fieldset>
<button name="user_id" value="">Do not agree</button></form>`,
  )
}

/** For requests that must not be answered to their redirect address. */
export function errorPage(sentence: string): string {
  return page('This request cannot be answered', `<p>${escaped(sentence)}</p>`)
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem;color:#1e1f22;background:#fff}
fieldset{border:0;padding:0;margin:1rem 0}legend{font-weight:600;padding:0}
button{display:block;width:100%;margin:.5rem 0;padding:.6rem .8rem;font:inherit;text-align:left;border:1px solid #80848e;border-radius:.5rem;background:#f2f3f5;color:inherit;cursor:pointer}
button:hover,button:focus-visible{border-color:#5865f2;outline:2px solid #5865f2}
@media (prefers-color-scheme:dark){body{color:#f2f3f5;background:#1e1f22}button{background:#2b2d31}}
</style></head>
<body><main><h1>${escaped(title)}</h1>
${body}</main></body></html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
