import { chromium } from 'playwright-core'
import { findChromium } from './chromium.ts'

/**
 * One Chromium for a whole test run. Vitest calls it before the first test that needs a browser; the test files run in
 * processes of their own and find its address in an environment variable.
 */
export async function setup(): Promise<() => Promise<void>> {
  const { program, env } = findChromium()
  const server = await chromium.launchServer({
    executablePath: program,
    env: { ...process.env, ...env },
    args: ['--headless=shell', '--disable-gpu', '--font-render-hinting=none'],
  })
  process.env.TSUNAGU_TEST_BROWSER = server.wsEndpoint()
  return () => server.close()
}
