// Prints how the source keeps to the budgets of the house, workspace by workspace. What is over a
// budget is marked with `!`; what breaks a hard limit is listed with `✗` and fails.
import { BUDGETS, count } from './source/budgets.ts'
import { readModules } from './source/modules.ts'

const row = (cells: readonly string[]) =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(32) : cell.padStart(12))).join('')

function print(): void {
  const all = readModules()
  const workspaces = ['server', 'simulator', 'scripts'].map((name) => count(name, all))
  console.log(row(['', 'budget', ...workspaces.map(({ name }) => `${name}  `)]))
  const over: string[] = []
  for (const { measure: what, limit, of } of BUDGETS) {
    const results = workspaces.map((workspace) => of(workspace))
    const cells = results.map((result) => (result ? `${result.value} ${result.isKept ? ' ' : '!'}` : '·  '))
    console.log(row([what, limit, ...cells]))
    for (const { isKept, worst, broken = [] } of results.filter((result) => result !== undefined)) {
      if (!isKept && worst) over.push(`! ${what}: ${worst}`)
      over.push(...broken.map((place) => `✗ ${what}: ${place}`))
    }
  }
  for (const place of over) console.log(place)
  if (over.some((place) => place.startsWith('✗'))) process.exitCode = 1
}

print()
