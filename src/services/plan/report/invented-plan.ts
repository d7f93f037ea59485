import type { Branch, Listing, Owner, PlanDocument, Project, YearCell } from '../model.ts'
import { FRAME } from './invented-frame.ts'

/**
 * An invented plan of an invented town, the same every time: material for the tests of the report. It has what the
 * real ones have: long and short texts, notes that repeat over the years, joint owners, projects listed twice, a mark
 * that did not come as planned, a text that begins like a formula.
 */
const YEARS = [2017, 2018, 2019, 2020, 2021] as const

const VISIONS = [
  {
    name: '暮らしに届く窓口づくり',
    directions: ['書かない窓口の推進', '届けるお知らせの充実', '納め方の選択肢の拡大'],
  },
  { name: '人が集まるまちの情報づくり', directions: ['公開データの充実', '防災情報の多重化'] },
  {
    name: '身軽で確かな役所づくり',
    directions: ['業務システムの安定運用', '紙に頼らない仕事への転換', '職員の学びの支援'],
  },
] as const

const SUBJECTS = [
  '証明書',
  '図書館',
  '子育て相談',
  'ごみ出し案内',
  '水道検針',
  '避難所案内',
  '公園予約',
  '学校連絡',
  '議会中継',
  '道路台帳',
  '健診予約',
  '介護申請',
  '消防指令',
  '農地情報',
  '観光案内',
  '市史',
  '会計処理',
  '庁内文書',
  '職員研修',
  '住民記録',
] as const
const VERBS = ['電子化事業', '情報提供事業', '更新事業', 'システム運用事業'] as const

const PURPOSES = [
  '来庁しなくても手続が終わるようにし、待つ時間と書く手間を減らす。',
  '必要な人に必要な時期に知らせを届け、知らなかったために受けられない支援をなくす。あわせて、問い合わせに応じる職員の負担を軽くする。',
  '処理の正確さと速さを高め、限られた人員で仕事を続けられるようにする。',
] as const
const OUTLINES = [
  '関係課と手順を見直し、申請の受付から通知までを一つの画面で行えるようにする。導入後は利用状況を毎月確かめる。',
  '現行の契約が終わる年度に合わせて更新する。更新では、データの持ち出しやすさと、他の仕組みとのつなぎやすさを要件に入れる。また、機器の保守、利用者への説明、障害時の連絡体制を整え、年に一度は復旧の訓練を行う。',
  '紙の台帳を順に電子化する。',
] as const
const RESULTS = [
  '予定した機能をすべて公開し、説明会を4回開いた。',
  '利用件数は2,431件(前年度1,988件)となった。操作に迷う箇所を聞き取り、入力欄の順序と説明文を改めた。\n・説明会 4回 延べ86人\n・広報紙での案内 3回\n・学校での出前講座 2回',
  '仕様書を作成し、関係課と協議した。',
] as const
const OUTCOMES = [
  '窓口の混雑が朝の時間帯で和らいだ。一方、電話での問い合わせは減っておらず、案内の仕方に工夫が要る。',
  '入力の誤りが減り、差し戻しが3割少なくなった。今後は、スマートフォンを持たない人への支援を続ける必要がある。',
  '課題は、夜間の障害に気付くのが遅れることである。',
] as const
const STATUSES = [
  '期間を通じて安定して運用でき、目的をおおむね果たした。',
  '計画どおり導入を終え、利用が年々伸びている。\n令和2年度 1,988件\n令和3年度 2,431件',
  '検討を重ねたが、費用の見通しが立たず実施には至らなかった。',
] as const
const OWNERS: readonly (readonly Owner[])[] = [
  [{ department: '総務部', section: '情報政策課', group: '基盤G' }],
  [{ department: '市民生活部', section: '窓口課', group: '記録G' }],
  [
    { department: '市民生活部', section: '協働推進課', group: '地域G' },
    { department: '総務部', section: '情報政策課', group: '' },
  ],
  [{ department: '教育委員会事務局', section: '図書館', group: '' }],
  [{ department: '', section: '会計室', group: '出納G' }],
]

