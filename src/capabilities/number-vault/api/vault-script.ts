import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileAnswer, type Answer } from '#kernel/web/answers.ts'

let script: string | undefined

/** The script of the vault's pages. */
export async function showVaultScript(): Promise<Answer> {
  script ??= stripTypeScriptTypes(readFileSync(new URL('../pages/vault-client.ts', import.meta.url), 'utf8'), { mode: 'strip' })
  return fileAnswer(script, 'text/javascript; charset=utf-8')
}
