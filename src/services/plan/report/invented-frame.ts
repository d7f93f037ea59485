import type { PlanDocument } from '../model.ts'

/** What the invented plan says of itself: scales, cover and indicators. */
export const FRAME: Omit<PlanDocument, 'branches' | 'projects' | 'listings'> = {
  title: 'みどり市情報化計画',
  issuedBy: '総務部 情報政策課',
  reportYear: 2021,
  period: { from: 2017, to: 2021 },
  levels: ['ビジョン', '施策の方向性', '事業'],
  scales: {
    schedule: {
      name: 'schedule',
      heading: 'スケジュール項目',
      steps: [
        { key: 'survey', glyph: '△', label: '調査、検討' },
        { key: 'partial', glyph: '○', label: '一部実施、推進' },
        { key: 'done', glyph: '◎', label: '実施、完了' },
        { key: 'continued', glyph: '→', label: '継続' },
      ],
    },
    achievement: {
      name: 'achievement',
      heading: '達成度項目',
      steps: [
        { key: 'achieved', glyph: '◎', label: '達成' },
        { key: 'mostly', glyph: '○', label: '概ね達成' },
        { key: 'partly', glyph: '△', label: '一部達成' },
        { key: 'not-done', glyph: '×', label: '未実施' },
      ],
    },
  },
  sections: [
    {
      key: 'position',
      heading: '位置付け',
      body: '市の基本構想を情報の面から支える個別計画であり、関係する分野別計画と整合を図る。',
    },
    {
      key: 'purpose',
      heading: '目的・概要',
      body: '手続の負担を減らし、情報を通じて人と地域をつなぐため、5年間の取組を定める。',
    },
    {
      key: 'framework',
      heading: '計画の骨格',
      body: '基本理念\n・手から手へ届く情報\n情報を道具として使い、人と人、人と地域のつながりを厚くする。',
    },
    {
      key: 'results',
      heading: '取組実績',
      body: '【令和3年度の主な取組】\n・窓口の申請書をなくす試行を2課で開始\n・避難所の混雑を知らせる画面の公開\n・庁内の定型業務6件の自動化',
    },
    {
      key: 'outcomes',
      heading: '成果',
      body: '窓口での滞在時間が平均で4分短くなった。\nまた、公開データは61件となり、利用の申出が増えた。',
    },
    {
      key: 'contribution',
      heading: '総合計画推進への寄与度',
      body: '5. 行政運営 (1)情報の適正な管理\n手続の見直しにより、市民の利便性が高まった。',
    },
    {
      key: 'reflection',
      heading: '反省点・課題',
      body: '計画の多くは予定どおり進んだが、効果を数で示す指標を持たなかったため、達成の度合いを説明しにくい。',
    },
    {
      key: 'direction',
      heading: '今後の方向性',
      body: '次の計画では、取組ごとに指標を定め、利用者の声を年2回確かめながら進める。',
    },
  ],
  indicators: [
    { number: 1, name: '', isSet: false, unit: '', baseline: '', actual: '', target: '' },
    { number: 2, name: '', isSet: false, unit: '', baseline: '', actual: '', target: '' },
    { number: 3, name: '', isSet: false, unit: '', baseline: '', actual: '', target: '' },
    {
      number: 4,
      name: 'オンラインで終わる手続の割合',
      isSet: true,
      unit: '%',
      baseline: '12.5',
      actual: '41.0',
      target: '40',
    },
    { number: 5, name: '', isSet: false, unit: '', baseline: '', actual: '', target: '' },
  ],
}
