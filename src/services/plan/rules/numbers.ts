/** A row's number as printed, taken apart: ①(3)-8 is vision 1, direction 3, item 8. */
export interface PrintedNumber {
  /** Null where only `(3)-8` is printed and the vision stands in the heading above. */
  readonly vision: number | null
  readonly direction: number
  readonly item: number
  /** As printed, without spaces and without marks of repetition. */
  readonly printed: string
  readonly isCircled: boolean
}

/** 【再掲】 says that a line repeats a project, 【再掲有】 that the project is repeated elsewhere. */
export type RepetitionMark = 'again' | 'has-others'

export interface Unmarked {
  readonly text: string
  readonly mark: RepetitionMark | null
  /** The mark as printed; the official form is in 【】. */
  readonly printedMark: string
}

/** Names are shorter; in a longer text the words are no mark. */
const LONGEST_MARKED = 300

const BRACKETED_MARK = /\s*[【[(（〔［〈<]\s*再\s*掲\s*(有り?|あり|アリ)?\s*[】\])）〕］〉>]?\s*/
const BARE_MARK = /\s*※?再掲(有り?|あり)?$/

/** Takes the mark of repetition off a number or a name. */
export function withoutRepetitionMark(text: string): Unmarked {
  if (!text.includes('再') || text.length > LONGEST_MARKED) return { text, mark: null, printedMark: '' }
  const match = text.match(BRACKETED_MARK) ?? text.match(BARE_MARK)
  if (!match || match.index === undefined) return { text, mark: null, printedMark: '' }
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim()
  return { text: rest, mark: match[1] ? 'has-others' : 'again', printedMark: match[0].trim() }
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚'
const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ'
const DASH = '[-‐‑‒–—―−ー－─.．]'
const FULL = new RegExp(
  `^([${CIRCLED}]|[${ROMAN}]|\\d{1,2})${DASH}?(?:[(（](\\d{1,2})[)）]|${DASH}(\\d{1,2})|(?<=[${CIRCLED}])(\\d{1,2}))${DASH}(\\d{1,5})$`,
)
const WITHOUT_VISION = new RegExp(`^[(（](\\d{1,2})[)）]${DASH}(\\d{1,5})$`)
const LONGEST_NUMBER = 24

/** Reads `① (3)-8 【再掲有】`, `1-3-8`, `Ⅰ（３）－８`, `(3)-8`; null for anything else. */
export function readPrintedNumber(text: string): PrintedNumber | null {
  if (text === '' || text.length > LONGEST_NUMBER || !/[0-9０-９]/.test(text)) return null
  const printed = withoutRepetitionMark(text).text.replace(/\s/g, '')
  const plain = printed.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const full = plain.match(FULL)
  if (full) {
    const sign = full[1] as string
    const direction = Number(full[2] ?? full[3] ?? full[4])
    return { vision: visionOf(sign), direction, item: Number(full[5]), printed, isCircled: CIRCLED.includes(sign) }
  }
  const short = plain.match(WITHOUT_VISION)
  if (!short) return null
  return { vision: null, direction: Number(short[1]), item: Number(short[2]), printed, isCircled: false }
}

/** The number that a circled, Roman or plain sign stands for. */
export function visionOf(sign: string): number {
  const circled = CIRCLED.indexOf(sign)
  if (circled >= 0) return circled + 1
  const roman = ROMAN.indexOf(sign)
  return roman >= 0 ? roman + 1 : Number(sign.normalize('NFKC'))
}

/** `①`; beyond the circled digits of Unicode a plain number. */
export function circled(vision: number): string {
  return CIRCLED[vision - 1] ?? String(vision)
}

/** The number in the form of the official table: `①(3)-8`. */
export function printNumber(vision: number, direction: number, item: number): string {
  return `${circled(vision)}(${direction})-${item}`
}
