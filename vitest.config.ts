import { defineConfig } from 'vitest/config'
import { memoryFolder } from './test/support/memory-folder.ts'

// Also for the servers and browsers that the tests start.
const inMemory = memoryFolder()
if (inMemory !== undefined) process.env.TMPDIR ??= inMemory

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Browsers, servers and training share two cores with the rest: only what hangs may take so long.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
  },
})
