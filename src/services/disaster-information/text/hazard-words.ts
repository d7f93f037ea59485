import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { Hazard } from '../model.ts'

/** Names as the weather agency and its own multilingual dictionary have them. */
export const HAZARD_NAMES: Readonly<Record<Hazard, Phrase<never>>> = phrases({
  'heavy-rain': { ja: '{大雨|おおあめ}', 'ja-x-yasashii': '{大雨|おおあめ}', en: 'Heavy rain', pt: 'Chuva forte' },
  landslide: { ja: '{土砂災害|どしゃさいがい}', 'ja-x-yasashii': '{土砂災害|どしゃさいがい}（がけや {山|やま}が くずれる）', en: 'Landslide', pt: 'Deslizamento de terra' },
  flood: { ja: '{河川|かせん}の{氾濫|はんらん}', 'ja-x-yasashii': '{川|かわ}の {水|みず}が あふれる', en: 'River flood', pt: 'Transbordamento de rio' },
  'storm-surge': { ja: '{高潮|たかしお}', 'ja-x-yasashii': '{高潮|たかしお}（{海|うみ}の {水|みず}が {高|たか}く なる）', en: 'Storm surge', pt: 'Ressaca' },
  wind: { ja: '{暴風|ぼうふう}', 'ja-x-yasashii': 'とても {強|つよ}い {風|かぜ}', en: 'Storm wind', pt: 'Vendaval' },
  snowstorm: { ja: '{暴風雪|ぼうふうせつ}', 'ja-x-yasashii': '{強|つよ}い {風|かぜ}と {雪|ゆき}', en: 'Snowstorm', pt: 'Nevasca' },
  'heavy-snow': { ja: '{大雪|おおゆき}', 'ja-x-yasashii': '{大雪|おおゆき}', en: 'Heavy snow', pt: 'Neve intensa' },
  wave: { ja: '{波浪|はろう}', 'ja-x-yasashii': '{高|たか}い {波|なみ}', en: 'High waves', pt: 'Ondas altas' },
  thunder: { ja: '{雷|かみなり}', 'ja-x-yasashii': '{雷|かみなり}', en: 'Thunder', pt: 'Raios' },
  'snow-melt': { ja: '{融雪|ゆうせつ}', 'ja-x-yasashii': '{雪|ゆき}が とける', en: 'Snow melt', pt: 'Derretimento de neve' },
  'dense-fog': { ja: '{濃霧|のうむ}', 'ja-x-yasashii': '{霧|きり}', en: 'Dense fog', pt: 'Neblina densa' },
  'dry-air': { ja: '{乾燥|かんそう}', 'ja-x-yasashii': '{空気|くうき}が {乾|かわ}いて いる', en: 'Dry air', pt: 'Ar seco' },
  avalanche: { ja: 'なだれ', 'ja-x-yasashii': 'なだれ（{雪|ゆき}が くずれる）', en: 'Avalanche', pt: 'Avalanche' },
  'low-temperature': { ja: '{低温|ていおん}', 'ja-x-yasashii': 'とても {寒|さむ}い', en: 'Low temperature', pt: 'Baixa temperatura' },
  frost: { ja: '{霜|しも}', 'ja-x-yasashii': '{霜|しも}', en: 'Frost', pt: 'Geada' },
  icing: { ja: '{着氷|ちゃくひょう}', 'ja-x-yasashii': '{氷|こおり}が つく', en: 'Icing', pt: 'Formação de gelo' },
  'snow-accretion': { ja: '{着雪|ちゃくせつ}', 'ja-x-yasashii': '{雪|ゆき}が つく', en: 'Snow accretion', pt: 'Acúmulo de neve' },
  'other-advisory': { ja: 'その{他|た}の{注意報|ちゅういほう}', 'ja-x-yasashii': 'ほかの {注意|ちゅうい}', en: 'Other advisories', pt: 'Outros avisos' },
  'linear-rainband': { ja: '{線状降水帯|せんじょうこうすいたい}', 'ja-x-yasashii': '{同|おな}じ ところに {大雨|おおあめ}が {続|つづ}く', en: 'Linear rainband', pt: 'Faixa linear de chuva' },
  'record-rain': { ja: '{記録的|きろくてき}な{大雨|おおあめ}', 'ja-x-yasashii': 'とても {強|つよ}い {大雨|おおあめ}', en: 'Record rain', pt: 'Chuva recorde' },
  'short-heavy-snow': { ja: '{短時間|たんじかん}の{大雪|おおゆき}', 'ja-x-yasashii': '{短|みじか}い {時間|じかん}の {大雪|おおゆき}', en: 'Sudden heavy snow', pt: 'Neve intensa repentina' },
  tornado: { ja: '{竜巻|たつまき}', 'ja-x-yasashii': '{竜巻|たつまき}', en: 'Tornado', pt: 'Tornado' },
  earthquake: { ja: '{地震|じしん}', 'ja-x-yasashii': '{地震|じしん}', en: 'Earthquake', pt: 'Terremoto' },
  'nankai-trough': { ja: '{南海|なんかい}トラフ{地震|じしん}', 'ja-x-yasashii': '{南海|なんかい}トラフ{地震|じしん}', en: 'Nankai Trough earthquake', pt: 'Terremoto da Fossa de Nankai' },
  tsunami: { ja: '{津波|つなみ}', 'ja-x-yasashii': '{津波|つなみ}', en: 'Tsunami', pt: 'Tsunami' },
})
