import { SaxesParser } from 'saxes'
import { openStandInServer, type Arrived, type StandIn, type StandInReply, type Watch } from './stand-in-server.ts'

const NAMESPACE = 'urn:oasis:names:tc:emergency:EDXL:DE:1.0'

/**
 * Stands in for the centre: takes documents in order of their revisions, knows a second try by its id, and refuses what is
 * no envelope, with document types and entities in it, or older than what it has.
 */
export async function openLAlertStandIn(watch: Watch): Promise<StandIn> {
  const revisions = new Map<string, number>()
  const known = new Set<string>()
  const { port, close } = await openStandInServer('l-alert', watch, (arrived) => replyTo(arrived, revisions, known))
  return { url: new URL(`http://127.0.0.1:${port}/`), close }
}

function replyTo({ method, body }: Arrived, revisions: Map<string, number>, known: Set<string>): StandInReply {
  if (method !== 'POST') return { status: 405, body: '' }
  const read = readEnvelope(body.toString('utf8'))
  if (typeof read === 'string') return { status: 400, body: JSON.stringify({ why: read }), summary: `refused: ${read}` }
  const { distributionID = '', DocumentID = '', DocumentRevision = '0', distributionStatus, contentDescription } = read
  if (known.has(distributionID)) return { status: 200, body: JSON.stringify({ receipt: distributionID, isKnown: true }), summary: `again: ${contentDescription}`, taken: distributionID }
  const revision = Number(DocumentRevision)
  if (revision <= (revisions.get(DocumentID) ?? 0)) return { status: 409, body: JSON.stringify({ why: 'older than what is known' }), summary: `refused: revision ${revision}` }
  revisions.set(DocumentID, revision)
  known.add(distributionID)
  return { status: 200, body: JSON.stringify({ receipt: distributionID }), summary: `${distributionStatus} ${contentDescription} (${revision})`, taken: distributionID }
}

/** The texts of its elements by name, or why it was not read. */
function readEnvelope(source: string): Record<string, string> | string {
  const texts: Record<string, string> = {}
  const parser = new SaxesParser({ xmlns: true })
  let why: string | null = null
  let text = ''
  parser.on('error', (error) => {
    why ??= error.message
  })
  parser.on('doctype', () => {
    why ??= 'document types are not taken'
  })
  parser.on('opentag', ({ local, uri }) => {
    if (parser.closed || (Object.keys(texts).length === 0 && local === 'EDXLDistribution' && uri !== NAMESPACE)) why ??= 'no envelope of EDXL-DE 1.0'
    text = ''
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', ({ local }) => {
    texts[local] ??= text.trim()
  })
  parser.write(source).close()
  if (why === null && !('EDXLDistribution' in texts)) return 'no envelope of EDXL-DE 1.0'
  return why ?? texts
}
