import { defineConfig } from 'vitest/config'
import { memoryFolder } from './test/support/memory-folder.ts'

// Also for the servers and browsers that the tests start.
const inMemory = memoryFolder()
if (inMemory !== undefined) process.env.TMPDIR ??= inMemory

export default defineConfig({
  test: {
    // Browsers, servers and training share two cores with the rest: only what hangs may take so long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    projects: [
      // Files of one worker share what they import: loading it anew for each would be a third of the work.
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/{contract,e2e,faults}/**/*.test.ts'] } },
    ],
  },
})
