import { Fault } from '#kernel/faults/faults.ts'
import { assertNever } from '#kernel/values/assert-never.ts'
import { PressRoom } from './pdf/press-room.ts'
import type { MissingCharacters, PdfStandard, PressAnswer, Typeface } from './pdf/press-words.ts'

export type { MissingCharacters, PdfStandard, Typeface } from './pdf/press-words.ts'

/** What a template may read; `undefined` and functions are no content. */
export type PrintContent =
  string | number | boolean | null | readonly PrintContent[] | { readonly [name: string]: PrintContent }

export interface PdfOrder {
  /**
   * Typst source that the program wrote itself; it reads `content`. Nothing a person typed may stand in it: whatever
   * stands in `content` is text to the typesetter, never markup.
   */
  readonly template: string
  readonly content: PrintContent
  /** Document property and window title. */
  readonly title: string
  readonly author: string
  /** Written into the file as its date; the same order gives the same bytes. */
  readonly createdAt: Temporal.Instant
  readonly standard: PdfStandard
  readonly missingCharacters: MissingCharacters
  /** `gothic` where nothing is said. A sort that its font lacks is drawn by the other, or by one of the city's. */
  readonly typeface?: Typeface
}

export type PdfResult =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      readonly pageCount: number
      /** Characters, with their variation selectors, printed as 〓 because no font draws them. */
      readonly replacedCharacters: readonly string[]
    }
  | { readonly ok: false; readonly reason: 'content-too-large' }
  | { readonly ok: false; readonly reason: 'characters-not-in-font'; readonly characters: readonly string[] }

export const PDF_CONTENT_LIMIT_MEGABYTES = 16

const press = new PressRoom()

/**
 * Typesets a tagged PDF with embedded fonts. Faults: `unavailable` when the press is overloaded, too slow or broken,
 * `broken` when the template itself does not typeset.
 */
export async function printPdf(order: PdfOrder): Promise<PdfResult> {
  const content = JSON.stringify(order.content, (_name, value: PrintContent) =>
    typeof value === 'string' ? typesettable(value) : value,
  )
  if (content.length > PDF_CONTENT_LIMIT_MEGABYTES * 1e6) return { ok: false, reason: 'content-too-large' }
  const answer = await press.print({
    source: PREAMBLE + order.template,
    inputs: { content, title: typesettable(order.title), author: typesettable(order.author) },
    standard: order.standard,
    createdAtSeconds: Math.floor(order.createdAt.epochMilliseconds / 1000),
    missingCharacters: order.missingCharacters,
    typeface: order.typeface ?? 'gothic',
  })
  return resultOf(answer)
}

/** Ends the presses at once: for the end of the city. Left alone it ends by itself. */
export function closePress(): void {
  press.close()
}

// `auto` takes the time that the order gives. Japanese text breaks by JIS X 4051 rules when language and region say so.
// What the main font lacks is set in the font that the press found for it, sort by sort.
const PREAMBLE = `
#let content = json(bytes(sys.inputs.content))
#let setting = json(bytes(sys.inputs.setting))
#set document(title: sys.inputs.title, author: sys.inputs.author, date: auto)
#set text(font: setting.family, lang: "ja", region: "JP", fallback: false)
#show: body => if setting.pattern == "" { body } else {
  show regex(setting.pattern): sort => text(font: setting.families.at(sort.text), sort)
  body
}
`

// Control characters draw nothing and have no glyph: a space keeps the words apart. Line feeds stay what they are.
const CONTROL_CHARACTERS = /(?!\n)\p{Cc}/gu

function typesettable(text: string): string {
  // A half of a surrogate pair is no character; U+FFFD takes its place and is reported like any missing one.
  return text.toWellFormed().replace(CONTROL_CHARACTERS, ' ')
}

function resultOf(answer: PressAnswer): PdfResult {
  switch (answer.kind) {
    case 'printed':
      return { ok: true, bytes: answer.bytes, pageCount: answer.pageCount, replacedCharacters: answer.replaced }
    case 'characters-missing':
      return { ok: false, reason: 'characters-not-in-font', characters: answer.characters }
    case 'source-broken':
      throw new Fault('broken', `the template cannot be typeset: ${answer.detail}`)
    default:
      return assertNever(answer)
  }
}
