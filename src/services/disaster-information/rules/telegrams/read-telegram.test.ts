import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeWarnings } from '../nights/compose-weather.ts'
import { digestOf } from './digest.ts'
import { TELEGRAM_LIMITS } from './limits.ts'
import { readTelegram, type Reading } from './read-telegram.ts'
import type { RefusalReason } from './refusal.ts'

const AT = Temporal.Instant.from('2026-07-14T09:00:00Z')
const GOOD = composeWarnings('VPWW56', [{ code: '29', status: '発表' }], { reportAt: AT }).source.toString()

function taken(reading: Reading) {
  if (!reading.ok) throw new Error(`refused: ${reading.reason} ${reading.place} ${reading.detail}`)
  return reading.telegram
}

function billionLaughs(): string {
  const entities = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('')
  return GOOD.replace('<Report', `<!DOCTYPE Report [<!ENTITY l0 "lol">${entities}]><Report`).replace('<Title>三', '<Title>&l9;三')
}

describe('a telegram that is well', () => {
  test('is read with its head and everything it says', () => {
    const telegram = taken(readTelegram(Buffer.from(GOOD), '20260714090020_0_VPWW56_240000.xml'))
    expect(telegram).toMatchObject({
      type: 'VPWW56', status: '通常', infoType: '発表', serial: null, eventId: '', office: '津地方気象台', infoKind: '気象警報・注意報', reportAt: AT, remarks: [],
    })
    expect(telegram.said.filter(({ areaCode }) => areaCode === '2421000')).toMatchObject([{ hazard: 'landslide', level: 2, kindCode: '29', areaSize: 'municipality' }])
  })

  test.each([
    ['a byte order mark', `\uFEFF${GOOD}`],
    ['other prefixes', GOOD.replace('<Report xmlns=', '<r:Report xmlns:r=').replace('</Report>', '</r:Report>').replace('<Control>', '<r:Control>').replace('</Control>', '</r:Control>').replace(/<(\/?)(Title|DateTime|Status|EditorialOffice|PublishingOffice)>(?=[^]*<\/r:Control>)/g, '<$1r:$2>')],
    ['the five entities', GOOD.replace('三重県の土砂災害', 'A &amp; B &lt; &#x4e09;')],
    ['encoding in capitals or none', GOOD.replace(' encoding="UTF-8"', '')],
  ])('is read with %s', (_, source) => {
    expect(taken(readTelegram(Buffer.from(source))).type).toBe('VPWW56')
  })

  test('has the same digest however it is spaced, and another when one letter differs', () => {
    const digest = (source: string) => digestOf(taken(readTelegram(Buffer.from(source))).tree)
    expect(digest(GOOD.replaceAll('><', '>\r\n    <'))).toBe(digest(GOOD))
    expect(digest(GOOD.replace('<Code>29<', '<Code>49<'))).not.toBe(digest(GOOD))
  })
})

