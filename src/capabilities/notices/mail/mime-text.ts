/** RFC 2045 section 6.8: a line of base64 has 76 characters at most. */
const BASE64_LINE = 76
/** RFC 2047 section 2: an encoded word has 75 characters at most, of which `=?UTF-8?B??=` takes 12: 45 bytes in base64. */
const WORD_BYTES = 45
/** RFC 2045 section 6.7: a line of quoted-printable has 76 characters at most, with its soft break. */
const QUOTED_LINE = 75

export interface EncodedText {
  readonly encoding: '7bit' | 'quoted-printable' | 'base64'
  /** With CRLF at the end of each line, the last one too. */
  readonly body: string
}

/** A text for the body of a mail, in whichever encoding is the shorter; Japanese is in base64, Portuguese stays readable. */
export function encodedText(text: string): EncodedText {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n*$/, '\n')
  if (/^[\t\n\x20-\x7e]*$/.test(lines) && lines.split('\n').every((line) => line.length <= BASE64_LINE && !line.startsWith('.'))) {
    return { encoding: '7bit', body: lines.replaceAll('\n', '\r\n') }
  }
  const quoted = quotedPrintable(lines)
  const coded = base64Lines(Buffer.from(lines.replaceAll('\n', '\r\n'), 'utf8'))
  return quoted.length <= coded.length ? { encoding: 'quoted-printable', body: quoted } : { encoding: 'base64', body: coded }
}

/**
 * A header's value of any characters (RFC 2047): plain where it is ASCII and short, otherwise encoded words on folded
 * lines, none of which ends within a character. Control characters become spaces, so no text can become a second header.
 */
export function encodedHeader(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
  if (/^[\x20-\x7e]*$/.test(line) && !line.includes('=?') && line.length <= QUOTED_LINE) return line
  return wordsOf(line).map((word) => `=?UTF-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join('\r\n ')
}

/** A header's value as people read it: the encoded words of `encodedHeader` again as text. */
export function decodedHeader(value: string): string {
  const joined = value.replace(/\r\n[ \t]+/g, ' ').replace(/\?=\s+=\?/g, '?==?')
  return joined.replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, coded: string) => Buffer.from(coded, 'base64').toString('utf8'))
}

function base64Lines(bytes: Buffer): string {
  return bytes.toString('base64').replace(new RegExp(`.{1,${BASE64_LINE}}`, 'g'), '$&\r\n')
}

function quotedPrintable(text: string): string {
  return text.split('\n').slice(0, -1).map((line) => quotedLine(line)).join('')
}

function quotedLine(line: string): string {
  const bytes = Buffer.from(line, 'utf8')
  const rows: string[] = []
  let row = ''
  for (const [index, byte] of bytes.entries()) {
    if (row.length > QUOTED_LINE - 3) {
      rows.push(`${row}=`)
      row = ''
    }
    row += isPlain(byte, row === '', index === bytes.length - 1) ? String.fromCodePoint(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return [...rows, row].map((each) => `${each}\r\n`).join('')
}

/** A space at the end of a line gets lost on the way, and a dot at its beginning would have to be doubled (RFC 5321 section 4.5.2). */
function isPlain(byte: number, isFirst: boolean, isLast: boolean): boolean {
  if (byte === 0x20 || byte === 0x09) return !isLast
  if (byte === 0x2e) return !isFirst
  return byte > 0x20 && byte < 0x7f && byte !== 0x3d
}

function wordsOf(line: string): string[] {
  const words: string[] = []
  let word = ''
  for (const { segment } of graphemes.segment(line)) {
    if (Buffer.byteLength(word + segment, 'utf8') > WORD_BYTES && word !== '') {
      words.push(word)
      word = ''
    }
    word += segment
  }
  return words.concat(word).flatMap((each) => (Buffer.byteLength(each, 'utf8') > WORD_BYTES ? charactersOf(each) : [each]))
}

/** A cluster of many code points, an emoji family of emoji for one, is longer than a word may be: then between those. */
function charactersOf(cluster: string): string[] {
  const points = [...cluster]
  return Array.from({ length: Math.ceil(points.length / 11) }, (_, index) => points.slice(index * 11, (index + 1) * 11).join(''))
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
