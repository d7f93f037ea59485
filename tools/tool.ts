import { join } from 'node:path'

/** The project's folder. */
export const ROOT: string = join(import.meta.dirname, '..')

export interface ToolTerms {
  /** `--check`: change nothing, only say what is not as it should be. */
  readonly isCheck: boolean
  readonly words: readonly string[]
}

/**
 * Runs one tool of the project: prints every complaint on a line of its own and ends with exit code 1 when there is
 * one, so that `npm run check` stops at it.
 */
export async function runTool(name: string, work: (terms: ToolTerms) => Promise<readonly string[]>): Promise<void> {
  const words = process.argv.slice(2)
  try {
    const complaints = await work({ isCheck: words.includes('--check'), words: words.filter((word) => word !== '--check') })
    for (const complaint of complaints) console.error(complaint)
    console.log(complaints.length === 0 ? `${name}: fine` : `${name}: ${complaints.length} to mend`)
    if (complaints.length > 0) process.exitCode = 1
  } catch (thrown) {
    console.error(`${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
    if (process.env.TSUNAGU_DEBUG) console.error(thrown)
    process.exitCode = 1
  }
}
