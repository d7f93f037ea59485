import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { ChangeReason } from '../rules/levels/changes.ts'
import type { RefusalReason } from '../rules/telegrams/refusal.ts'
import type { PushRefusal } from '../rules/telegrams/signature.ts'
import type { Way } from '../store/telegrams.ts'

export const WAY_WORDS: Readonly<Record<Way, Phrase<never>>> = phrases({
  feed: { ja: 'フィード', 'ja-x-yasashii': 'フィード', en: 'Feed', pt: 'Feed' },
  folder: { ja: 'フォルダー', 'ja-x-yasashii': 'フォルダー', en: 'Folder', pt: 'Pasta' },
  push: { ja: '{送信|そうしん}', 'ja-x-yasashii': '{送|おく}られた', en: 'Push', pt: 'Envio' },
  replay: { ja: '{再生|さいせい}', 'ja-x-yasashii': '{練習|れんしゅう}の {再生|さいせい}', en: 'Replay', pt: 'Reprodução' },
})

export const REFUSAL_WORDS: Readonly<Record<RefusalReason, Phrase<never>>> = phrases({
  empty: { ja: '{空|から}です', 'ja-x-yasashii': '{何|なに}も ありません', en: 'It is empty', pt: 'Está vazio' },
  'too-large': { ja: '{大|おお}きすぎます', 'ja-x-yasashii': '{大|おお}きすぎます', en: 'It is too large', pt: 'É grande demais' },
  encoding: { ja: 'UTF-8ではありません', 'ja-x-yasashii': 'UTF-8では ありません', en: 'It is not UTF-8', pt: 'Não é UTF-8' },
  'document-type': { ja: 'DTDがあります({実体|じったい}{参照|さんしょう}は{危険|きけん}です)', 'ja-x-yasashii': 'DTDが あります。{危|あぶ}ない ものです', en: 'It has a DTD, which may hide an attack', pt: 'Tem um DTD, que pode esconder um ataque' },
  'not-well-formed': { ja: 'XMLとして{壊|こわ}れているか、{途中|とちゅう}で{切|き}れています', 'ja-x-yasashii': 'XMLが {壊|こわ}れて います', en: 'It is broken XML, or cut off', pt: 'XML quebrado ou cortado' },
  'too-deep': { ja: '{要素|ようそ}が{深|ふか}すぎます', 'ja-x-yasashii': '{深|ふか}すぎます', en: 'It is nested too deeply', pt: 'Aninhado demais' },
  'too-many-elements': { ja: '{要素|ようそ}が{多|おお}すぎます', 'ja-x-yasashii': '{多|おお}すぎます', en: 'It has too many elements', pt: 'Elementos demais' },
  'unknown-root': { ja: '{気象庁|きしょうちょう}の{電文|でんぶん}ではありません', 'ja-x-yasashii': '{気象庁|きしょうちょう}の ものでは ありません', en: 'It is no telegram of the agency', pt: 'Não é um telegrama da agência' },
  missing: { ja: '{必要|ひつよう}なものがありません', 'ja-x-yasashii': '{大切|たいせつ}な ところが ありません', en: 'Something it needs is missing', pt: 'Falta algo necessário' },
  'bad-value': { ja: '{値|あたい}が{読|よ}めません', 'ja-x-yasashii': '{書|か}いて ある ことが {読|よ}めません', en: 'A value cannot be read', pt: 'Um valor não se lê' },
})

export const CHANGE_WORDS: Readonly<Record<ChangeReason, Phrase<never>>> = phrases({
  issued: { ja: '{発表|はっぴょう}された', 'ja-x-yasashii': '{出|で}ました', en: 'Issued', pt: 'Emitido' },
  raised: { ja: '{上|あ}がった', 'ja-x-yasashii': '{上|あ}がりました', en: 'Raised', pt: 'Elevado' },
  lowered: { ja: '{下|さ}がった', 'ja-x-yasashii': '{下|さ}がりました', en: 'Lowered', pt: 'Reduzido' },
  lifted: { ja: '{解除|かいじょ}された', 'ja-x-yasashii': '{終|お}わりました', en: 'Lifted', pt: 'Suspenso' },
  corrected: { ja: '{訂正|ていせい}された', 'ja-x-yasashii': '{直|なお}しました', en: 'Corrected', pt: 'Corrigido' },
  cancelled: { ja: '{取|と}り{消|け}された', 'ja-x-yasashii': '{取|と}り{消|け}しました', en: 'Cancelled', pt: 'Cancelado' },
  late: { ja: '{前|まえ}の{電文|でんぶん}が{遅|おく}れて{届|とど}いた', 'ja-x-yasashii': '{前|まえ}の ものが {遅|おく}れて {届|とど}きました', en: 'An earlier telegram came late', pt: 'Um telegrama anterior chegou tarde' },
  expired: { ja: '{期限|きげん}が{過|す}ぎた', 'ja-x-yasashii': '{時間|じかん}が {過|す}ぎました', en: 'Its time is over', pt: 'O prazo acabou' },
  'unknown-code': { ja: '{知|し}らない{符号|ふごう}', 'ja-x-yasashii': 'わからない ことば', en: 'A code nobody knows', pt: 'Código desconhecido' },
  'another-kind': { ja: '{同|おな}じレベルの{別|べつ}の{種類|しゅるい}', 'ja-x-yasashii': 'ほかの {種類|しゅるい}', en: 'Another kind', pt: 'Outro tipo' },
  again: { ja: 'もう{一度|いちど}{起|お}きた', 'ja-x-yasashii': 'また {起|お}きました', en: 'It happened again', pt: 'Aconteceu de novo' },
})