describe('a telegram that is refused says why and where', () => {
  const cases: readonly (readonly [string, Buffer, RefusalReason])[] = [
    ['nothing', Buffer.alloc(0), 'empty'],
    ['100 MB', Buffer.alloc(100 * 1024 * 1024, ' '), 'too-large'],
    ['one byte too many', Buffer.concat([Buffer.from(GOOD), Buffer.alloc(TELEGRAM_LIMITS.bytes, ' ')]), 'too-large'],
    ['cut off in the middle', Buffer.from(GOOD).subarray(0, 900), 'not-well-formed'],
    ['cut off in a letter', Buffer.from('<?xml version="1.0"?><Report>三').subarray(0, -1), 'encoding'],
    ['declared as Shift_JIS', Buffer.from(GOOD.replace('UTF-8', 'Shift_JIS')), 'encoding'],
    ['UTF-16', Buffer.from(`\uFEFF${GOOD}`, 'utf16le'), 'encoding'],
    ['UTF-16 without a mark', Buffer.from(GOOD, 'utf16le'), 'encoding'],
    ['Shift_JIS that calls itself UTF-8', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="UTF-8"?><Report>'), Buffer.from([0x8e, 0x4f, 0x8f, 0x64]), Buffer.from('</Report>')]), 'encoding'],
    ['an external entity', Buffer.from(GOOD.replace('<Report', '<!DOCTYPE Report [<!ENTITY x SYSTEM "file:///etc/passwd">]><Report').replace('<Title>三', '<Title>&x;三')), 'document-type'],
    ['a document type alone', Buffer.from(GOOD.replace('<Report', '<!DOCTYPE Report><Report')), 'document-type'],
    ['a billion laughs', Buffer.from(billionLaughs()), 'document-type'],
    ['an entity that nobody declared', Buffer.from(GOOD.replace('<Title>三', '<Title>&nbsp;三')), 'not-well-formed'],
    ['an element after the end', Buffer.from(`${GOOD}<x/>`), 'not-well-formed'],
    ['a forest of elements', Buffer.from(`<Report>${'<a/>'.repeat(TELEGRAM_LIMITS.elements)}</Report>`), 'too-many-elements'],
    ['a deep well', Buffer.from('<a>'.repeat(50) + '</a>'.repeat(50)), 'too-deep'],
    ['an Atom feed', Buffer.from('<feed xmlns="http://www.w3.org/2005/Atom"/>'), 'unknown-root'],
    ['a Report of somebody else', Buffer.from('<Report xmlns="urn:else"/>'), 'unknown-root'],
    ['no head', Buffer.from(GOOD.replace(/<Head[^]*<\/Head>/, '')), 'missing'],
    ['no time of report', Buffer.from(GOOD.replace(/<ReportDateTime>.*?<\/ReportDateTime>/, '<ReportDateTime/>')), 'missing'],
    ['a time without its offset', Buffer.from(GOOD.replace(/<ReportDateTime>.*?<\/ReportDateTime>/, '<ReportDateTime>2026-07-14T18:00:00</ReportDateTime>')), 'bad-value'],
    ['a status nobody knows', Buffer.from(GOOD.replace('>通常<', '>本番<')), 'bad-value'],
    ['a serial that is no number', Buffer.from(GOOD.replace('<Serial></Serial>', '<Serial>-1</Serial>')), 'bad-value'],
  ]
  test.each(cases)('%s', (_, source, reason) => {
    expect(readTelegram(source)).toMatchObject({ ok: false, reason, place: expect.stringMatching(/./) })
  })
})

describe('what nobody knows is kept and shown raw', () => {
  test('a code: no level, and never one guessed from its name', () => {
    const telegram = taken(readTelegram(Buffer.from(GOOD.replace('<Code>29</Code>', '<Code>59</Code>'))))
    expect(telegram.remarks).toEqual(['unknown-code'])
    expect(telegram.said[0]).toMatchObject({ hazard: 'landslide', level: null, kindCode: '59', kindName: 'レベル２土砂災害注意報' })
  })

  test('a code that is a word of the language', () => {
    expect(taken(readTelegram(Buffer.from(GOOD.replace('<Code>29</Code>', '<Code>constructor</Code>')))).said[0]).toMatchObject({ level: null })
  })

  test('a title: text under the code in the file’s name', () => {
    const other = Buffer.from(GOOD.replace('<Title>気象警報・注意報（Ｒ０６）（土砂災害）</Title>', '<Title>新しい情報</Title>'))
    expect(taken(readTelegram(other, '20280101000000_0_VPXX99_240000.xml'))).toMatchObject({ type: 'VPXX99', said: [], remarks: ['unknown-title'] })
    expect(taken(readTelegram(other))).toMatchObject({ type: 'unknown', remarks: ['unknown-title'] })
  })

  test('a file name that says otherwise than the title', () => {
    expect(taken(readTelegram(Buffer.from(GOOD), 'x_0_VPWW55_240000.xml'))).toMatchObject({ type: 'VPWW56', remarks: ['type-mismatch'] })
  })
})

test('a cancellation says nothing of levels, even when it repeats them', () => {
  const cancelled = GOOD.replace('>発表</InfoType>', '>取消</InfoType>')
  expect(taken(readTelegram(Buffer.from(cancelled)))).toMatchObject({ infoType: '取消', said: [] })
})

describe('whatever comes is read or refused, and never a fault', () => {
  test('bytes of any kind', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(readTelegram(bytes).ok).toBe(false)
    }))
  })

  test('a telegram with anything in any place', () => {
    fc.assert(fc.property(fc.nat(GOOD.length), fc.nat(60), fc.oneof(fc.string(), fc.constantFrom('<', '&#xD800;', '&#0;', ']]>', '<![CDATA[', '<Item>', '</Item>', '\0', '٣', '2026-13-45T25:00:00+09:00')), (at, length, put) => {
      const reading = readTelegram(Buffer.from(GOOD.slice(0, at) + put + GOOD.slice(at + length)))
      if (reading.ok) expect(reading.telegram.said.every(({ level }) => level === null || (level >= 0 && level <= 5))).toBe(true)
      else expect(reading.place).not.toBe('')
    }), { numRuns: 300 })
  })
})
