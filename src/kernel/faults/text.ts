import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { FaultCode } from './faults.ts'

interface FaultWords {
  readonly title: Phrase<never>
  readonly way: Phrase<never>
}

const words = phrases({
  badRequest: {
    ja: 'この{要求|ようきゅう}は{読|よ}み{取|と}れませんでした',
    'ja-x-yasashii': '{送|おく}られた{内容|ないよう}が わかりませんでした',
    en: 'We could not read this request',
    pt: 'Não foi possível ler esta solicitação',
  },
  badRequestWay: {
    ja: 'アドレスを{確|たし}かめるか、{前|まえ}の{画面|がめん}に{戻|もど}ってやり{直|なお}してください。',
    'ja-x-yasashii': '{前|まえ}の ページに {戻|もど}って、もう{一度|いちど} やってください。',
    en: 'Check the address, or go back and try again.',
    pt: 'Verifique o endereço ou volte e tente novamente.',
  },
  signIn: {
    ja: 'サインインが{必要|ひつよう}です',
    'ja-x-yasashii': 'サインインして ください',
    en: 'Please sign in',
    pt: 'É preciso entrar na sua conta',
  },
  signInWay: {
    ja: 'サインインすると{続|つづ}きから{始|はじ}められます。',
    'ja-x-yasashii': 'サインインすると、{続|つづ}きから できます。',
    en: 'After signing in you continue where you were.',
    pt: 'Depois de entrar, você continua de onde parou.',
  },
  forbidden: {
    ja: 'この{画面|がめん}を{見|み}る{権限|けんげん}がありません',
    'ja-x-yasashii': 'この ページを {見|み}ることは できません',
    en: 'You may not enter this page',
    pt: 'Você não tem permissão para ver esta página',
  },
  forbiddenWay: {
    ja: '{必要|ひつよう}な{場合|ばあい}は、{所属|しょぞく}の{管理者|かんりしゃ}に{職務|しょくむ}の{付与|ふよ}を{依頼|いらい}してください。',
    'ja-x-yasashii': '{必要|ひつよう}な {人|ひと}は、{管理|かんり}する {人|ひと}に {話|はな}して ください。',
    en: 'If your work needs it, ask your administrator for the duty.',
    pt: 'Se o seu trabalho exigir, peça a função ao administrador.',
  },
  expired: {
    ja: 'この{画面|がめん}は{古|ふる}くなりました',
    'ja-x-yasashii': 'この ページは {時間|じかん}が {過|す}ぎました',
    en: 'This form is too old',
    pt: 'Este formulário expirou',
  },
  expiredWay: {
    ja: '{前|まえ}の{画面|がめん}を{開|ひら}き{直|なお}し、もう{一度|いちど}{送信|そうしん}してください。{何|なに}も{保存|ほぞん}されていません。',
    'ja-x-yasashii': '{前|まえ}の ページを もう{一度|いちど} {開|あ}けて、{送|おく}って ください。まだ {何|なに}も {保存|ほぞん}して いません。',
    en: 'Open the page again and send it once more. Nothing was saved.',
    pt: 'Abra a página novamente e envie outra vez. Nada foi salvo.',
  },
  notFound: {
    ja: 'お{探|さが}しのページは{見|み}つかりません',
    'ja-x-yasashii': 'その ページは ありません',
    en: 'We cannot find this page',
    pt: 'Página não encontrada',
  },
  notFoundWay: {
    ja: '{移動|いどう}または{削除|さくじょ}された{可能性|かのうせい}があります。トップページからお{探|さが}しください。',
    'ja-x-yasashii': 'トップページから {探|さが}して ください。',
    en: 'It may have moved. Please start from the top page.',
    pt: 'Ela pode ter mudado de lugar. Comece pela página inicial.',
  },
  method: {
    ja: 'この{方法|ほうほう}では{利用|りよう}できません',
    'ja-x-yasashii': 'この やりかたは {使|つか}えません',
    en: 'This method is not allowed here',
    pt: 'Este método não é permitido aqui',
  },
  conflict: {
    ja: 'ほかの{人|ひと}が{先|さき}に{変更|へんこう}しました',
    'ja-x-yasashii': 'ほかの {人|ひと}が {先|さき}に {変|か}えました',
    en: 'Someone else changed this first',
    pt: 'Outra pessoa alterou isto antes',
  },
  conflictWay: {
    ja: '{開|ひら}き{直|なお}して{今|いま}の{内容|ないよう}を{確|たし}かめてください。{何|なに}も{上書|うわが}きしていません。',
    'ja-x-yasashii': 'もう{一度|いちど} {開|あ}けて、{今|いま}の {内容|ないよう}を {見|み}て ください。',
    en: 'Open it again to see the present state. Nothing was overwritten.',
    pt: 'Abra novamente para ver o estado atual. Nada foi sobrescrito.',
  },
  tooLarge: {
    ja: '{送|おく}られた{内容|ないよう}が{大|おお}きすぎます',
    'ja-x-yasashii': '{送|おく}った ものが {大|おお}きすぎます',
    en: 'What was sent is too large',
    pt: 'O conteúdo enviado é grande demais',
  },
  tooLargeWay: {
    ja: 'ファイルを{小|ちい}さくするか{分|わ}けて、もう{一度|いちど}お{送|おく}りください。{何|なに}も{保存|ほぞん}されていません。',
    'ja-x-yasashii': 'ファイルを {小|ちい}さく して、もう{一度|いちど} {送|おく}って ください。',
    en: 'Make it smaller or split it and send it again. Nothing was saved.',
    pt: 'Reduza ou divida o arquivo e envie novamente. Nada foi salvo.',
  },
  media: {
    ja: 'この{形式|けいしき}は{受|う}け{取|と}れません',
    'ja-x-yasashii': 'この {種類|しゅるい}の ファイルは {使|つか}えません',
    en: 'We cannot accept this kind of content',
    pt: 'Não aceitamos este tipo de conteúdo',
  },
  tooMany: {
    ja: '{短|みじか}い{時間|じかん}に{多|おお}くの{要求|ようきゅう}がありました',
    'ja-x-yasashii': '{短|みじか}い {時間|じかん}に たくさん {送|おく}りました',
    en: 'Too many requests in a short time',
    pt: 'Muitas solicitações em pouco tempo',
  },
  tooManyWay: {
    ja: '{少|すこ}し{待|ま}ってから、もう{一度|いちど}お{試|ため}しください。',
    'ja-x-yasashii': '{少|すこ}し {待|ま}って、もう{一度|いちど} やってください。',
    en: 'Please wait a moment and try again.',
    pt: 'Aguarde um momento e tente novamente.',
  },
  broken: {
    ja: '{申|もう}し{訳|わけ}ありません。{処理|しょり}できませんでした',
    'ja-x-yasashii': 'ごめんなさい。うまく できませんでした',
    en: 'Sorry, something went wrong',
    pt: 'Desculpe, algo deu errado',
  },
  brokenWay: {
    ja: '{入力|にゅうりょく}は{反映|はんえい}されていません。{時間|じかん}をおいてお{試|ため}しください。{続|つづ}く{場合|ばあい}は{下|した}の{番号|ばんごう}を{添|そ}えてご{連絡|れんらく}ください。',
    'ja-x-yasashii': '{少|すこ}し {待|ま}って、もう{一度|いちど} やってください。だめな ときは、{下|した}の {番号|ばんごう}を {教|おし}えて ください。',
    en: 'Nothing was changed. Try again later; if it stays, tell us the number below.',
    pt: 'Nada foi alterado. Tente mais tarde; se continuar, informe o número abaixo.',
  },
  unavailable: {
    ja: 'ただいまご{利用|りよう}になれません',
    'ja-x-yasashii': '{今|いま} {使|つか}うことが できません',
    en: 'Not available right now',
    pt: 'Indisponível no momento',
  },
  storage: {
    ja: '{保存|ほぞん}する{場所|ばしょ}がいっぱいです',
    'ja-x-yasashii': '{保存|ほぞん}する {場所|ばしょ}が ありません',
    en: 'There is no room left to save',
    pt: 'Não há mais espaço para salvar',
  },
  storageWay: {
    ja: '{何|なに}も{失|うしな}われていません。{管理者|かんりしゃ}がディスクの{空|あ}きを{増|ふ}やしたあとで、もう{一度|いちど}お{試|ため}しください。',
    'ja-x-yasashii': '{前|まえ}の ものは {残|のこ}って います。あとで もう{一度|いちど} やってください。',
    en: 'Nothing was lost. Try again after the administrator has freed disk space.',
    pt: 'Nada foi perdido. Tente de novo depois que o administrador liberar espaço.',
  },
})

/** What people read for each fault: what happened, and the way out. */
export const FAULT_WORDS: Readonly<Record<FaultCode, FaultWords>> = {
  'bad-request': { title: words.badRequest, way: words.badRequestWay },
  'sign-in-required': { title: words.signIn, way: words.signInWay },
  forbidden: { title: words.forbidden, way: words.forbiddenWay },
  'form-expired': { title: words.expired, way: words.expiredWay },
  'not-found': { title: words.notFound, way: words.notFoundWay },
  'method-not-allowed': { title: words.method, way: words.badRequestWay },
  conflict: { title: words.conflict, way: words.conflictWay },
  'too-large': { title: words.tooLarge, way: words.tooLargeWay },
  'unsupported-media': { title: words.media, way: words.badRequestWay },
  'too-many-requests': { title: words.tooMany, way: words.tooManyWay },
  broken: { title: words.broken, way: words.brokenWay },
  unavailable: { title: words.unavailable, way: words.tooManyWay },
  'storage-full': { title: words.storage, way: words.storageWay },
}
