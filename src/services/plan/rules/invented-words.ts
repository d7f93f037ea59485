/** The words that invented plans are made of: a town that does not exist, sentences that nobody published. */
const THINGS = [
  '窓口予約',
  '図書貸出',
  '空き家台帳',
  '道路照明',
  '健診案内',
  '献立表',
  '農地地図',
  '避難所名簿',
  '会議録作成',
  '駐輪場管理',
  '粗大ごみ受付',
  '防犯灯点検',
  '保育入所',
  '消火栓点検',
  '文化財台帳',
  '橋りょう点検',
  '講座申込',
  '職員名簿',
  '電話交換',
  '土地評価',
] as const
const KINDS = ['電子化', '共同利用', '更新', '拡充', '試行', '見直し'] as const
export const NAMES = THINGS.flatMap((thing) => KINDS.map((kind) => ({ thing, name: `${thing}${kind}事業` })))

export const DEPARTMENTS = [
  ['企画部', '広聴課', '広聴G'],
  ['企画部', '情報課', ''],
  ['市民部', '窓口課', '記録G'],
  ['市民部', '窓口課', '年金G'],
  ['建設部', '道路課', '維持G'],
  ['消防本部', '予防課', '査察G'],
  ['教育委員会事務局', '図書館', ''],
  ['産業部', '農政課', '振興G'],
] as const

export const PURPOSES = [
  '市民の負担を軽くし、利便性の向上を図る。',
  '事務の誤りを防ぎ、業務の効率化を図る。',
  '必要な情報を早く届け、安心して暮らせる地域をつくる。',
] as const
export const OUTLINES = [
  '申請と受付の仕組みを導入し、いつでも利用できるようにする。',
  '機器と台帳の維持管理を行い、あわせて研修を実施する。',
  '関係機関と調整のうえ、段階的に対象を広げる。',
] as const
export const RESULTS = [
  '対象を広げるための調整を行った。',
  '利用者向けの案内を更新し、説明会を実施した。',
  '機器の点検と操作研修を行い、安定した運用に努めた。',
] as const
export const OUTCOMES = [
  '利用が増え、待ち時間を短くすることができた。今後は周知を続ける必要がある。',
  '入力の手間を減らすことができた。操作の習熟が課題である。',
] as const
export const STATUSES = [
  '期間を通じて計画どおりに進み、目的はおおむね果たされている。',
  '仕組みが定着し、当初の目標に達したと考えている。',
] as const
export const NOTES = ['設計', '機器選定', '試験運用', '周知', '保守'] as const
export const PATTERNS = ['△○◎→→→→→', '◎→→→→→→→', '→→→→→→→→', '△△○◎→→→→', '○◎→→→→→→', '→△◎→→→→→'] as const
