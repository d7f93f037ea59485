import { Fault } from '#kernel/faults/faults.ts'
import type { ValuesOf } from '#kernel/forms/form.ts'
import { redirect, type Answer } from '#kernel/web/answers.ts'
import type { Submission } from '#kernel/web/visit.ts'
import { isUuid } from '#kernel/values/uuid.ts'
import { makeNext } from './authority/city-authority.ts'
import { facts } from './facts.ts'
import type { renewForm, revokeForm } from './forms.ts'
import { findCertificate, revokeCertificate, waitForOthers } from './store.ts'
import { words } from './text.ts'

/** A new certificate before its time, e.g. for another algorithm; the one before it goes on verifying. */
export async function makeCertificateNow({ tx, city, values }: Submission<ValuesOf<typeof renewForm>>): Promise<Answer> {
  await waitForOthers(tx)
  await makeNext(tx, city, values.role)
  return redirect('/staff/signing', { notice: words.renewed })
}

/** What is revoked is followed at once: a city without a certificate could issue nothing. */
export async function revoke({ tx, city, values }: Submission<ValuesOf<typeof revokeForm>>): Promise<Answer> {
  await waitForOthers(tx)
  const found = isUuid(values.certificate) ? await findCertificate(tx, values.certificate) : undefined
  if (found === undefined) throw new Fault('not-found')
  if ((await revokeCertificate(tx, found.id, values.because)) === 0) throw new Fault('conflict', 'the certificate is revoked already')
  tx.publish(facts.certificateRevoked, `certificate:${found.id}`, { role: found.role, serialNumber: found.serialNumber })
  await makeNext(tx, city, found.role)
  return redirect('/staff/signing', { notice: words.revokedNotice })
}
