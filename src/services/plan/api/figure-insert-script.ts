import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'

let source: string | undefined

/** The script of the sheet's pages; Node blanks out its types, once. */
export async function showFigureInsertScript(): Promise<Answer> {
  source ??= stripTypeScriptTypes(readFileSync(new URL('../pages/figure-insert-client.ts', import.meta.url), 'utf8'), { mode: 'strip' })
  return fileAnswer(source, 'text/javascript; charset=utf-8')
}
