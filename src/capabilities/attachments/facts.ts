import { z } from 'zod'
import { factType } from '#kernel/facts/fact.ts'

/** Of single files nothing is told here: whoever owns them tells what became of the whole. */
export const facts = {
  /** Somebody decided what becomes of files while no scanner is named; the subject is the switch. */
  scanningChanged: factType(
    'attachments.scanning-changed',
    z.object({ withoutScanner: z.enum(['accept', 'refuse']).meta({ privacy: 'internal' }) }),
    { subjectPrivacy: 'internal' },
  ),
}
