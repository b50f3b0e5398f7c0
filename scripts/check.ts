/** `npm run check`: the one gate. Format, lint and import rules, types, then every test. `--static` leaves the tests out. */
import { spawnSync } from 'node:child_process'

const STEPS: [name: string, program: string, args: string[]][] = [
  ['format, lint, layers', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ['types', 'node_modules/typescript/bin/tsc', ['-p', '.']],
]
if (!process.argv.includes('--static')) STEPS.push(['tests', 'scripts/test.ts', []])

for (const [name, program, args] of STEPS) {
  console.error(`\n--- ${name}`)
  const { status } = spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`\nThe gate stays shut: ${name}.`)
    process.exit(1)
  }
}
