import type { PlanDocument } from '../model.ts'
import { fieldText } from '../store/document-fields.ts'
import type { KeptChange } from '../store/changes.ts'
import type { EditField } from '../forms.ts'

/** One field of a sheet as three people see it: what the editor was given, what stands there now, what they typed. */
export interface ComparedField {
  readonly edit: EditField
  readonly given: string
  readonly present: string
  readonly typed: string
}

/** What becomes of an edit when the sheet may have changed since the editor opened it. */
export interface Comparison {
  /** Changed by the editor alone: will be saved. */
  readonly mine: readonly ComparedField[]
  /** Changed by somebody else alone: stays. */
  readonly theirs: readonly ComparedField[]
  /** Changed by both, and differently: the editor must choose. */
  readonly both: readonly ComparedField[]
}

/**
 * Compares what was typed with what the editor was given and what stands there now. What they were given is found in
 * the history: the text before the first change that came after the revision their form carries.
 */
export function compareEdit(
  document: PlanDocument,
  fields: readonly EditField[],
  typed: Readonly<Record<string, string>>,
  since: readonly KeptChange[],
): Comparison {
  const given = new Map<string, string>()
  for (const { field, before } of since) if (!given.has(field)) given.set(field, before)
  const compared = fields.map((edit): ComparedField => {
    const present = lines(fieldText(document, edit.address) ?? '')
    return { edit, present, given: lines(given.get(edit.address.field) ?? present), typed: typed[edit.name] ?? present }
  })
  const isMine = ({ typed: own, given: old }: ComparedField) => own !== old
  const isTheirs = ({ present, given: old }: ComparedField) => present !== old
  return {
    mine: compared.filter((field) => isMine(field) && !isTheirs(field)),
    theirs: compared.filter((field) => isTheirs(field) && !isMine(field)),
    both: compared.filter((field) => isMine(field) && isTheirs(field) && field.typed !== field.present),
  }
}

/** Forms send line feeds; a text that was imported with other line ends has not been edited for that. */
function lines(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
