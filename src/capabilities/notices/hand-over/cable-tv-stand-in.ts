import { openStandInServer, type StandIn, type Watch } from './stand-in-server.ts'

/** Stands in for the station's caption machine: takes text files by PUT, one a name. */
export async function openCableTvStandIn(watch: Watch): Promise<StandIn> {
  const { port, close } = await openStandInServer('cable-tv', watch, ({ method, path, headers, body }) => {
    if (method !== 'PUT') return { status: 405, body: '' }
    const charset = /charset=([\w-]+)/.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8'
    const [, title = ''] = new TextDecoder(charset).decode(body).split('\r\n')
    return { status: 201, body: path, summary: title, taken: path }
  })
  return { url: new URL(`http://127.0.0.1:${port}/captions/`), close }
}
