import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateKeyPairSync, sign as signRaw, verify as verifyRaw } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePress, printPdf } from '../documents/pdf.ts'
import { ALGORITHM_NAMES, type AlgorithmName } from './authority/algorithms.ts'
import { makeCertificate, type Issuer } from './authority/make-certificate.ts'
import type { Trust } from './authority/trust.ts'
import type { SigningKey } from './cms/sign-message.ts'
import { PaperSigner } from './signing.ts'
import { verifyPaper } from './paper/verify-paper.ts'
import { checkToken } from './time-stamps/check-token.ts'
import { encodeAnswer, encodeQuestion, encodeRefusal, newNonce, readAnswer, readQuestion } from './time-stamps/messages.ts'

const from = Temporal.Instant.from('2026-11-01T00:00:00Z')
const to = Temporal.Instant.from('2029-11-01T00:00:00Z')
const now = Temporal.Instant.from('2026-11-22T00:00:00Z')
let folder: string
let paper: Buffer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tsunagu-signing-'))
  const printed = await printPdf({ template: '= 証明書\n本文', content: {}, title: '証明書', author: '市長', createdAt: now, standard: 'a-2a', missingCharacters: 'refuse' })
  if (!printed.ok) throw new Error(printed.reason)
  paper = Buffer.from(printed.bytes)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  closePress()
})

async function authority(algorithm: AlgorithmName): Promise<{ root: Issuer; signer: SigningKey; stamper: SigningKey; trust: Trust }> {
  const subject = { organisation: '試験市', commonName: '試験市認証局' }
  const root = { ...(await makeCertificate({ role: 'root', algorithm, subject, from, to, issuer: null })), algorithm, subject }
  const leaf = async (role: 'signer' | 'time-stamper') => {
    const made = await makeCertificate({ role, algorithm, subject: { organisation: '試験市', commonName: role }, from, to, issuer: root })
    return { ...made, algorithm, chain: [root.certificate] }
  }
  return { root, signer: await leaf('signer'), stamper: await leaf('time-stamper'), trust: { anchors: [root.certificate], revokedAt: new Map() } }
}

/** Programs of the machine that know the standards too; where one is missing its tests are left out. */
const [OPENSSL, PDFSIG, QPDF] = ['openssl', 'pdfsig', 'qpdf'] as const
const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

