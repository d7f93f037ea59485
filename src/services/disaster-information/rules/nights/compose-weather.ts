import { composeTelegram, element, type ComposedTelegram, type Letterhead } from './compose-telegram.ts'

/** Where invented weather happens: the city, and two neighbours that a telegram of the prefecture also names. */
export interface Place {
  readonly code: string
  readonly name: string
}
export const KAMEYAMA: Place = { code: '2421000', name: '亀山市' }
export const NEIGHBOURS: readonly Place[] = [{ code: '2420700', name: '鈴鹿市' }, { code: '2420100', name: '津市' }]

/** Kinds by (telegram, code): names as the agency writes them. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  10: 'レベル２大雨注意報', '03': 'レベル３大雨警報', 43: 'レベル４大雨危険警報', 33: 'レベル５大雨特別警報',
  29: 'レベル２土砂災害注意報', '09': 'レベル３土砂災害警報', 49: 'レベル４土砂災害危険警報', 39: 'レベル５土砂災害特別警報',
  15: '強風注意報', '05': '暴風警報', 14: '雷注意報', 20: '濃霧注意報', 12: '大雪注意報', '06': '大雪警報',
}
const OLD_NAMES: Readonly<Record<string, string>> = { ...KIND_NAMES, 10: '大雨注意報', '03': '大雨警報', 33: '大雨特別警報', 18: '洪水注意報', '04': '洪水警報' }

const TITLES: Readonly<Record<string, readonly [title: string, about: string]>> = {
  VPWW55: ['気象警報・注意報（Ｒ０６）（大雨）', '大雨'], VPWW56: ['気象警報・注意報（Ｒ０６）（土砂災害）', '土砂災害'], VPWW58: ['気象警報・注意報（Ｒ０６）（暴風）', '暴風'],
  VPWW60: ['気象警報・注意報（Ｒ０６）（大雪）', '大雪'], VPWW61: ['気象警報・注意報（Ｒ０６）（その他注意報）', 'その他の'], VPWW54: ['気象警報・注意報（Ｈ２７）', '気象'],
}

export interface ComposedKind {
  readonly code: string
  /** 発表, 継続, 解除, 警報から注意報 … */
  readonly status: string
  readonly last?: string
  /** Only in old telegrams: 土砂災害, 浸水害. */
  readonly condition?: string
}

type When = Partial<Letterhead> & { readonly reportAt: Temporal.Instant }

/** Warnings for the city; neighbours have nothing in force. No kinds: nothing is in force in the city either. */
export function composeWarnings(type: string, kinds: readonly ComposedKind[], when: When): ComposedTelegram {
  const [title, about] = TITLES[type] ?? ['', '']
  const names = type === 'VPWW54' ? OLD_NAMES : KIND_NAMES
  const head = { type, title, headTitle: `三重県${about}警報・注意報`, infoKind: '気象警報・注意報', headline: `三重県の${about}に関する警報・注意報です。`, ...when }
  const item = (place: Place, own: readonly ComposedKind[]) =>
    `<Item>${own.length === 0 ? '<Kind><Status>発表警報・注意報はなし</Status></Kind>' : own.map((kind) => kindXml(kind, names)).join('')}${areaXml(place)}</Item>`
  const items = [item(KAMEYAMA, kinds), ...NEIGHBOURS.map((place) => item(place, []))].join('')
  return composeTelegram(head, 'meteorology', '', `<Warning type="気象警報・注意報（市町村等）">${items}</Warning>`)
}

/** 土砂災害警戒情報 for the city: on, or lifted. */
export function composeLandslideAlert(isOn: boolean, serial: number, when: When): ComposedTelegram {
  const head = { type: 'VXWW50', title: '土砂災害警戒情報', headTitle: '三重県土砂災害警戒情報', infoKind: '土砂災害警戒情報', infoKindVersion: '1.0_0', eventId: '三重県土砂災害警戒情報', serial, headline: isOn ? '土砂災害に厳重に警戒してください。' : '全ての警戒を解除します。', ...when }
  const kind = isOn ? ['警戒', '3', '発表'] : ['解除', '1', '解除']
  const [name = '', code = '', status = ''] = kind
  const body = `<TargetArea><Name>三重県</Name><Code>240000</Code></TargetArea><Warning type="土砂災害警戒情報"><Item><Kind>${element('Name', name)}${element('Code', code)}${element('Status', status)}</Kind>${areaXml(KAMEYAMA)}</Item></Warning>`
  return composeTelegram(head, 'meteorology', '', body)
}

