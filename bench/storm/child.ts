import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

/** One of the programs of this folder in a process of its own, which is asked and answers in turn. */
export class Child {
  readonly process: ChildProcess

  private constructor(child: ChildProcess) {
    this.process = child
  }

  /** What it says first is fetched by `next`. */
  static start(program: string, words: readonly string[] = [], variables: NodeJS.ProcessEnv = {}): Child {
    const env = { ...process.env, NODE_ENV: 'production', ...variables }
    return new Child(fork(join(import.meta.dirname, program), [...words], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }))
  }

  async ask<Answer>(wish: unknown): Promise<Answer> {
    const answer = this.next<Answer>()
    this.process.send(wish as object)
    return answer
  }

  next<Answer>(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`a process ended with ${code} before it answered`))
      this.process.once('exit', ended)
      this.process.once('message', (answer) => {
        this.process.off('exit', ended)
        resolve(answer as Answer)
      })
    })
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    return new Promise((resolve) => {
      if (this.process.exitCode !== null || this.process.signalCode !== null) return resolve()
      this.process.once('exit', () => resolve())
      this.process.kill(signal)
    })
  }
}
