import { createHash, sign, type KeyObject } from 'node:crypto'

/** Who signs: a domain, a selector under which its public key lies in the DNS, and the private key (RSA, 2048 bits). */
export interface DkimSigner {
  readonly domain: string
  readonly selector: string
  readonly key: KeyObject
}

export interface HeaderLine {
  readonly name: string
  /** Without the name and the colon's space; may be folded. */
  readonly value: string
}

/** Names of headers that are signed once more than they are there, so that nobody can add another one (RFC 6376 section 8.15). */
const OVERSIGNED = ['From', 'To', 'Subject', 'Date', 'Message-ID', 'Reply-To', 'Cc', 'Content-Type', 'Content-Transfer-Encoding', 'List-Unsubscribe', 'List-Unsubscribe-Post']

/** Names of a DKIM-Signature's `h` for a message that has these headers. */
export function signedNames(present: readonly string[]): string[] {
  return [...present, ...OVERSIGNED]
}

/** `bh`: SHA-256 over the body in relaxed form (RFC 6376 section 3.4.4). One for all messages with the same body. */
export function bodyHash(body: string): string {
  return createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64')
}

/** A header as it is signed (RFC 6376 section 3.4.2): name in lower case, unfolded, runs of spaces as one. */
export function relaxedHeader({ name, value }: HeaderLine): string {
  return `${name.toLowerCase()}:${value.replace(/\r\n/g, '').replace(/[ \t]+/g, ' ').trim()}`
}

/** The DKIM-Signature header but for its signature, which follows `b=`. `at` in seconds since 1970. */
export function signatureHead({ domain, selector }: DkimSigner, names: readonly string[], bh: string, at: number): string {
  const signed = names.join(':').replace(/(.{1,60}):/g, '$1:\r\n\t ')
  return `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=${selector}; t=${at};\r\n\tbh=${bh};\r\n\th=${signed};\r\n\tb=`
}

/**
 * Signs the headers, which stand in relaxed form one to a line, `dkim-signature:…b=` last and without a line's end. Resolves to base64, folded. The
 * work (up to a millisecond for RSA-2048) is done beside this thread.
 */
export function signHeaders(relaxedHeaders: string, key: KeyObject): Promise<string> {
  return new Promise((resolve, reject) => {
    sign('sha256', Buffer.from(relaxedHeaders, 'latin1'), key, (fault, signature) => {
      if (fault === null) resolve(folded(signature.toString('base64')))
      else reject(fault)
    })
  })
}

/** White space within a signature counts for nothing (RFC 6376 section 3.5); lines of mail stay short. */
function folded(signature: string): string {
  let text = signature.slice(0, LINE)
  for (let at = LINE; at < signature.length; at += LINE) text += `\r\n\t ${signature.slice(at, at + LINE)}`
  return text
}

const LINE = 72

function relaxedBody(body: string): string {
  const lines = body.replace(/[ \t]+\r\n/g, '\r\n').replace(/[ \t]+/g, ' ').replace(/(?:\r\n)*$/, '')
  return lines === '' ? '' : `${lines}\r\n`
}