/** 指定河川洪水予報 for an invented stretch of the Suzuka river. */
export function composeRiver(code: string, name: string, serial: number, when: When): ComposedTelegram {
  const stretch = { code: 'EXAMPLE-RIVER-1', name: '鈴鹿川' }
  const head = { type: 'VXKO50', title: '指定河川洪水予報', headTitle: `鈴鹿川${name}`, infoKind: '指定河川洪水予報', infoKindVersion: '1.1_1', eventId: 'EXAMPLE-RIVER-1', serial, headline: `鈴鹿川に${name}を発表しました。`, ...when }
  const areas = `<Areas codeType="指定河川洪水予報（予報区域）">${areaXml(stretch)}</Areas>`
  const information = `<Information type="指定河川洪水予報（予報区域）"><Item><Kind>${element('Name', name)}${element('Code', code)}</Kind>${areas}</Item></Information>`
  return composeTelegram(head, 'meteorology', information, '')
}

/** 府県気象防災速報 with one tag for the northern half of the prefecture. */
export function composeTag(tag: string, when: When): ComposedTelegram {
  const eventId = `JPEX${when.reportAt.toString({ timeZone: 'Asia/Tokyo' }).replace(/\D/g, '').slice(0, 12)}`
  const head = { type: 'VPBS50', title: '府県気象防災速報', headTitle: `三重県気象防災速報（${tag}）`, infoKind: '気象解説情報', eventId, serial: 1, headline: `三重県北中部の情報です（${tag}）。`, ...when }
  const areas = `<Areas codeType="気象情報／府県予報区・細分区域等">${areaXml({ code: '240010', name: '北中部' })}</Areas>`
  return composeTelegram(head, 'meteorology', `<Information type="情報タグ"><Item><Kind><Name>情報タグ</Name>${element('Condition', tag)}</Kind>${areas}</Item></Information>`, '')
}

/** 竜巻注意情報 for the city, valid for about an hour. */
export function composeTornado(when: When): ComposedTelegram {
  const validUntil = when.reportAt.add({ minutes: 70 })
  const head = { type: 'VPHW50', title: '竜巻注意情報', headTitle: '三重県竜巻注意情報', infoKind: '竜巻注意情報', infoKindVersion: '1.0_0', serial: 1, validUntil, headline: '竜巻などの激しい突風に注意してください。', ...when }
  const body = `<Warning type="竜巻注意情報（市町村等）"><Item><Kind><Name>竜巻注意情報</Name><Code>1</Code><Status>発表</Status></Kind>${areaXml(KAMEYAMA)}</Item></Warning>`
  return composeTelegram(head, 'meteorology', '', body)
}

/** 時系列情報: how dangerous it may become. A forecast only. */
export function composeForecast(dangerCodes: readonly string[], when: When): ComposedTelegram {
  const head = { type: 'VPWP50', title: '気象警報・注意報時系列情報（Ｒ０６）', headTitle: '三重県警戒・注意事項時系列情報', infoKind: '気象警報・注意報時系列', headline: '', ...when }
  const hours = dangerCodes.map((_, index) => `<TimeDefine timeId="${index + 1}"><DateTime>${when.reportAt.add({ hours: 3 * index }).toString({ timeZone: 'Asia/Tokyo', smallestUnit: 'second' })}</DateTime><Duration>PT3H</Duration></TimeDefine>`)
  const dangers = dangerCodes.map((code, index) => `<Significancy type="土砂災害危険度" refID="${index + 1}">${element('Name', `コード${code}`)}${element('Code', code)}</Significancy>`)
  const kind = `<Kind><Status>発表</Status><Property><Type>土砂災害危険度</Type><SignificancyPart><Base>${dangers.join('')}</Base></SignificancyPart></Property></Kind>`
  const body = `<MeteorologicalInfos type="量的予想時系列（市町村等）"><TimeSeriesInfo><TimeDefines>${hours.join('')}</TimeDefines><Item>${kind}${areaXml(KAMEYAMA)}</Item></TimeSeriesInfo></MeteorologicalInfos>`
  return composeTelegram(head, 'meteorology', '', body)
}

/** A cancellation of whatever kind: head and one sentence. */
export function composeCancellation(head: Letterhead, branch: 'meteorology' | 'seismology'): ComposedTelegram {
  return composeTelegram({ ...head, infoType: '取消' }, branch, '', branch === 'seismology' ? element('Text', '先ほどの情報を取り消します。') : element('Notice', '先ほどの情報を取り消します。'))
}

function kindXml({ code, status, last, condition }: ComposedKind, names: Readonly<Record<string, string>>): string {
  const when = condition === undefined ? '' : element('Condition', condition)
  const before = last === undefined ? '' : `<LastKind>${element('Name', names[last] ?? last)}${element('Code', last)}</LastKind>`
  return `<Kind>${element('Name', names[code] ?? `未知の種別${code}`)}${element('Code', code)}${element('Status', status)}${when}${before}</Kind>`
}

function areaXml({ code, name }: Place): string {
  return `<Area>${element('Name', name)}${element('Code', code)}</Area>`
}
