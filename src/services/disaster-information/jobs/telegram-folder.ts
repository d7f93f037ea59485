import { lstat, mkdir, open as openFile, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { systemActor } from '#kernel/access/actor.ts'
import type { OpenCity } from '#kernel/city/open-city.ts'
import type { StandingRun, StandingSurroundings, StandingWork } from '#kernel/jobs/standing-work.ts'
import { receiveTelegram } from '../actions/receive-telegram.ts'
import { REFUSED_BYTES_KEPT, TELEGRAM_LIMITS } from '../rules/telegrams/limits.ts'
import { readTelegram } from '../rules/telegrams/read-telegram.ts'
import type { Refusal, RefusalReason } from '../rules/telegrams/refusal.ts'
import { keepRefused } from '../store/refused-telegrams.ts'
import { INTAKE } from './intake-limits.ts'
import { Rounds } from './rounds.ts'

/** Reasons that a file which is still being written would also give. */
const MAYBE_UNFINISHED: ReadonlySet<RefusalReason> = new Set<RefusalReason>(['empty', 'not-well-formed', 'missing', 'encoding'])

/**
 * A folder into which something else puts telegrams (satellite receiver, prefecture's line): `TELEGRAM_FOLDER/<city>/*.xml`. What was taken moves to
 * `taken`, what cannot be read to `refused`, each by renaming; half-written files wait. Without `TELEGRAM_FOLDER` nothing is watched.
 */
export const telegramFolder: StandingWork = {
  name: 'telegram-folder',
  begin: (open, surroundings) => new FolderReading(open, surroundings, process.env['TELEGRAM_FOLDER'] ?? ''),
}

export class FolderReading implements StandingRun {
  private readonly open: OpenCity
  private readonly surroundings: StandingSurroundings
  /** Empty: none. */
  private readonly folder: string
  private readonly rounds = new Rounds(INTAKE.folderMs)

  constructor(open: OpenCity, surroundings: StandingSurroundings, root: string) {
    this.open = open
    this.surroundings = surroundings
    this.folder = root === '' ? '' : join(root, open.city.key)
  }

  async start(): Promise<void> {
    if (this.folder === '') return
    this.rounds.start(() => this.settle(), (thrown) => this.surroundings.log.warn('telegram-folder-interrupted', { city: this.open.city.key, why: String(thrown).slice(0, 200) }))
  }

  async settle(): Promise<number> {
    if (this.folder === '') return 0
    for (const name of ['taken', 'refused']) await mkdir(join(this.folder, name), { recursive: true })
    const names = (await readdir(this.folder)).filter((name) => /^[^.].*\.xml$/i.test(name)).toSorted().slice(0, INTAKE.filesARound)
    let did = 0
    for (const name of names) did += await this.take(name)
    return did
  }

  async end(): Promise<void> {
    await this.rounds.end()
  }

  private async take(name: string): Promise<number> {
    const path = join(this.folder, name)
    const state = await lstat(path).catch(() => undefined)
    if (state === undefined || !state.isFile()) return 0
    const ageMs = Date.now() - state.mtimeMs
    if (ageMs < INTAKE.fileRestsMs) return 0
    if (state.size > TELEGRAM_LIMITS.bytes) return this.refuseLarge(name, state.size)
    const source = await readFile(path)
    const reading = readTelegram(source, name)
    if (!reading.ok && ageMs < INTAKE.fileMayBeCutMs && MAYBE_UNFINISHED.has(reading.reason)) return 0
    const received = await this.open.database.act('disaster-information', systemActor, (tx) => receiveTelegram(tx, { source, way: 'folder', fileName: name }))
    await this.move(name, received.kind === 'refused' ? 'refused' : 'taken')
    return 1
  }

  /** Only the beginning of it is looked at: the rest may be a hundred megabytes. */
  private async refuseLarge(name: string, bytes: number): Promise<number> {
    const beginning = await beginningOf(join(this.folder, name))
    const refusal: Refusal = { ok: false, reason: 'too-large', place: '1:0', detail: `${bytes} bytes, at most ${TELEGRAM_LIMITS.bytes}` }
    await this.open.database.act('disaster-information', systemActor, (tx) =>
      keepRefused(tx, { refusal, beginning, bytes, way: 'folder', fileName: name }))
    await this.move(name, 'refused')
    return 1
  }

  /** A name that was there before keeps its file; the new one gets the time beside its name. */
  private async move(name: string, where: 'taken' | 'refused'): Promise<void> {
    const free = await lstat(join(this.folder, where, name)).then(() => `${Date.now()}-${name}`, () => name)
    await rename(join(this.folder, name), join(this.folder, where, free))
  }
}

async function beginningOf(path: string): Promise<Buffer> {
  const file = await openFile(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(REFUSED_BYTES_KEPT))
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
