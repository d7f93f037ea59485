import type { CertificateRequest } from '../model.ts'

/** Names of files carry nobody's name. */
export function fileNameOf({ kind, id }: Pick<CertificateRequest, 'kind' | 'id'>): string {
  return `${kind}-${id.slice(0, 8)}.pdf`
}
