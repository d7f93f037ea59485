import { open, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ArchiveError, codeOf } from './errors.ts'

/**
 * Writes a file so that its name only ever stands for the whole of it: under `<path>.partial`, onto the disk, then
 * renamed. When `write` fails nothing remains; a process killed in the middle leaves only the partial file, which the
 * next one replaces. A file that bore the name before stays until the new one takes its place.
 */
export async function writeDurably<Result>(
  path: string,
  write: (file: FileHandle) => Promise<Result>,
): Promise<Result> {
  const partial = `${path}.partial`
  await unlinkIfThere(partial)
  // It holds everything the city knows about its people.
  const file = await open(partial, 'wx', 0o600)
  const { ino } = await file.stat()
  try {
    const result = await write(file)
    await file.sync()
    const current = await stat(partial).catch(() => null)
    if (current?.ino !== ino) {
      const message = `Another process writes the backup ${path} at the same time: let one of them finish.`
      throw new ArchiveError('unwritable', message)
    }
    await rename(partial, path)
    await syncDirectory(dirname(path))
    return result
  } catch (error) {
    const remaining = await stat(partial).catch(() => null)
    if (remaining?.ino === ino) await unlinkIfThere(partial)
    throw error
  } finally {
    await file.close()
  }
}

async function unlinkIfThere(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
  })
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path)
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
