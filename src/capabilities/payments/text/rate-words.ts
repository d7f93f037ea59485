import { phrases } from '#kernel/text/text.ts'

/** Why there is no price. */
export const rateWords = phrases({
  'unknown-fee': {
    ja: '{手数料|てすうりょう}の{表|ひょう}に「{fee}」がありません。{収納|しゅうのう}の{担当|たんとう}が{料金表|りょうきんひょう}に{加|くわ}えると、{受|う}け{付|つ}けられます。',
    'ja-x-yasashii': 'お{金|かね}の {表|ひょう}に「{fee}」が ありません。{市役所|しやくしょ}に {聞|き}いて ください。',
    en: 'The table of fees has no “{fee}”. It can be taken once staff have added it to the table.',
    pt: 'A tabela de taxas não tem “{fee}”. Será possível depois que a equipe a incluir na tabela.',
  },
  'no-rate-on-day': {
    ja: '「{fee}」の {day} の{額|がく}が{料金表|りょうきんひょう}にありません。その{日|ひ}からの{行|ぎょう}を{加|くわ}えてください。',
    'ja-x-yasashii': '「{fee}」の {day} の お{金|かね}が {表|ひょう}に ありません。{市役所|しやくしょ}に {聞|き}いて ください。',
    en: 'The table of fees has no price of “{fee}” for {day}. Add a row that holds from that day.',
    pt: 'A tabela não tem o preço de “{fee}” para {day}. Inclua uma linha válida a partir desse dia.',
  },
  'unknown-reduction': {
    ja: '「{fee}」に{減免|げんめん}「{reduction}」はありません。{料金表|りょうきんひょう}の{減免|げんめん}の{欄|らん}をご{確認|かくにん}ください。',
    'ja-x-yasashii': '「{fee}」に「{reduction}」は ありません。{市役所|しやくしょ}に {聞|き}いて ください。',
    en: '“{fee}” has no reduction “{reduction}”. See the column of reductions in the table of fees.',
    pt: '“{fee}” não tem a redução “{reduction}”. Veja a coluna de reduções na tabela.',
  },
  'no-reduction-on-day': {
    ja: '「{fee}」の{減免|げんめん}「{reduction}」は {day} には{定|さだ}めがありません。',
    'ja-x-yasashii': '{day} は「{fee}」の「{reduction}」が ありません。',
    en: 'The reduction “{reduction}” of “{fee}” does not hold on {day}.',
    pt: 'A redução “{reduction}” de “{fee}” não vale em {day}.',
  },
  'reduction-above-fee': {
    ja: '「{fee}」の{減免後|げんめんご}の{額|がく}「{reduction}」が、{day} の{本来|ほんらい}の{額|がく}を{超|こ}えています。{料金表|りょうきんひょう}を{直|なお}してください。',
    'ja-x-yasashii': '「{fee}」の「{reduction}」の お{金|かね}が {大|おお}きすぎます({day})。{表|ひょう}を {直|なお}して ください。',
    en: 'On {day} the reduced price “{reduction}” of “{fee}” is above the full price. Correct the table.',
    pt: 'Em {day} o preço reduzido “{reduction}” de “{fee}” é maior que o preço cheio. Corrija a tabela.',
  },
})
