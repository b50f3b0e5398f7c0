import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** A package of its own, so that what Candor is compared with is never installed with Candor. */
export const COMPETITORS_DIR = fileURLToPath(new URL('../competitors', import.meta.url))

/** Loads a package of the competitors' folder. */
export const requireCompetitor = createRequire(join(COMPETITORS_DIR, 'package.json'))

export type Installation = { kind: 'installed' } | { kind: 'missing'; problem: string }

/** Installs the competitors in the versions of their lock file, unless they are there already. */
export function installCompetitors(tell: (line: string) => void): Installation {
  if (hasWantedVersions()) return { kind: 'installed' }
  tell('Installing the libraries to compare with into test/bench/competitors (once, some seconds) …')
  const windows = process.platform === 'win32'
  const flags = ['--prefix', COMPETITORS_DIR, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  // Standard output belongs to the results.
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', ...flags], { stdio: ['ignore', 2, 2], shell: windows })
  if (npm.status === 0 && hasWantedVersions()) return { kind: 'installed' }
  const why = npm.error?.message ?? 'its messages are above; is the npm registry reachable?'
  return { kind: 'missing', problem: `"npm ci --prefix test/bench/competitors" failed: ${why}` }
}

/** Name and version of each competitor wanted. */
export function wantedCompetitors(): Record<string, string> {
  const manifest = z.object({ dependencies: z.record(z.string(), z.string()) })
  return manifest.parse(readJson(join(COMPETITORS_DIR, 'package.json'))).dependencies
}

function hasWantedVersions(): boolean {
  return Object.entries(wantedCompetitors()).every(([name, version]) => {
    const file = join(COMPETITORS_DIR, 'node_modules', name, 'package.json')
    return existsSync(file) && versionIn(file) === version
  })
}

/** The version that a package.json states. */
export function versionIn(file: string): string {
  return z.object({ version: z.string() }).parse(readJson(file)).version
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