describe.each(ALGORITHM_NAMES)('under %s', (algorithm) => {
  test('certificates chain, papers verify, stamps hold', async () => {
    const { signer, stamper, trust } = await authority(algorithm)
    const signed = await new PaperSigner({ key: { ...signer, certificateId: null }, trust, stampAddress: null, now }).sign(paper, { reason: '試験', withoutTimeStamp: 'sign' })
    if (!signed.ok) throw new Error(signed.detail)
    expect(verifyPaper(signed.bytes, trust, now)).toMatchObject({ isGenuine: true, reasons: ['no-time-stamp'] })
    const question = { digest: Buffer.alloc(32, 5), digestOid: '2.16.840.1.101.3.4.2.1', nonce: newNonce() }
    const asked = readQuestion(encodeQuestion(question))
    expect(asked).toEqual(question)
    const answer = readAnswer(encodeAnswer(stamper, question, now))
    expect(answer.ok && checkToken(answer.token, Buffer.from('something else'), trust)).toEqual({ ok: false, reason: 'time-stamp-broken' })
    // A signer's certificate is none for time stamps, whoever certified it.
    const wrong = readAnswer(encodeAnswer(signer, question, now))
    expect(wrong.ok && checkToken(wrong.token, Buffer.from('something else'), trust)).toEqual({ ok: false, reason: 'time-stamp-broken' })
  })

  test.skipIf(!has(OPENSSL))('openssl reads the certificates and finds the way up', async () => {
    const { root, signer, stamper } = await authority(algorithm)
    const paths = { root: join(folder, 'root.pem'), signer: join(folder, 'signer.pem'), stamper: join(folder, 'stamper.pem') }
    writeFileSync(paths.root, root.certificate.toString())
    writeFileSync(paths.signer, signer.certificate.toString())
    writeFileSync(paths.stamper, stamper.certificate.toString())
    const check = (purpose: string[], path: string) => execFileSync(OPENSSL, ['verify', '-x509_strict', '-attime', String(now.epochMilliseconds / 1000), ...purpose, '-CAfile', paths.root, path], { encoding: 'utf8' })
    expect(check([], paths.signer)).toContain('OK')
    expect(check(['-purpose', 'timestampsign'], paths.stamper)).toContain('OK')
  })

  test.skipIf(!has(OPENSSL))('openssl holds a stamp for one of RFC 3161', async () => {
    const { root, stamper } = await authority(algorithm)
    const [stamped, answer, anchors] = [join(folder, 'stamped'), join(folder, 'answer.tsr'), join(folder, 'anchors.pem')]
    writeFileSync(stamped, 'stamped')
    writeFileSync(anchors, root.certificate.toString())
    const query = execFileSync(OPENSSL, ['ts', '-query', '-data', stamped, '-sha256', '-cert'])
    const question = readQuestion(query)
    if (question === null) throw new Error('the question of openssl cannot be read')
    writeFileSync(answer, encodeAnswer(stamper, question, now))
    const said = execFileSync(OPENSSL, ['ts', '-verify', '-data', stamped, '-in', answer, '-CAfile', anchors, '-attime', String(now.epochMilliseconds / 1000)], { encoding: 'utf8' })
    expect(said).toContain('Verification: OK')
  })
})

describe('a signed paper as other programs see it', () => {
  const signedWith = async (algorithm: AlgorithmName) => {
    const { signer, trust } = await authority(algorithm)
    const signed = await new PaperSigner({ key: { ...signer, certificateId: null }, trust, stampAddress: null, now }).sign(paper, { reason: '試験', withoutTimeStamp: 'sign' })
    if (!signed.ok) throw new Error(signed.detail)
    const path = join(folder, `${algorithm}.pdf`)
    writeFileSync(path, signed.bytes)
    return path
  }

  test.skipIf(!has(PDFSIG))('pdfsig finds the signature valid and the whole document signed', async () => {
    const said = spawnSync(PDFSIG, [await signedWith('rsa-2048-sha256')], { encoding: 'utf8' }).stdout
    for (const part of ['Signature is Valid', 'Total document signed', 'ETSI.CAdES.detached']) expect(said).toContain(part)
  })

  test.skipIf(!has(QPDF))('qpdf finds nothing wrong with the file', async () => {
    const { status, stdout, stderr } = spawnSync(QPDF, ['--check', await signedWith('rsa-2048-sha256')], { encoding: 'utf8' })
    expect([status, `${stdout}${stderr}`]).toEqual([0, expect.stringContaining('No syntax or stream encoding errors found')])
  })
})

describe('answers of an authority that cannot be used', () => {
  test.each([
    ['a refusal', () => encodeRefusal('no'), 'it refused (status 2)'],
    ['nonsense', () => Buffer.from('<html>'), 'its answer is none of RFC 3161'],
    ['nothing', () => Buffer.alloc(0), 'its answer is none of RFC 3161'],
  ])('%s', (_, answer, problem) => {
    expect(readAnswer(answer())).toEqual({ ok: false, problem })
  })

  test('questions that are none', () => {
    expect([Buffer.alloc(0), Buffer.from('hello'), encodeRefusal('no')].map(readQuestion)).toEqual([null, null, null])
  })
})

test('a key made elsewhere signs nothing that these certificates verify', async () => {
  const { signer } = await authority('ecdsa-p256-sha256')
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  expect(verifyRaw('sha256', Buffer.from('x'), signer.certificate.publicKey, signRaw('sha256', Buffer.from('x'), privateKey))).toBe(false)
})
