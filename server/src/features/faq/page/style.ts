import { createHash } from 'node:crypto'

/** Light and dark as the reader's system has it. */
export const STYLE = `:root{color-scheme:light dark;--line:#8884;--soft:#8882}
body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1.5rem 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25}a{color:light-dark(#3a45c4,#9aa5ff)}
form{display:flex;gap:.5rem;margin:1rem 0}input{flex:1;font:inherit;padding:.45rem .6rem}button{font:inherit;padding:.45rem .9rem}
ul.entries{list-style:none;padding:0}ul.entries li{border-top:1px solid var(--line);padding:.6rem 0}
.soft{opacity:.75;font-size:.9rem}pre{background:var(--soft);padding:.75rem;overflow-x:auto}code{background:var(--soft)}pre code{background:none}`

/** Allows this style and nothing else: https://www.w3.org/TR/CSP3/#external-hash */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
