import { decode } from 'jpeg-js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '#kernel/access/actor.ts'
import { openTestCity } from '#kernel/testing/test-city.ts'
import { KAMEYAMA } from '../../testing.ts'
import { attachmentAnswer, attachmentsOf, forgetAttachments, openAttachment, removeAttachment, takeIn } from './attachments.ts'
import { eicarPdf, HEIC, jpegOf, pdfOf, pngOf, withExif, withSegment, zipOf } from './invented-files.ts'
import { attachments } from './manifest.ts'
import type { AttachmentRules } from './model.ts'
import { checkContent } from './rules/check.ts'
import { ClamdClient } from './scanner/clamd-client.ts'
import { StandInClamd } from './scanner/stand-in-clamd.ts'
import { setScanningRule } from './store.ts'

const rules: AttachmentRules = { kinds: ['jpeg', 'png', 'heic', 'pdf', 'zip'], mostBytes: 4 * 1024 * 1024, mostFiles: 2 }
const photo = jpegOf(40, 20)
const svg = Buffer.from('\ufeff<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')

describe('what a file is, by its content', () => {
  test.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['too much', Buffer.alloc(5 * 1024 * 1024, 0xff), 'too-large'],
    ['a program', Buffer.from('7f454c460201010000000000000000000200', 'hex'), 'unknown-kind'],
    ['an SVG', svg, 'active-content'],
    ['a page', Buffer.from('\n <!DOCTYPE html><script>1</script>'), 'active-content'],
    ['a page in UTF-16', Buffer.from('\ufeff<html><body>', 'utf16le'), 'active-content'],
    ['a page before a PDF', Buffer.concat([Buffer.from('GIF-like junk '), pdfOf()]), 'two-in-one'],
    ['a ZIP behind a picture', Buffer.concat([photo, zipOf({ 'a.pdf': pdfOf() })]), 'two-in-one'],
    ['a ZIP behind a PDF', Buffer.concat([pdfOf(), zipOf({ 'a.pdf': pdfOf() }), Buffer.from('%%EOF')]), 'two-in-one'],
    ['a script in a comment', withSegment(photo, 0xfe, Buffer.from('<ScRiPt>alert(1)</script>')), 'two-in-one'],
    ['a page in a PNG text', pngOf(4, 4, [['tEXt', 'Comment\0<html>']]), 'two-in-one'],
    ['half a picture', photo.subarray(0, photo.length / 2), 'damaged'],
    ['a PNG with a wrong sum', Buffer.concat([pngOf(4, 4).subarray(0, -2), Buffer.from([0, 0])]), 'damaged'],
    ['a PNG of a milliard points', pngOf(40_000, 40_000), 'picture-too-large'],
    ['a PDF without pages', Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF'), 'damaged'],
    ['a PDF with a password', pdfOf({ trailer: '/Encrypt 9 0 R' }), 'pdf-encrypted'],
    ['a PDF with a program', pdfOf({ extra: '/OpenAction << /S /JavaScript /JS (app.alert) >>' }), 'pdf-script'],
    ['a PDF with a program in another spelling', pdfOf({ extra: '/OpenAction << /S /J#61vaScript >>' }), 'pdf-script'],
    ['a PDF with a program in a packed object', pdfOf({ hidden: '<< /S /JavaScript /JS (app.alert) >>' }), 'pdf-script'],
    ['a PDF with a file inside', pdfOf({ hidden: '<< /Type /EmbeddedFile >>' }), 'pdf-embedded'],
    ['an archive with a program', zipOf({ 'a.exe': Buffer.from('4d5a90000300000004000000ffff0000', 'hex') }), 'archive-content'],
    ['an archive in an archive', zipOf({ 'a.zip': zipOf({ 'a.pdf': pdfOf() }) }), 'archive-content'],
    ['an archive that leaves its folder', zipOf({ '../../a.pdf': pdfOf() }), 'archive-path'],
    ['an archive that grows', zipOf({ 'a.pdf': Buffer.alloc(15 * 1024 * 1024) }), 'archive-bomb'],
    ['an archive of too many', zipOf(Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${index}.pdf`, pdfOf()]))), 'archive-bomb'],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await checkContent(bytes, rules)).toMatchObject({ ok: false, reason })
  })

  test('what a place does not take is refused there', async () => {
    expect(await checkContent(zipOf({ 'a.pdf': pdfOf() }), { ...rules, kinds: ['jpeg', 'pdf'] })).toMatchObject({ ok: false, reason: 'kind-not-taken' })
  })

  test('no bytes whatever throw', async () => {
    const heads = [photo.subarray(0, 20), pngOf(4, 4).subarray(0, 30), Buffer.from('%PDF-1.7 stream '), Buffer.from('PK\u0003\u0004')]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, tail) => {
        expect((await checkContent(Buffer.concat([head, tail]), rules)).ok).toBeTypeOf('boolean')
      }),
      { numRuns: 100 },
    )
  })
})

describe('what is kept', () => {
  test('a PDF as it is, with its pages and how they lie', async () => {
    const bytes = pdfOf({ rotate: 90 })
    expect(await checkContent(bytes, rules)).toEqual({ ok: true, file: { kind: 'pdf', bytes, width: 842, height: 595, pages: 1, changes: [] } })
  })

  test('an upright picture point by point, without where and with what it was taken', async () => {
    const checked = await checkContent(withExif(photo, 1), rules)
    if (!checked.ok) throw new Error(checked.reason)
    expect(checked.file.bytes.includes('GPS')).toBe(false)
    expect(decode(checked.file.bytes).data).toEqual(decode(photo).data)
    expect(checked.file.changes).toEqual(['metadata-removed'])
  })

  // The red half lay on the left: where it must be once the picture stands upright, by EXIF orientation.
  test.each([[3, 40, 20, 'right'], [6, 20, 40, 'above'], [8, 20, 40, 'below']] as const)('orientation %i is applied', async (orientation, width, height, side) => {
    const checked = await checkContent(withExif(photo, orientation), rules)
    if (!checked.ok) throw new Error(checked.reason)
    expect(checked.file).toMatchObject({ width, height, kind: 'jpeg', changes: ['turned-upright', 'metadata-removed'] })
    const { data } = decode(checked.file.bytes)
    const isRed = (x: number, y: number) => (data[(y * width + x) * 4 + 1] as number) < 100
    expect({ above: isRed(10, 3), below: isRed(10, height - 4), right: isRed(width - 4, 10) }[side]).toBe(true)
    expect({ above: isRed(10, height - 4), below: isRed(10, 3), right: isRed(3, 10) }[side]).toBe(false)
  })

  test('a HEIC as JPEG', async () => {
    const checked = await checkContent(HEIC, rules)
    expect(checked).toMatchObject({ ok: true, file: { kind: 'jpeg', width: 64, height: 32, changes: ['converted-from-heic', 'metadata-removed'] } })
  })

  test('a PNG without its texts, and an archive of papers', async () => {
    expect(await checkContent(pngOf(8, 4, [['tEXt', 'Author\0somebody']]), rules)).toMatchObject({ ok: true, file: { bytes: pngOf(8, 4), changes: ['metadata-removed'] } })
    expect(await checkContent(zipOf({ 'papers/a.pdf': pdfOf(), 'b.jpg': photo }), rules)).toMatchObject({ ok: true, file: { kind: 'zip' } })
  })
})

describe('the scanner', () => {
  const standIn = new StandInClamd()
  afterAll(() => standIn.close())
  const client = async () => new ClamdClient(`tcp:127.0.0.1:${await standIn.listen()}`)

  test('takes and refuses over its own protocol', async () => {
    expect(await (await client()).scan(Buffer.alloc(300_000, 1))).toEqual({ outcome: 'clean' })
    expect(await (await client()).scan(eicarPdf())).toEqual({ outcome: 'virus', name: 'Eicar-Test-Signature' })
    expect(await (await client()).version()).toContain('stand-in')
  })

  test('is silent where nobody answers, and its address is one of two kinds', async () => {
    expect(await new ClamdClient('unix:/nonexistent/clamd.ctl').scan(photo)).toMatchObject({ outcome: 'silent' })
    expect(() => new ClamdClient('http://scanner')).toThrow(RangeError)
  })
})

describe('in the database', () => {
  let city: Awaited<ReturnType<typeof openTestCity>>
  const place = { owner: 'thing:1', slot: 'papers' }
  const act = <Result>(work: Parameters<typeof city.database.act<Result>>[2], part = 'attachments') => city.database.act(part, systemActor, work)

  beforeAll(async () => {
    city = await openTestCity({ parts: [attachments], folder: KAMEYAMA })
  })
  afterAll(() => city.close())

  test('a file comes back as it was checked, under its name, and leaves with its owner', async () => {
    // More than two pieces long.
    const large = Buffer.concat([Buffer.from('%PDF-1.7\n9 0 obj\n<< /Length 1200000 >>\nstream\n'), Buffer.alloc(1_200_000, 'ink '), Buffer.from('\nendstream\nendobj\n'), pdfOf().subarray(9)])
    const taken = await act((tx) => takeIn(tx, { fileName: 'C:\\secret\\..\\\u202egpj.証明\n.jpg', bytes: large }, place, rules))
    if (!taken.ok) throw new Error(taken.reason)
    expect(taken.attachment).toMatchObject({ fileName: 'gpj.証明.jpg', kind: 'pdf', pages: 1, scanned: 'stand-in' })
    const opened = await act((tx) => openAttachment(tx, { owner: 'thing:1', id: taken.attachment.id, basis: 'test' }))
    expect(opened.bytes.equals(large)).toBe(true)
    const answer = await act((tx) => attachmentAnswer(tx, { owner: 'thing:1', id: taken.attachment.id, as: 'download', basis: 'test' }))
    expect(answer).toMatchObject({ type: 'application/pdf', saveAs: 'gpj.証明.pdf' })
    const [{ count } = { count: 0 }] = await city.owner<{ count: number }[]>`select count(*)::int as count from attachments.piece where position(${large.subarray(200, 240)}::bytea in sealed) > 0`
    expect(count).toBe(0)
    await expect(act((tx) => openAttachment(tx, { owner: 'thing:2', id: taken.attachment.id, basis: 'test' }))).rejects.toMatchObject({ code: 'not-found' })
    expect(await act((tx) => forgetAttachments(tx, 'thing:1'))).toBe(1)
    expect(await city.owner`select 1 from attachments.piece`).toEqual([])
  })

  test('refusals keep nothing: too many, a virus, no scanner', async () => {
    const bring = (bytes: Buffer) => act((tx) => takeIn(tx, { fileName: 'a', bytes }, { owner: 'thing:3', slot: 'papers' }, rules))
    expect(await bring(eicarPdf())).toMatchObject({ ok: false, reason: 'virus', values: { detail: 'Eicar-Test-Signature' } })
    expect([(await bring(pdfOf())).ok, (await bring(pdfOf())).ok]).toEqual([true, true])
    expect(await bring(pdfOf())).toMatchObject({ ok: false, reason: 'too-many' })
    const [first] = await act((tx) => attachmentsOf(tx, 'thing:3'))
    expect(await act((tx) => removeAttachment(tx, 'thing:3', first?.id ?? ''))).toBe(true)
    await act((tx) => setScanningRule(tx, 'refuse'))
    expect(await bring(pdfOf())).toMatchObject({ ok: false, reason: 'no-scanner' })
    await act((tx) => setScanningRule(tx, 'accept'))
    expect(await bring(pdfOf())).toMatchObject({ ok: true, attachment: { scanned: 'not-scanned' } })
    expect(await act((tx) => attachmentsOf(tx, 'thing:3'))).toHaveLength(2)
  })
})
