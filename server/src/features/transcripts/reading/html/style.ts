import { createHash } from 'node:crypto'

/** Colours of embeds are rounded to these: a style of its own for each would need what the policy forbids. */
const LEVELS = ['00', '55', 'aa', 'ff'] as const

const COLOURS = LEVELS.flatMap((red, r) =>
  LEVELS.flatMap((green, g) => LEVELS.map((blue, b) => `.c${r}${g}${b}{border-color:#${red}${green}${blue}}`)),
).join('')

const FACES = ['5865f2', '3ba55c', 'b07d17', 'd83c3e', 'a9558f', '2d7d9a', '6b6f76', '8a5a2b']
const AVATARS = FACES.map((colour, index) => `.a${index}{background:#${colour}}`).join('')
const DEPTHS = Array.from({ length: 11 }, (_, depth) => `.d${depth}{margin-left:${depth * 1.2}rem}`).join('')

export const STYLE = `:root{--bg:#fff;--fg:#2e3338;--dim:#5c5f66;--line:#e3e5e8;--box:#f2f3f5;--link:#0057b8;--men:#e6e8fb;--hit:#ffe58a;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--bg:#313338;--fg:#dbdee1;--dim:#a5a9b0;--line:#3f4147;--box:#2b2d31;--link:#6cb8ff;--men:#3c4270;--hit:#7a6200}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.4 system-ui,sans-serif}
header,main,footer{max-width:60rem;margin:0 auto;padding:1rem}header{border-bottom:1px solid var(--line)}
h1{font-size:1.3rem;margin:0 0 .3rem}p{margin:0}a{color:var(--link)}small,.dim{color:var(--dim);font-size:.8rem}
form{margin-top:.7rem;display:flex;gap:.5rem;flex-wrap:wrap}input,button{font:inherit;padding:.3rem .6rem}
.note{background:var(--box);border-left:4px solid #d83c3e;padding:.5rem .8rem;margin:.7rem 0}
article{display:grid;grid-template-columns:3rem 1fr;column-gap:.6rem;padding:.1rem 0;overflow-wrap:anywhere}
article.first{margin-top:.9rem}article:target{background:var(--box)}article>div{grid-column:2;min-width:0}
.face{grid-column:1;grid-row:1/3;width:2.5rem;height:2.5rem;border-radius:50%;color:#fff;display:flex;align-items:center;justify-content:center;font-weight:600}
bdi.name{font-weight:600}.tag{background:#5865f2;color:#fff;border-radius:.2rem;font-size:.65rem;padding:.05rem .3rem}
.gone{opacity:.75;border-left:3px solid #d83c3e;padding-left:.5rem}.reply{color:var(--dim);font-size:.85rem}
.text p+p,.text blockquote,.text ul{margin-top:.2rem}.text bdi{display:block}blockquote{border-left:4px solid var(--line);margin:.2rem 0;padding-left:.6rem}
ul{list-style:none;padding:0;margin:0}pre,code{background:var(--box);border-radius:.2rem;font-family:ui-monospace,monospace;font-size:.875rem}
pre{padding:.5rem;white-space:pre-wrap;margin:.3rem 0}code{padding:.05rem .2rem}.h1{font-size:1.5rem;font-weight:700}.h2{font-size:1.25rem;font-weight:700}.h3{font-weight:700}
.spoiler{background:var(--fg);color:transparent;border-radius:.2rem}.spoiler *{color:inherit}.spoiler:hover,.spoiler:focus{background:var(--box);color:inherit}
.mention{background:var(--men);border-radius:.2rem;padding:0 .15rem}mark{background:var(--hit);color:inherit}
.embed{border-left:4px solid var(--line);background:var(--box);border-radius:.2rem;padding:.5rem .8rem;margin:.3rem 0;max-width:34rem}
.fields{display:flex;flex-wrap:wrap;gap:.5rem}.fields>div{flex:1 1 100%}.fields>div.inline{flex:1 1 30%}
.file{background:var(--box);border:1px solid var(--line);border-radius:.3rem;padding:.4rem .6rem;margin:.3rem 0;max-width:30rem}.file img{display:block;max-width:100%;max-height:24rem}
.parts{display:flex;gap:.4rem;flex-wrap:wrap;margin:.3rem 0}.part{border:1px solid var(--line);border-radius:.2rem;padding:.1rem .5rem;font-size:.85rem}
details{font-size:.85rem;color:var(--dim)}${COLOURS}${AVATARS}${DEPTHS}
@media print{form{display:none}}`

const hash = createHash('sha256').update(STYLE).digest('base64')

/** Nothing runs and nothing is fetched, whatever a member may have got into the page. `sandbox` is left out: it would forbid the search. */
export const CONTENT_POLICY = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/** The class of an embed with that colour. */
export function colourClass(color: number | null): string {
  if (color === null) return ''
  const level = (shift: number) => Math.round(((color >> shift) & 0xff) / 0x55)
  return ` c${level(16)}${level(8)}${level(0)}`
}

/** The class of somebody's face, always the same one. */
export function faceClass(id: string | null): string {
  return `a${id === null ? 6 : Number((BigInt(id) >> 22n) % BigInt(FACES.length))}`
}
