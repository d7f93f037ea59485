import { describe, expect, test } from 'vitest'
import { assertParts, ManifestFault, type Manifest } from '#kernel/service/manifest.ts'
import { openTestWeb } from '../../src/testing.ts'
import { parts } from '../../src/city.ts'

/** Whatever is taken out, the rest goes on: that is what makes the sixtieth service as easy to remove as the first. */
describe('the city opens with any one part removed', () => {
  test.each(parts.filter((part) => part.kind === 'service').map((part) => part.name))('without the service %s', async (name) => {
    await expectCityOf(parts.filter((part) => part.name !== name))
  })

  test.each(parts.filter((part) => part.kind === 'capability').map((part) => part.name))('without the capability %s, or it says who needs it', async (name) => {
    const rest = parts.filter((part) => part.name !== name)
    const refusal = refusalOf(rest)
    if (refusal === null) await expectCityOf(rest)
    else expect(refusal.message).toContain(name)
  })

  test('with no part at all', async () => {
    await expectCityOf([])
  })
})

function refusalOf(rest: readonly Manifest[]): ManifestFault | null {
  try {
    assertParts(rest)
    return null
  } catch (thrown) {
    if (thrown instanceof ManifestFault) return thrown
    throw thrown
  }
}

/** The manifests agree, the database is made and seeded, and every page without a placeholder answers without a fault. */
async function expectCityOf(rest: readonly Manifest[]): Promise<void> {
  expect(() => assertParts(rest)).not.toThrow()
  const city = await openTestWeb(rest)
  try {
    const pages = rest.flatMap((part) => part.routes).filter((route) => route.kind === 'page' && !route.path.includes(':'))
    for (const { path } of pages) {
      const answer = await city.web.inject({ url: path, headers: { accept: 'text/html' } })
      expect(answer.statusCode, path).toBeLessThan(500)
    }
    expect((await city.web.inject({ url: '/ready' })).statusCode).toBe(200)
    await city.workers.settle()
  } finally {
    await city.close()
  }
}
