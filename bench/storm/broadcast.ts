import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '../../src/kernel/access/actor.ts'
import { connect } from '../../src/kernel/database/connection.ts'
import type { OpenCity } from '../../src/kernel/city/open-city.ts'
import type { Manifest } from '../../src/kernel/service/manifest.ts'
import type { Installation } from '../../src/kernel/installation/installation.ts'
import { issueNotice, progressOf } from '../../src/capabilities/notices/notices.ts'
import type { BroadcastLine } from '../../src/capabilities/notices/store/broadcasts.ts'
import { inventCrowd } from '../../src/capabilities/notices/crowd.ts'
import { draft, TRIAL_TOPIC, trialService } from '../../src/capabilities/notices/testing/invented-notice.ts'
import { openBenchInstallation } from '../bench-installation.ts'
import { stormParts } from './storm-parts.ts'

/** An installation with a crowd of readers, whose workers run elsewhere. */
export interface Town {
  readonly dataDir: string
  readonly installation: Installation
  readonly open: OpenCity
  close(): Promise<void>
}

export async function openTown(readers: number, parts: readonly Manifest[] = stormParts): Promise<Town> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-storm-'))
  const installation = await openBenchInstallation({ dataDir, parts, isDemo: false })
  const [open] = installation.cities
  if (open === undefined) throw new Error('no city')
  const owner = connect(installation.server, { database: open.databaseName, connections: 1, statementTimeoutMs: 0 })
  await inventCrowd(owner, { channel: 'mail', count: readers, topic: TRIAL_TOPIC })
  await owner.end()
  const close = async () => {
    await installation.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { dataDir, installation, open, close }
}

/** Issues a notice to everybody; resolves with its id when the commit is done. */
export async function issue({ open }: Town): Promise<string> {
  return open.database.act('trial-service', systemActor, async (tx) => {
    const issued = await issueNotice(tx, [trialService], draft)
    if (!issued.ok) throw new Error(JSON.stringify(issued.refusal))
    return issued.id
  })
}

export async function lineOf({ open }: Town, id: string): Promise<BroadcastLine> {
  const [line] = await open.database.read('trial-service', systemActor, (tx) => progressOf(tx, id))
  if (line === undefined) throw new Error('no broadcast')
  return line
}

export async function untilEnded(town: Town, id: string, mostSeconds = 1_800): Promise<BroadcastLine> {
  for (let waited = 0; waited < mostSeconds * 10; waited++) {
    // The database may be away for a moment where a measurement kills it.
    const line = await lineOf(town, id).catch(() => undefined)
    if (line?.state === 'ended') return line
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the broadcast did not end: ${JSON.stringify(await lineOf(town, id))}`)
}
