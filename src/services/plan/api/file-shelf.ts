/** Keeps finished files up to a number of bytes; beyond it the one unused for longest goes first. */
export class FileShelf {
  private readonly limitBytes: number
  private readonly files = new Map<string, Buffer>()
  private readonly making = new Map<string, Promise<Buffer>>()
  private bytes = 0

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes
  }

  /** The file under this key; made once however many ask for it at the same time. What fails is not kept. */
  take(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = this.files.get(key)
    if (known !== undefined) {
      this.files.delete(key)
      this.files.set(key, known)
      return Promise.resolve(known)
    }
    const begun = this.making.get(key)
    if (begun !== undefined) return begun
    const made = make().then((file) => this.put(key, file)).finally(() => this.making.delete(key))
    this.making.set(key, made)
    return made
  }

  private put(key: string, file: Buffer): Buffer {
    if (file.length > this.limitBytes) return file
    this.files.set(key, file)
    this.bytes += file.length
    for (const [oldest, own] of this.files) {
      if (this.bytes <= this.limitBytes) break
      this.files.delete(oldest)
      this.bytes -= own.length
    }
    return file
  }
}
