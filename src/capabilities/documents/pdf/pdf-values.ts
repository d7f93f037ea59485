/** Values of a PDF file (ISO 32000-2 section 7.3) and how they are read. */
export type PdfValue = null | boolean | number | PdfName | PdfReference | Buffer | readonly PdfValue[] | PdfDictionary
export type PdfDictionary = ReadonlyMap<string, PdfValue>

export class PdfName {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

export class PdfReference {
  readonly number: number

  constructor(number: number) {
    this.number = number
  }
}

/** A word that is no value: an operator of a page, or `obj`, `stream`, `endobj`. */
export class PdfWord {
  readonly word: string

  constructor(word: string) {
    this.word = word
  }
}

export class PdfFormatError extends Error {}

/** Reads one token or value after the other. Throws PdfFormatError where it can make nothing of the bytes. */
export class PdfReader {
  at: number
  private readonly bytes: Buffer
  private readonly hasReferences: boolean

  /** The content of a page holds no references, and is read faster when nobody looks for them. */
  constructor(bytes: Buffer, { at = 0, hasReferences = true }: { readonly at?: number; readonly hasReferences?: boolean } = {}) {
    this.bytes = bytes
    this.at = at
    this.hasReferences = hasReferences
  }

  get isAtEnd(): boolean {
    this.skipBlanks()
    return this.at >= this.bytes.length
  }

  /** A value, or the word that stands in its place. */
  read(): PdfValue | PdfWord {
    this.skipBlanks()
    const begin = this.bytes[this.at]
    if (begin === undefined) throw new PdfFormatError('the file ends in the middle of a value')
    const character = String.fromCharCode(begin)
    if (character === '/') return this.readName()
    if (character === '(') return this.readLiteral()
    if (character === '[') return this.readArray()
    if (character === '<') return this.bytes[this.at + 1] === begin ? this.readDictionary() : this.readHex()
    return this.readRegular()
  }

  private skipBlanks(): void {
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at] as number
      if (byte === PERCENT) this.at = endOfLine(this.bytes, this.at)
      else if (KINDS[byte] !== 1) return
    }
  }

  private readName(): PdfName {
    const name = this.regularFrom(this.at + 1)
    this.at += 1 + name.length
    return new PdfName(name.replace(/#([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))))
  }

  private readLiteral(): Buffer {
    const result: number[] = []
    let depth = 1
    for (this.at++; ; this.at++) {
      const byte = this.bytes[this.at]
      if (byte === undefined) throw new PdfFormatError('a text does not end')
      if (byte === 0x28) depth++
      else if (byte === 0x29 && --depth === 0) break
      if (byte === BACKSLASH) result.push(...this.readEscape())
      else result.push(byte)
    }
    this.at++
    return Buffer.from(result)
  }

  private readEscape(): number[] {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.at + 1, this.at + 4))?.[0]
    if (octal !== undefined) {
      this.at += octal.length
      return [Number.parseInt(octal, 8) & 0xff]
    }
    const character = String.fromCharCode(this.bytes[++this.at] ?? 0)
    // A line end after a backslash is no part of the text.
    if (character === '\n') return []
    return [(ESCAPES[character] ?? character).charCodeAt(0)]
  }

  private readHex(): Buffer {
    const end = this.bytes.indexOf('>', this.at)
    if (end < 0) throw new PdfFormatError('a text does not end')
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/\s/g, '')
    this.at = end + 1
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
  }

  private readArray(): readonly PdfValue[] {
    this.at++
    const values: PdfValue[] = []
    for (;;) {
      this.skipBlanks()
      if (this.bytes[this.at] === 0x5d) break
      values.push(this.readValue())
    }
    this.at++
    return values
  }

  private readDictionary(): PdfDictionary {
    this.at += 2
    const entries = new Map<string, PdfValue>()
    for (;;) {
      this.skipBlanks()
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break
      const key = this.read()
      if (!(key instanceof PdfName)) throw new PdfFormatError('a dictionary has a key that is no name')
      entries.set(key.name, this.readValue())
    }
    this.at += 2
    return entries
  }

  private readValue(): PdfValue {
    const value = this.read()
    if (value instanceof PdfWord) throw new PdfFormatError(`the word ${value.word} stands where a value should`)
    return value
  }

  private readRegular(): PdfValue | PdfWord {
    const word = this.regularFrom(this.at)
    // Most words of a page are operators: no number begins with a letter.
    if (word !== '' && word.charCodeAt(0) >= FIRST_LETTER) return this.taken(word, valueNamed(word))
    if (/^\d+$/.test(word)) return this.readReference() ?? this.taken(word, Number(word))
    // Something must be taken, or reading would never end.
    if (word === '') throw new PdfFormatError(`the sign ${String.fromCharCode(this.bytes[this.at] as number)} stands where it may not`)
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.taken(word, Number(word))
    return this.taken(word, new PdfWord(word))
  }

  private taken<Value>(word: string, value: Value): Value {
    this.at += word.length
    return value
  }

  private readReference(): PdfReference | null {
    if (!this.hasReferences) return null
    const reference = REFERENCE.exec(this.bytes.toString('latin1', this.at, this.at + LONGEST_REFERENCE))
    if (reference === null) return null
    this.at += reference[0].length
    return new PdfReference(Number(reference[1]))
  }

  private regularFrom(start: number): string {
    let end = start
    while (end < this.bytes.length && KINDS[this.bytes[end] as number] === 0) end++
    return this.bytes.toString('latin1', start, end)
  }
}

function valueNamed(word: string): PdfValue | PdfWord {
  return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : new PdfWord(word)
}

const FIRST_LETTER = 0x41
const PERCENT = 0x25
const BACKSLASH = 0x5c
const LONGEST_REFERENCE = 24
const REFERENCE = /^(\d+)\s+\d+\s+R(?![A-Za-z])/
/** 1 for blanks, 2 for the signs that end a word, 0 for what words are made of. */
const KINDS = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = 1
for (const byte of Buffer.from('()<>[]{}/%')) KINDS[byte] = 2
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function endOfLine(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
  return at
}
