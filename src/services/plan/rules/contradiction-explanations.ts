import { phrases } from '#kernel/text/text.ts'

/** What does not go together, in one plain sentence for each kind. */
export const CONTRADICTION_EXPLANATIONS = phrases({
  'survey-only-judged-achieved': {
    ja: '{予定|よてい}の{印|しるし}が{years}{年度|ねんど}とも「{mark}」のままですが、{達成度|たっせいど}は「{judged}」です。',
    'ja-x-yasashii':
      '{予定|よてい}の{印|しるし}は{years}{年|ねん}ずっと「{mark}」ですが、{結果|けっか}は「{judged}」です。',
    en: 'All {years} years are planned as “{mark}” only, yet the project is judged “{judged}”.',
    pt: 'Todos os {years} anos estão planejados só como “{mark}”, mas o projeto foi avaliado como “{judged}”.',
  },
  'text-denies-judgement': {
    ja: '{文章|ぶんしょう}に「{words}」とありますが、{達成度|たっせいど}は「{judged}」です。',
    'ja-x-yasashii': '{文|ぶん}に「{words}」と{書|か}いてありますが、{結果|けっか}は「{judged}」です。',
    en: 'The text says “{words}”, yet the project is judged “{judged}”.',
    pt: 'O texto diz “{words}”, mas o projeto foi avaliado como “{judged}”.',
  },
  'complete-planned-judged-lower': {
    ja: '{year}に「{mark}」を{予定|よてい}していましたが、{達成度|たっせいど}は「{judged}」です。',
    'ja-x-yasashii': '{year}に「{mark}」の{予定|よてい}でしたが、{結果|けっか}は「{judged}」です。',
    en: '“{mark}” was planned for {year}, but the project is judged “{judged}”.',
    pt: '“{mark}” estava planejado para {year}, mas o projeto foi avaliado como “{judged}”.',
  },
  'planned-complete-did-not-come': {
    ja: '{year}に「{mark}」を{予定|よてい}していましたが、{実績|じっせき}は「{actual}」です。',
    'ja-x-yasashii': '{year}に「{mark}」の{予定|よてい}でしたが、{本当|ほんとう}は「{actual}」でした。',
    en: '“{mark}” was planned for {year}, but “{actual}” came.',
    pt: '“{mark}” estava planejado para {year}, mas veio “{actual}”.',
  },
  'measure-disagrees': {
    ja: '「{indicator}」は{value}（{target}が{目標|もくひょう}）ですが、{達成度|たっせいど}は「{judged}」です。',
    'ja-x-yasashii': '「{indicator}」は {value}（{目標|もくひょう}は {target}）ですが、{結果|けっか}は「{judged}」です。',
    en: '“{indicator}” is {value} (target {target}), yet the project is judged “{judged}”.',
    pt: '“{indicator}” é {value} (meta {target}), mas o projeto foi avaliado como “{judged}”.',
  },
  'copies-differ': {
    ja: '{同|おな}じ{事業|じぎょう}の{source}と「{column}」が{異|こと}なります（「{here}」と「{there}」）。',
    'ja-x-yasashii': '{同|おな}じ{仕事|しごと}の{source}と「{column}」がちがいます（「{here}」と「{there}」）。',
    en: '“{column}” differs from {source}, the same project (“{here}” and “{there}”).',
    pt: '“{column}” difere de {source}, o mesmo projeto (“{here}” e “{there}”).',
  },
})

export type ContradictionKind = keyof typeof CONTRADICTION_EXPLANATIONS
