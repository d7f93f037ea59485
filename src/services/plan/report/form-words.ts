/**
 * The words printed on the official form. They are names of its fields, not words of a page: the report is a Japanese
 * document whoever reads it, so they stand in one language. Words to the person at the screen are in text.ts.
 */
export const FORM = {
  basics: '計画の基本情報',
  period: '計画期間',
  framework: '計画の骨格',
  indicators: '成果指標',
  indicatorName: '成果指標名',
  unit: '単位',
  baseline: '現状値',
  actual: '実績値',
  target: '目標値',
  notSet: '設定なし',
  achievements: '計画の実績等',
  number: 'No.',
  purpose: '目的',
  outline: '概要',
  years: '実施年度',
  results: '取組実績',
  outcomes: '成果と課題',
  periodStatus: '事業達成状況',
  achievement: '事業の\n達成度',
  owner: '担当',
  department: '部',
  section: '課',
  group: 'グループ',
  /** Before a mark that came otherwise than planned. */
  came: '実績',
  cameRemark: '記号は計画を示す。実績が計画と異なる年度は、記号の下に「実績」を添える。',
  printedOn: '印刷日',
  csvNumber: '番号',
  csvRelisting: '再掲',
  csvProject: '事業コード',
  /** Column of the workbook that says what its three rows are, and its words. */
  part: '区分',
  parts: { planned: '計画', actual: '実績', note: '内容' },
  markRefused: '一覧にある記号から選んでください。',
} as const
