import autocannon from 'autocannon'

const SECONDS = 3
const CONNECTIONS = 32

/** Requests a second that an address answers under load; anything but 200 spoils the measurement and throws. */
export async function requestsPerSecond(url: string, path: string): Promise<number> {
  const result = await autocannon({
    url, connections: CONNECTIONS, duration: SECONDS, idReplacement: true,
    requests: [{ method: 'GET', path }],
  })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}${path}: ${result.non2xx} wrong answers, ${result.errors} errors`)
  return result.requests.average
}
