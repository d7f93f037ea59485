/**
 * Which characters are written for which. Each string is a run of pairs, the form met and the form it is compared
 * under. The direction always goes to the form of JIS X 0208, because older files can hold no other.
 */

/**
 * CJK Radicals Supplement → ideograph (Unicode Character Database, EquivalentUnifiedIdeograph). Text drawn out of PDF
 * files carries ⻲ (U+2EF2) where 亀 was printed, and NFKC leaves it; it does fold the older block of Kangxi radicals.
 */
const RADICALS = [
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵',
  '⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁',
  '⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶',
  '⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼',
  '⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
]

/**
 * 常用漢字表 (平成22年内閣告示第2号): the traditional forms it prints in brackets → the forms in use, ordered by the
 * latter. 302 of the 364; the others are compatibility ideographs, which NFKC folds.
 */
const TRADITIONAL_FORMS = [
  '萬万與与兩両竝並乘乗亂乱龜亀豫予爭争亞亜佛仏假仮會会傳伝體体餘余倂併價価儉倹僞偽兒児黨党圓円寫写處処',
  '劍剣劑剤剩剰勵励勞労效効敕勅勸勧勳勲區区醫医單単卽即嚴厳參参雙双收収敍叙臺台號号營営囑嘱團団圍囲圖図',
  '國国圈圏壓圧墮堕壘塁鹽塩增増壞壊壤壌壯壮聲声壹壱賣売變変奧奥奬奨孃嬢學学寶宝實実寬寛寢寝對対壽寿專専',
  '將将盡尽屆届屬属嶽岳峽峡巢巣卷巻帶帯歸帰廳庁廣広廢廃瓣弁辨弁辯弁貳弐彌弥彈弾當当徑径從従德徳徵徴應応',
  '戀恋恆恒惠恵惱悩惡悪慘惨愼慎懷懐戰戦戲戯戾戻拂払拔抜擇択擔担拜拝據拠擴拡擧挙挾挟插挿搜捜揭掲搖揺攝摂',
  '擊撃數数齊斉齋斎斷断舊旧晝昼晚晩曉暁曆暦曾曽條条來来樞枢榮栄櫻桜棧桟檢検樓楼樂楽槪概樣様權権橫横缺欠',
  '歐欧歡歓步歩齒歯歷歴殘残毆殴殼殻每毎氣気澤沢淨浄淺浅濱浜淚涙渴渇濟済涉渉澁渋溪渓溫温灣湾濕湿滿満瀧滝',
  '滯滞潛潜瀨瀬燈灯爐炉點点爲為燒焼犧犠狀状獨独狹狭獵猟獻献獸獣甁瓶畫画疊畳瘦痩癡痴發発盜盗縣県眞真硏研',
  '碎砕禮礼禪禅祕秘稱称稻稲穗穂穩穏竊窃龍竜粹粋肅粛絲糸經経繪絵繼継續続總総綠緑緖緒緣縁繩縄縱縦纖繊罐缶',
  '飜翻聽聴膽胆腦脳臟臓艷艶藝芸莖茎莊荘藏蔵薰薫藥薬虛虚蟲虫蠶蚕螢蛍蠻蛮衞衛裝装襃褒霸覇覺覚覽覧觀観觸触',
  '譯訳證証譽誉讀読謠謡讓譲豐豊贊賛踐践轉転輕軽辭辞邊辺遞逓遲遅郞郎鄕郷醉酔釀醸釋釈鐵鉄鑛鉱錢銭鑄鋳鍊錬',
  '錄録鎭鎮關関鬭闘陷陥險険隨随隱隠雜雑靈霊靜静賴頼顯顕餠餅驛駅驅駆騷騒驗験髓髄髮髪鷄鶏麥麦麵麺黃黄黑黒',
  '默黙齡齢',
]

/**
 * Where JIS X 0213 added the printing form beside a simplified one of JIS X 0208: the 29 characters of 2000 and the 10
 * of 2004, without 麵 and 瘦, which stand above. A CP932 file has 鴎 where a newer one has 鷗.
 */
const PRINTING_FORMS = [
  '啞唖焰焔鷗鴎嚙噛俠侠軀躯鹼鹸麴麹屢屡繡繍蔣蒋醬醤蟬蝉搔掻驒騨簞箪摑掴塡填顚顛禱祷瀆涜囊嚢潑溌醱醗頰頬',
  '萊莱蠟蝋攢攅俱倶剝剥𠮟叱吞呑噓嘘姸妍屛屏幷并繫繋',
]

/** Other forms of one character that names and older files carry: IBM extended characters, 人名用漢字, common usage. */
const FORMS_IN_NAMES = [
  '髙高﨑崎嵜崎𠮷吉濵浜邉辺栁柳桒桑槗橋𣘺橋圡土𡈽土淸清靑青戶戸户戸內内吳呉彥彦顏顔產産舍舎强強敎教說説',
  '稅税閱閲脫脱銳鋭曻昇昻昂遙遥槇槙堯尭祿禄禰祢檜桧巖巌亙亘凜凛瑤瑶穰穣鬪闘龟亀',
]

/**
 * Different characters that people write for one another in names of persons and places. Only a search may take them
 * for the same: 斎藤 and 斉藤 are two families. The small ヶ of 関ヶ原 is printed as ヶ and as ケ.
 */
const RELATED_CHARACTERS = ['嶋島嶌島冨富舘館峯峰淵渕渊渕斉斎薗園埜野籔藪薮藪ヶケヵカ']

export type CharacterMap = ReadonlyMap<string, string>

const formInUse: CharacterMap = mapOf([...TRADITIONAL_FORMS, ...PRINTING_FORMS, ...FORMS_IN_NAMES])

/** Radical or variant → the form in use. What it maps to, it never maps on. */
export const COMMON_FORMS: CharacterMap = new Map([
  ...formInUse,
  ...[...mapOf(RADICALS)].map(([radical, ideograph]) => [radical, formInUse.get(ideograph) ?? ideograph] as const),
])

/** What a search takes for the same, beyond `COMMON_FORMS`. */
export const SEARCH_FORMS: CharacterMap = mapOf(RELATED_CHARACTERS)

/** Replaces each character that the map knows. */
export function replaceCharacters(text: string, map: CharacterMap): string {
  return text.replace(patternOf(map), (character) => map.get(character) as string)
}

/** A set of characters that the engine looks for: some ten times as fast over a page as asking the map for each. */
const patterns = new WeakMap<CharacterMap, RegExp>()

function patternOf(map: CharacterMap): RegExp {
  const known = patterns.get(map)
  if (known !== undefined) return known
  const codes = [...map.keys()].map((character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
  const pattern = new RegExp(`[${codes.join('')}]`, 'gu')
  patterns.set(map, pattern)
  return pattern
}

function mapOf(runs: readonly string[]): CharacterMap {
  // Some of these characters are surrogate pairs, so a run is parted by code points, never by index.
  const characters = runs.flatMap((run) => [...run])
  const map = new Map<string, string>()
  for (let index = 0; index + 1 < characters.length; index += 2) {
    map.set(characters[index] as string, characters[index + 1] as string)
  }
  return map
}