export const PUSH_REFUSAL_WORDS: Readonly<Record<PushRefusal, Phrase<never>>> = phrases({
  unsigned: { ja: '{署名|しょめい}がない', 'ja-x-yasashii': 'しるしが ありません', en: 'Not signed', pt: 'Sem assinatura' },
  'no-key': { ja: '{鍵|かぎ}がまだない', 'ja-x-yasashii': '{鍵|かぎ}が ありません', en: 'No key yet', pt: 'Ainda sem chave' },
  forged: { ja: '{署名|しょめい}が{合|あ}わない(にせもの)', 'ja-x-yasashii': 'しるしが {違|ちが}います', en: 'Forged signature', pt: 'Assinatura falsa' },
  'out-of-time': { ja: '{時刻|じこく}が{離|はな}れすぎ', 'ja-x-yasashii': '{時間|じかん}が {違|ちが}います', en: 'Time too far off', pt: 'Hora muito distante' },
  replayed: { ja: '{同|おな}じ{署名|しょめい}の{使|つか}い{回|まわ}し', 'ja-x-yasashii': '{同|おな}じ しるしを また {使|つか}いました', en: 'Signature used before', pt: 'Assinatura já usada' },
})

/** Remarks beside telegrams and levels; what is not here is shown as it is. */
export const REMARK_WORDS: Readonly<Record<string, Phrase<never>>> = phrases({
  'unknown-title': { ja: '{知|し}らない{種類|しゅるい}の{電文|でんぶん}です', 'ja-x-yasashii': '{知|し}らない {種類|しゅるい}です', en: 'A kind of telegram that is not known', pt: 'Tipo de telegrama desconhecido' },
  'unknown-code': { ja: '{知|し}らない{符号|ふごう}があります。{電文|でんぶん}を{読|よ}んでください', 'ja-x-yasashii': 'わからない ことばが あります。{読|よ}んで ください', en: 'It has a code nobody knows: read it', pt: 'Tem um código desconhecido: leia' },
  'type-mismatch': { ja: 'ファイル{名|めい}と{表題|ひょうだい}が{合|あ}いません', 'ja-x-yasashii': '{名前|なまえ}と {題名|だいめい}が {違|ちが}います', en: 'File name and title disagree', pt: 'Nome e título não combinam' },
  'from-the-future': { ja: '{今|いま}より{先|さき}の{時刻|じこく}です。{時計|とけい}を{確|たし}かめてください', 'ja-x-yasashii': '{未来|みらい}の {時間|じかん}です。{時計|とけい}を {見|み}て ください', en: 'Its time lies ahead: check the clocks', pt: 'A hora está adiantada: confira os relógios' },
  'held-back': {
    ja: '{時刻|じこく}が1{時間|じかん}{以上|いじょう}{先|さき}なので、{警戒|けいかい}レベルに{使|つか}っていません。{電文|でんぶん}を{読|よ}み、{時計|とけい}を{確|たし}かめてください',
    'ja-x-yasashii': '1{時間|じかん}より {先|さき}の {時間|じかん}です。レベルに {使|つか}って いません。{読|よ}んで ください。{時計|とけい}を {見|み}て ください',
    en: 'Its time lies more than an hour ahead, so no level follows from it: read it, and check the clocks',
    pt: 'A hora está mais de uma hora adiantada; nenhum nível resulta dele: leia e confira os relógios',
  },
  'unknown-stretch': {
    ja: '{市|し}の{一覧|いちらん}にない{河川|かせん}の{区間|くかん}です。{電文|でんぶん}を{読|よ}み、{市|し}の{川|かわ}なら{一覧|いちらん}に{加|くわ}えてください',
    'ja-x-yasashii': '{市|し}の {一覧|いちらん}に ない {川|かわ}です。{読|よ}んで ください',
    en: 'A stretch of river that is not in the city’s list: read it, and add it if it is the city’s',
    pt: 'Trecho de rio que não consta da lista da cidade: leia e inclua se for da cidade',
  },
  'old-scheme-only': { ja: '{古|ふる}い{形式|けいしき}の{電文|でんぶん}だけで{分|わ}かったこと', 'ja-x-yasashii': '{古|ふる}い {形|かたち}の お{知|し}らせです', en: 'Known from the old scheme only', pt: 'Só do esquema antigo' },
  'area-wide': { ja: '{広|ひろ}い{区域|くいき}の{値|あたい}です。{市|し}の{値|あたい}はまだです', 'ja-x-yasashii': '{広|ひろ}い {場所|ばしょ}の ことです。{市|し}の ことは まだです', en: 'Of the wider area; the city’s own is not known yet', pt: 'Da área ampla; o da cidade ainda não se sabe' },
  stale: { ja: '{長|なが}く{知|し}らせがありません。{古|ふる}い{情報|じょうほう}かもしれません', 'ja-x-yasashii': '{長|なが}い {間|あいだ} お{知|し}らせが ありません。{古|ふる}いかも しれません', en: 'Nothing was heard for long: it may be out of date', pt: 'Sem notícias há muito: pode estar desatualizado' },
  expired: { ja: '{期限|きげん}が{過|す}ぎました', 'ja-x-yasashii': '{時間|じかん}が {過|す}ぎました', en: 'Its time is over', pt: 'O prazo acabou' },
  'restored-from-last-kind': { ja: '{取|と}り{消|け}された{電文|でんぶん}が{言|い}っていた{前|まえ}の{状態|じょうたい}', 'ja-x-yasashii': '{取|と}り{消|け}す {前|まえ}の レベルです', en: 'As it was before the cancelled telegram, by its own word', pt: 'Como era antes do telegrama cancelado' },
})
