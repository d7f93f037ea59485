/**
 * A small published table as a careless program dumps it to text: invented projects of 亀山市 for another period than
 * the demo plan's, with damage of every common kind. Cells stand between tabs, one row a line.
 */
const SCHEDULE = ['スケジュール項目', ' △：調査、検討', ' ○：一部実施、推進', ' ◎：実施、完了', ' →：継続']
const ACHIEVEMENT = ['達成度項目', ' ◎：達成', ' ○：概ね達成', ' △：一部達成', ' ×：未実施']
const HEADER = [
  ['No.', '施策の方向性', '事業名', '目的', '概要', '実施年度', '', '', '令和6年度', '', '事業達成状況', '事業の達成度', '担当', '', ''],
  ['', '', '', '', '', 'R4', 'R5', 'R6', '取組実績', '成果と課題', '', '', '部', '課', 'グループ'],
]

const COVER = [
  ['# 亀山市みらいデジタル計画に関する実績報告書(令和6年度)'],
  ['( 政策部 DX・行革推進室 )'],
  ['計画期間', 'R4 ~ R6 年度'],
  ['位置付け', '試験のために作られた架空の計画である。'],
  ['成果指標名', '', '単位', '現状値', '実績値', '目標値'],
  ['1', '設定なし', '', '', '', ''],
  ['# 亀山市みらいデジタル計画取組実績一覧'],
]

const WINDOW = '書かない窓口の推進'
const TRAVEL = '移動しやすいまちの実現'

const VISION_ONE = [
  ['①(1)-1 【再掲有】', WINDOW, '申請書作成支援事業', '窓口で書く手間を減らす。', '聞き取りで申請書を作る。', '△', '○', '◎', '三つの窓口で始めた。', '待ち時間が短くなった。', '予定どおり進んだ。', '◎', '市民文化部', '市民課', '戸籍住民G'],
  // The year is written in an era that had ended: 平成36年 for 令和6年.
  ['①(1)-2', WINDOW, '手続案内の多言語化事業', '言葉の壁を低くする。', '案内を四つの言葉で出す。', '○', '→', '→', '平成36年4月から四つの言葉で案内した。', '問い合わせが減った。', '概ね予定どおり進んだ。', '○', '市民文化部', '市民課', '戸籍住民G'],
  // Full and half width forms stand side by side, and one heading is named differently than in the row above.
  ['①（1）－3', '書かない 窓口の推進', '予約の ＷＥＢ化事業', '来庁の時刻を選べるようにする。', '予約を WEB で受ける。', '△', '△', '△', '受け付けの仕組みを調べた。', '費用の見通しが立たなかった。', '検討を続けている。', '◎', '政策部', 'DX・行革推進室', ''],
]

const VISION_TWO = [
  ['②(1)-1', TRAVEL, '乗合タクシー予約事業', '車のない人の足を守る。', '電話とWEBで予約を受ける。', '△', '○', '○', '二つの地区で走らせた。', '利用が増えた。', '予定どおり進んだ。', '○', '建設部', '都市整備課', ''],
  // A cell is missing: the schedule of one year has moved into its neighbour's place.
  ['②(1)-2', TRAVEL, '自転車の貸出事業', '短い距離を車なしで動けるようにする。', '駅前で自転車を貸し出す。', '○ 試行', '◎', '駅前の二か所で貸し出した。', '雨の日の利用が課題である。', '予定どおり進んだ。', '◎', '建設部', '都市整備課', ''],
  // The copy of a project says something else than its first listing.
  ['②(1)-3', TRAVEL, '申請書作成支援事業【再掲】', '窓口で書く手間を減らす。', '聞き取りで申請書を作る。', '△', '○', '○', '三つの窓口で始めた。', '待ち時間が短くなった。', '予定どおり進んだ。', '○', '市民文化部', '市民課', '戸籍住民G'],
]

export const DUMP_FILE = 'みらいデジタル計画.txt'
/** Period and report year of the invented plan. */
export const DUMP_PERIOD = { key: '2022-2024', year: 2024 } as const

export function inventedDump(): string {
  const visions = [['## ① 迷わない行政サービスの実現'], ...VISION_ONE, ['## ② 暮らしを支える地域の基盤'], ...VISION_TWO]
  const lines = visions.flatMap((cells) => (cells[0]?.startsWith('##') ? [[''], cells, ...[...SCHEDULE, ...ACHIEVEMENT].map((text) => [text]), [''], ...HEADER] : [cells]))
  return [...COVER, ...lines].map((cells) => cells.join('\t')).join('\n')
}
