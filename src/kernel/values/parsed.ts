/**
 * What came of reading a text. A text that cannot be read is an ordinary answer and no fault: the reason is a code
 * from a closed set, which the page, the import or the log puts into words. `Note` is what has to be told beside a
 * value that was read, for example that a leading zero was restored; nothing is mended in silence.
 */
export type Parsed<Value, Reason extends string = string, Note extends object = object> =
  | (Readonly<Note> & { readonly ok: true; readonly value: Value })
  | Refused<Reason>

export interface Refused<Reason extends string = string> {
  readonly ok: false
  readonly reason: Reason
}

export function parsed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refused<const Reason extends string>(reason: Reason): Refused<Reason> {
  return { ok: false, reason }
}
