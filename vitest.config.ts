import { defineConfig } from 'vitest/config'

const BROWSER_TESTS = ['tests/journeys/**/*.test.ts', 'src/**/browser.test.ts']

/**
 * Two projects in one run, with one database server for both and one browser for the second. Test files run in
 * processes, because they open ports and load native modules; a process is kept for the next file, with the program
 * loaded. So a file leaves behind what it found: no city open, no variable set, no clock turned.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    isolate: false,
    // Half of what tests wait for is the database, so both cores of a small machine get a file each.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['src/kernel/testing/test-server.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'city',
          include: ['src/**/*.test.ts', 'cities/**/*.test.ts', 'tests/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: [...BROWSER_TESTS, 'tests/conformance/**'],
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: BROWSER_TESTS, globalSetup: ['tests/journeys/browser-server.ts'] },
      },
    ],
  },
})
