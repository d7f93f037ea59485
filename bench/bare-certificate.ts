import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { ObjectIdentifier, OctetString, Utf8String } from 'asn1js'
import {
  AlgorithmIdentifier, Attribute, AttributeTypeAndValue, Certificate, ContentInfo, EncapsulatedContentInfo, IssuerAndSerialNumber, SignedAndUnsignedAttributes, SignedData, SignerInfo,
} from 'pkijs'

const FONT = '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf'
const SHEET = '../src/services/certificates/api/paper.typ'
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const
const ROOM_BYTES = 12_288

/** The same paper as typst and pkijs make it by themselves: no register, no request, no reading back, no time stamp. */
export class BarePress {
  private readonly compiler = NodeCompiler.create({ workspace: '/bare', fontArgs: [{ fontBlobs: [readFileSync(fileURLToPath(import.meta.resolve(FONT)))] }] })
  private readonly template = readFileSync(new URL(SHEET, import.meta.url), 'utf8')
  private readonly key: CryptoKey
  private readonly certificate: Certificate

  private constructor(key: CryptoKey, certificate: Certificate) {
    this.key = key
    this.certificate = certificate
  }

  static async open(): Promise<BarePress> {
    const keys = await crypto.subtle.generateKey({ ...ALGORITHM, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }, true, ['sign', 'verify'])
    const certificate = new Certificate()
    for (const name of [certificate.issuer, certificate.subject]) name.typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: 'bare' }) }))
    certificate.notBefore.value = new Date('2026-01-01')
    certificate.notAfter.value = new Date('2030-01-01')
    await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
    await certificate.sign(keys.privateKey, 'SHA-256')
    return new BarePress(keys.privateKey, certificate)
  }

  async makePaper(name: string, address: string): Promise<Buffer> {
    const content = {
      city: '亀山市', title: '住民票', certified: 'この写しは、世帯全員の住民票の原本と相違ないことを証明する。', day: '令和8年11月22日', issuer: '亀山市長', stamp: '亀山\n市長之印', stampLabel: '公印', seal: null,
      sections: [[['住所', address], ['世帯主', name]], [['氏名', name], ['氏名の振り仮名', 'カメヤマ タロウ'], ['生年月日', '昭和55年4月1日'], ['性別', '男'], ['続柄', '世帯主'], ['本籍', '三重県亀山市本丸町1番地'], ['筆頭者', '亀山 太郎'], ['住民となった年月日', '平成12年4月1日'], ['住所を定めた年月日', '平成12年4月1日']]],
      code: 'ABCD-EFGH-JKMN-PQRS', qr: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>', qrLabel: 'QR', verify: 'この書類が本物かどうかは、QRコードで確かめられます。', invented: '',
    }
    const source = `#let content = json(bytes(sys.inputs.content))\n#set document(title: "住民票", date: auto)\n#set text(font: "Noto Serif JP", lang: "ja", region: "JP", fallback: false)\n${this.template}`
    const { result } = this.compiler.compile({ mainFileContent: source, inputs: { content: JSON.stringify(content) }, resetRead: true })
    if (result === null) throw new Error('the bare paper cannot be typeset')
    const bytes = this.compiler.pdf(result, { pdfStandard: 'a-2a', creationTimestamp: 1_700_000_000 })
    this.compiler.evictCache(0)
    return this.sign(Buffer.from(bytes))
  }

  /** A detached message over the file, appended with its room; where exactly it stands in a PDF costs no time worth measuring. */
  private async sign(bytes: Buffer): Promise<Buffer> {
    const digest = createHash('sha256').update(bytes).digest()
    const attributes = [
      new Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: '1.2.840.113549.1.7.1' })] }),
      new Attribute({ type: '1.2.840.113549.1.9.4', values: [new OctetString({ valueHex: new Uint8Array(digest).buffer })] }),
    ]
    const signed = new SignedData({
      version: 1, encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }), certificates: [this.certificate],
      digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })],
      signerInfos: [new SignerInfo({
        version: 1, sid: new IssuerAndSerialNumber({ issuer: this.certificate.issuer, serialNumber: this.certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      })],
    })
    await signed.sign(this.key, 0, 'SHA-256', new Uint8Array(bytes).buffer)
    const message = Buffer.from(new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) }).toSchema().toBER())
    return Buffer.concat([bytes, Buffer.from(message.toString('hex').padEnd(2 * ROOM_BYTES, '0'))])
  }
}
