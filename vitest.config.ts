import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'cities/**/*.test.ts', 'tests/promises/**/*.test.ts', 'tests/journeys/**/*.test.ts', 'tools/**/*.test.ts'],
    globalSetup: ['src/kernel/testing/test-server.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