const MARK_LINES = [
  ['survey', 'survey', 'partial', 'done', 'continued'],
  ['continued', 'continued', 'continued', 'continued', 'continued'],
  ['done', 'continued', 'continued', 'continued', 'continued'],
  ['partial', 'done', 'continued', 'survey', 'done'],
] as const
const NOTE_LINES = [
  ['検討', '検討', '試行', '本格運用', '継続'],
  ['', '', '', '', ''],
  ['導入', '継続', '継続', '継続', '継続'],
  ['一部運用', '全体運用', '継続', '次期の調査', '更新'],
] as const

/** `projectCount` projects, every sixth of which is listed a second time under another vision. */
export function inventedPlan(projectCount = 60): PlanDocument {
  const branches = inventedBranches()
  const leaves = branches.filter((branch) => branch.parentKey !== null)
  const projects: Project[] = []
  const main: Listing[] = []
  for (let index = 0; index < projectCount; index++) {
    const leaf = leaves[Math.floor((index * leaves.length) / projectCount)] as Branch
    const serial = main.filter((listing) => listing.branchKey === leaf.key).length + 1
    const listing = listingOf(branches, leaf, serial, index)
    main.push(listing)
    projects.push(projectOf(listing.projectKey, index))
  }
  return { ...FRAME, branches, projects, listings: withRelistings(branches, leaves, main) }
}

/** Picks from a table in turn. */
function pick<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item
}

function inventedBranches(): Branch[] {
  return VISIONS.flatMap(({ name, directions }, vision) => [
    { key: `${vision + 1}`, parentKey: null, number: pick(['①', '②', '③'], vision), name },
    ...directions.map((direction, index) => ({
      key: `${vision + 1}-${index + 1}`,
      parentKey: `${vision + 1}`,
      number: `(${index + 1})`,
      name: direction,
    })),
  ])
}

function listingOf(branches: readonly Branch[], leaf: Branch, serial: number, index: number): Listing {
  const top = branches.find((branch) => branch.key === leaf.parentKey) as Branch
  return {
    number: `${top.number}${leaf.number}-${serial}`,
    branchKey: leaf.key,
    projectKey: `${leaf.key}-${serial}`,
    isRelisting: false,
    hasRelistings: index % 6 === 0,
  }
}

function withRelistings(branches: readonly Branch[], leaves: readonly Branch[], main: readonly Listing[]): Listing[] {
  return leaves.flatMap((leaf, place) => {
    const own = main.filter((listing) => listing.branchKey === leaf.key)
    const repeated = main.filter(
      (listing, index) =>
        listing.hasRelistings &&
        pick(leaves, leaves.findIndex(({ key }) => key === listing.branchKey) + 3 + (index % 2)) === leaf,
    )
    const copies = repeated.map((listing, index) => ({
      ...listingOf(branches, leaf, own.length + index + 1, place),
      projectKey: listing.projectKey,
      isRelisting: true,
      hasRelistings: false,
    }))
    return [...own, ...copies]
  })
}

function projectOf(key: string, index: number): Project {
  const marks = pick(MARK_LINES, index)
  const years: YearCell[] = YEARS.map((year, place) => ({
    year,
    planned: index === 11 && place < 2 ? null : pick(marks, place),
    // Most came as planned; now and then one did not, and of the rest nobody has said.
    actual: index % 5 === 4 && place === 4 ? 'partial' : index % 3 === 0 ? null : pick(marks, place),
    note: index === 7 && place === 2 ? '=試行' : pick(pick(NOTE_LINES, index), place),
  }))
  return {
    key,
    name: `${pick(SUBJECTS, index)}${pick(VERBS, Math.floor(index / SUBJECTS.length) + index)}`,
    purpose: pick(PURPOSES, index),
    outline: index === 13 ? pick(OUTLINES, 1).repeat(4) : pick(OUTLINES, index),
    years,
    owners: pick(OWNERS, index),
    sheet: {
      year: 2021,
      results: index === 5 ? '=SUM(1,2)という式で始まる文章である。' : pick(RESULTS, index),
      outcomes: pick(OUTCOMES, index + 1),
      periodStatus: index === 9 ? '' : pick(STATUSES, index),
      achievement: index === 17 ? null : pick(['achieved', 'mostly', 'achieved', 'partly'], index),
    },
  }
}
