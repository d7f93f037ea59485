import { composeTelegram, element, type ComposedTelegram, type Letterhead } from './compose-telegram.ts'

type When = Partial<Letterhead> & { readonly reportAt: Temporal.Instant; readonly eventId: string }

/** 震度速報: the seismic area in which the city lies. */
export function composeQuickIntensity(intensity: string, when: When): ComposedTelegram {
  const head = { type: 'VXSE51', title: '震度速報', headTitle: '震度速報', office: '気象庁本庁', infoKind: '震度速報', infoKindVersion: '1.0_1', headline: '強い揺れを感じました。', ...when }
  const area = `<Area><Name>三重県北部</Name><Code>460</Code>${element('MaxInt', intensity)}</Area>`
  return composeTelegram(head, 'seismology', '', observation(intensity, area, false))
}

/** 震源・震度に関する情報: the city's own intensity; null: it is not among those that felt anything. */
export function composeIntensity(intensity: string | null, serial: number, when: When): ComposedTelegram {
  const head = { type: 'VXSE53', title: '震源・震度に関する情報', headTitle: '震源・震度情報', office: '気象庁本庁', infoKind: '地震情報', infoKindVersion: '1.0_1', serial, headline: '地震がありました。', ...when }
  const own = intensity === null ? '' : city('亀山市', '2421000', intensity)
  const highest = intensity ?? '3'
  const area = `<Area><Name>三重県北部</Name><Code>460</Code>${element('MaxInt', highest)}${own}${city('鈴鹿市', '2420700', highest)}</Area>`
  const earthquake = `<Earthquake><OriginTime>${when.reportAt.subtract({ minutes: 3 }).toString({ timeZone: 'Asia/Tokyo', smallestUnit: 'second' })}</OriginTime><ArrivalTime>${when.reportAt.subtract({ minutes: 3 }).toString({ timeZone: 'Asia/Tokyo', smallestUnit: 'second' })}</ArrivalTime><jmx_eb:Magnitude type="Mj" description="Ｍ６．１">6.1</jmx_eb:Magnitude></Earthquake>`
  return composeTelegram(head, 'seismology', '', earthquake + observation(highest, area, true))
}

/** 南海トラフ地震臨時情報 with its keyword. */
export function composeNankai(code: string, name: string, when: When): ComposedTelegram {
  const head = { type: 'VYSE50', title: '南海トラフ地震臨時情報', headTitle: `南海トラフ地震臨時情報（${name}）`, office: '気象庁本庁', infoKind: '南海トラフ地震に関連する情報', infoKindVersion: '1.1_0', headline: `${name}の情報です。`, ...when }
  const serial = `<InfoSerial codeType="地震関連情報番号コード">${element('Name', name)}${element('Code', code)}</InfoSerial>`
  const body = `<EarthquakeInfo type="南海トラフ地震に関連する情報"><InfoKind>南海トラフ地震臨時情報</InfoKind>${serial}${element('Text', 'これは架空の電文です。')}</EarthquakeInfo>`
  return composeTelegram(head, 'seismology', '', body)
}

function observation(highest: string, area: string, hasCities: boolean): string {
  const cities = hasCities ? '<Type xpath="Pref/Area/City/Code">気象・地震・火山情報／市町村等</Type>' : ''
  const codes = `<CodeDefine><Type xpath="Pref/Code">地震情報／都道府県等</Type><Type xpath="Pref/Area/Code">地震情報／細分区域</Type>${cities}</CodeDefine>`
  return `<Intensity><Observation>${codes}${element('MaxInt', highest)}<Pref><Name>三重県</Name><Code>24</Code>${element('MaxInt', highest)}${area}</Pref></Observation></Intensity>`
}

function city(name: string, code: string, intensity: string): string {
  return `<City>${element('Name', name)}${element('Code', code)}${element('MaxInt', intensity)}</City>`
}
