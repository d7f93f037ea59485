/**
 * Japanese as a city writes it, made up from a seed: notices, minutes, rules. Names of places and people are put
 * together from parts, so that most pairs of characters occur, some everywhere and some hardly ever.
 */
export function* inventedTexts(count: number, characters: number, seed: number): Generator<string> {
  const dice = diceOf(seed)
  for (let index = 0; index < count; index++) {
    let text = ''
    while (text.length < characters) text += sentence(dice)
    yield text.slice(0, characters)
  }
}

export type Dice = (sides: number) => number

/** mulberry32: small, fast, the same everywhere. */
export function diceOf(seed: number): Dice {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) % sides)
  }
}

const words = (list: string) => list.split(' ')

const KANJI = [...'亀山市関川加太野登白木辺法寺井田和賀能褒神布気太岡寺御幸栄本町東西南北中上下小大原村坂松竹梅桜菊藤林森池沢谷峰浜島橋宮城石金銀高長安永福徳吉富豊清水光明春夏秋冬朝夕月星雲風雪花鳥虎龍鶴']
const GIVEN = [...'太郎次三花子美恵里奈真由香織健一翔陽葵結衣蓮湊悠斗咲良莉央颯楓律凪碧朔紬澪詩琴音和希智也直樹隆博誠亮介']
const FIELDS = words('子育て 福祉 防災 環境 水道 道路 教育 文化 観光 農業 商工 税務 戸籍 国保 介護 健康 消防 図書館 公園 住宅 都市計画 下水道 統計 選挙 監査 広報 情報政策 行政改革 市民協働 人権')
const THINGS = words('申請書 窓口 手続 届出 証明書 補助金 給付金 計画 条例 規則 要綱 予算 決算 施設 会議 委員会 審議会 説明会 講座 教室 相談 調査 アンケート 工事 点検 訓練 避難所 ハザードマップ ごみ収集 資源回収 マイナンバーカード ホームページ オンライン申請 キャッシュレス決済 オープンデータ ペットボトル 乾電池 粗大ごみ 保育園 小学校 中学校 児童館 放課後児童クラブ 予防接種 健康診査 介護予防 地域包括支援センター コミュニティバス 空き家 移住 企業誘致 農地 森林 文化財 宿場町 街道')
const WHO = words('市民 事業者 保護者 高齢者 障がいのある方 外国人住民 転入された方 自治会 地区まちづくり協議会 市内在住の方 市内に通勤する方 ボランティア 民生委員 消防団員 児童生徒 新入生 農業者 商店主')
const ACTS = words('実施します 開催します 募集しています 受け付けています 開始しました 終了しました 変更になりました お知らせします 見直しを行いました 策定しました 公表しました 検討を進めています 支援を行っています 整備しました 導入しました 周知を図りました 拡充しました 継続して取り組みます 課題となっています 必要があります')
const CAUSES = words('ため により に伴い に向けて を目的に の一環として に基づき を踏まえ に合わせて を受けて')
const ENDS = words('ご理解とご協力をお願いします。 詳しくはお問い合わせください。 申込みは電話またはホームページから。 定員になり次第締め切ります。 費用は無料です。 雨天の場合は中止します。 時間は午前九時から午後四時までです。')

/** Matters that a city has to do with: two or three characters each, a few of them everywhere, most of them seldom. */
const MATTER_PARTS = [...'整備検討推進確保充実強化改善支援対策活用促進向上維持管理運営調査研究開発導入更新廃止統合連携協働参画啓発普及指導監督認可許可届申請交付給付徴収賦課減免還付契約入札発注委託補償移転耐震浸水避難備蓄救急予防衛生環境循環省資源再生緑化景観歴史史跡伝統芸能体育競技図書学習保育養育療育就労雇用産業振興創業承継物産観光誘客交通路線駐車駅前区画街路橋梁河川砂防治山林業農地水利畜産漁業獣害']
const MATTERS = Array.from({ length: 4_000 }, (_, index) => {
  const dice = diceOf(index)
  return Array.from({ length: 2 + dice(2) }, () => MATTER_PARTS[dice(MATTER_PARTS.length)]).join('')
})

/** The first are drawn far more often than the last, as words are (Zipf). */
function matter(dice: Dice): string {
  return MATTERS[Math.floor(MATTERS.length ** (dice(10_000) / 10_000)) - 1] as string
}

function sentence(dice: Dice): string {
  const of = (list: readonly string[]) => list[dice(list.length)] as string
  const place = () => `${of(KANJI)}${of(KANJI)}${['町', '地区', '団地', '川', '公民館', '小学校区'][dice(6)]}`
  const person = () => `${of(KANJI)}${of(KANJI)}${of(GIVEN)}${of(GIVEN)}`
  const day = () => `令和${dice(8) + 1}年${dice(12) + 1}月${dice(28) + 1}日`
  switch (dice(16)) {
    case 0: return `${of(FIELDS)}${of(CAUSES)}、${of(WHO)}を対象に${of(THINGS)}の${of(THINGS)}を${of(ACTS)}。`
    case 1: return `${day()}に${place()}で${of(THINGS)}を${of(ACTS)}。`
    case 2: return `${of(WHO)}からの${of(THINGS)}は${dice(900) + 100}件で、前年度より${dice(90) + 1}件増えました。`
    case 3: return `担当は${of(FIELDS)}課の${person()}です。`
    case 4: return of(ENDS)
    case 5: return `${place()}と${place()}の間の${of(THINGS)}について、${of(FIELDS)}の観点から${of(ACTS)}。`
    case 6: return `${of(THINGS)}と${of(THINGS)}を合わせて見直し、${of(WHO)}の負担を減らすよう${of(ACTS)}。`
    case 7: return `${person()}さんは「${of(THINGS)}が便利になった」と話しています。`
    case 8: case 9: return `${matter(dice)}と${matter(dice)}の${matter(dice)}を${of(ACTS)}。`
    case 10: return `${matter(dice)}については${matter(dice)}の${matter(dice)}を踏まえ、${place()}を中心に${matter(dice)}を図ります。`
    case 11: return `${person()}委員から${matter(dice)}に関する${matter(dice)}の意見がありました。`
    case 12: return `${matter(dice)}費は${dice(9000) + 100}万円、うち${matter(dice)}分は${dice(900) + 10}万円でした。`
    case 13: return `${place()}の${matter(dice)}は${day()}までに${matter(dice)}を終える見込みです。`
    case 14: return `${matter(dice)}、${matter(dice)}、${matter(dice)}の三つを柱とします。`
    default: return `なお、${of(FIELDS)}に関する${of(THINGS)}は${place()}の窓口でも${of(ACTS)}。`
  }
}
