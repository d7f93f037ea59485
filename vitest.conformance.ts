import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Real files (reports, telegrams, standards' own test data) lie beside the project and are no part of it. */
const isThere = existsSync(join(import.meta.dirname, '../shared'))
if (!isThere) console.log('conformance: there is no folder ../shared beside the project, so there is nothing to hold it against')

export default defineConfig({
  test: {
    include: isThere ? ['tests/conformance/**/*.test.ts'] : [],
    passWithNoTests: true,
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    globalSetup: ['src/kernel/testing/test-server.ts'],
  },
})
