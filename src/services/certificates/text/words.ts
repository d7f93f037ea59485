import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { ApplicantKind, CertificateKind, IdentityDocument, Option, StopReason, Way } from '../model.ts'

export const words = phrases({
  title: { ja: '{証明書|しょうめいしょ}の{交付|こうふ}', 'ja-x-yasashii': '{証明書|しょうめいしょ}を もらう', en: 'Certificates', pt: 'Certidões' },
  summary: { ja: '{住民票|じゅうみんひょう}の{写|うつ}し、{印鑑登録証明書|いんかんとうろくしょうめいしょ}をオンラインや{窓口|まどぐち}で{受|う}け{取|と}ります', 'ja-x-yasashii': '{住民票|じゅうみんひょう}や {印鑑|いんかん}の {証明書|しょうめいしょ}を もらいます', en: 'Copies of the resident record and seal certificates, online or at the counter', pt: 'Cópias do registro de residente e certidões de carimbo, on-line ou no balcão' },
  lead: { ja: '{手数料|てすうりょう}を{払|はら}うと、{電子署名|でんししょめい}のついたPDFをこの{画面|がめん}で{受|う}け{取|と}れます。', 'ja-x-yasashii': 'お{金|かね}を {払|はら}うと、PDFを もらえます。', en: 'Pay the fee and fetch a digitally signed PDF here.', pt: 'Pague a taxa e receba aqui um PDF assinado digitalmente.' },
  clerkDuty: { ja: '{証明書|しょうめいしょ}の{交付|こうふ}', 'ja-x-yasashii': '{証明書|しょうめいしょ}を {出|だ}す', en: 'Issues certificates', pt: 'Emite certidões' },
  myPage: { ja: 'マイページ', 'ja-x-yasashii': 'マイページ', en: 'My page', pt: 'Minha página' },
  kind: { ja: '{証明書|しょうめいしょ}の{種類|しゅるい}', 'ja-x-yasashii': '{何|なん}の {証明書|しょうめいしょ}ですか', en: 'Which certificate', pt: 'Qual certidão' },
  people: { ja: '{記載|きさい}する{人|ひと}', 'ja-x-yasashii': '{誰|だれ}を {書|か}きますか', en: 'Who stands on it', pt: 'Quem consta nela' },
  peopleHint: { ja: 'だれも{選|えら}ばなければ{世帯|せたい}の{全員|ぜんいん}です', 'ja-x-yasashii': '{選|えら}ばないと、{家族|かぞく} {全員|ぜんいん}です', en: 'Everybody in the household where nobody is chosen', pt: 'Todos do domicílio, se ninguém for escolhido' },
  options: { ja: '{記載|きさい}する{事項|じこう}', 'ja-x-yasashii': 'ほかに {書|か}く こと', en: 'Further items', pt: 'Outros dados' },
  optionsHint: { ja: '{提出先|ていしゅつさき}が{求|もと}めるものだけを{選|えら}んでください', 'ja-x-yasashii': '{必要|ひつよう}な ものだけ {選|えら}んで ください', en: 'Choose only what is asked of you', pt: 'Escolha só o que for exigido' },
  fee: { ja: '{手数料|てすうりょう} {yen}{円|えん}', 'ja-x-yasashii': '{yen}{円|えん}', en: 'Fee {yen} yen', pt: 'Taxa {yen} ienes' },
  fees: { ja: '{手数料|てすうりょう}', 'ja-x-yasashii': 'お{金|かね}', en: 'Fees', pt: 'Taxas' },
  apply: { ja: '{手数料|てすうりょう}の{支払|しはら}いへ{進|すす}む', 'ja-x-yasashii': 'お{金|かね}を {払|はら}う', en: 'Go on to payment', pt: 'Ir para o pagamento' },
  mine: { ja: 'これまでの{請求|せいきゅう}', 'ja-x-yasashii': '{今|いま}までの {証明書|しょうめいしょ}', en: 'Your requests', pt: 'Seus pedidos' },
  noneYet: { ja: 'まだ{請求|せいきゅう}はありません', 'ja-x-yasashii': 'まだ ありません', en: 'No requests yet', pt: 'Nenhum pedido ainda' },
  noneYetBody: { ja: '{上|うえ}で{証明書|しょうめいしょ}を{選|えら}んでください。', 'ja-x-yasashii': '{上|うえ}で {選|えら}んで ください。', en: 'Choose a certificate above.', pt: 'Escolha uma certidão acima.' },
  request: { ja: '{証明書|しょうめいしょ}の{請求|せいきゅう}', 'ja-x-yasashii': '{証明書|しょうめいしょ}の {申|もう}し{込|こ}み', en: 'Request for a certificate', pt: 'Pedido de certidão' },
  state: { ja: '{状態|じょうたい}', 'ja-x-yasashii': '{今|いま}', en: 'State', pt: 'Situação' },
  requestedAt: { ja: '{請求|せいきゅう}した{日時|にちじ}', 'ja-x-yasashii': '{申|もう}し{込|こ}んだ {日|ひ}', en: 'Asked for', pt: 'Pedido em' },
  paidAt: { ja: '{支払|しはら}い', 'ja-x-yasashii': '{払|はら}った {日|ひ}', en: 'Paid', pt: 'Pago em' },
  issuedAt: { ja: '{発行|はっこう}', 'ja-x-yasashii': '{作|つく}った {日|ひ}', en: 'Issued', pt: 'Emitida em' },
  printedAt: { ja: '{交付|こうふ}（{印刷|いんさつ}・{受取|うけとり}）', 'ja-x-yasashii': '{渡|わた}した {日|ひ}', en: 'Handed over', pt: 'Entregue em' },
  settledAt: { ja: '{収納|しゅうのう}の{確定|かくてい}', 'ja-x-yasashii': 'お{金|かね}の {確認|かくにん}', en: 'Settled', pt: 'Liquidado em' },
  notYet: { ja: 'まだ', 'ja-x-yasashii': 'まだ', en: 'not yet', pt: 'ainda não' },
  waitsForPayment: { ja: '{支払|しはら}いを{待|ま}っています', 'ja-x-yasashii': 'お{金|かね}を {払|はら}って ください', en: 'Waits for payment', pt: 'Aguarda pagamento' },
  beingMade: { ja: '{証明書|しょうめいしょ}を{作|つく}っています', 'ja-x-yasashii': '{作|つく}って います', en: 'Being made', pt: 'Sendo emitida' },
  beingMadeBody: { ja: 'この{画面|がめん}は{自動|じどう}で{新|あたら}しくなります。', 'ja-x-yasashii': '{少|すこ}し {待|ま}って ください。', en: 'This page renews itself.', pt: 'Esta página se atualiza sozinha.' },
  ready: { ja: '{受|う}け{取|と}れます', 'ja-x-yasashii': 'もらえます', en: 'Ready', pt: 'Pronta' },
  handedOver: { ja: '{交付済|こうふず}み', 'ja-x-yasashii': '{渡|わた}しました', en: 'Handed over', pt: 'Entregue' },
  ended: { ja: '{交付|こうふ}しませんでした', 'ja-x-yasashii': '{出|だ}しませんでした', en: 'Not issued', pt: 'Não emitida' },
  waitsForClerk: { ja: '{職員|しょくいん}が{確認|かくにん}しています', 'ja-x-yasashii': '{市役所|しやくしょ}の {人|ひと}が {見|み}て います', en: 'A clerk is looking into it', pt: 'Um funcionário está verificando' },
  pay: { ja: '{支払|しはら}う', 'ja-x-yasashii': '{払|はら}う', en: 'Pay', pt: 'Pagar' },
  fetch: { ja: 'PDFを{受|う}け{取|と}る', 'ja-x-yasashii': 'PDFを もらう', en: 'Fetch the PDF', pt: 'Receber o PDF' },
  keptUntil: { ja: 'ファイルは7{日間|にちかん}だけ{受|う}け{取|と}れます。その{後|あと}は{消|け}します。', 'ja-x-yasashii': '7{日|にち}だけ もらえます。', en: 'The file can be fetched for seven days and is then erased.', pt: 'O arquivo pode ser recebido por sete dias e depois é apagado.' },
  refundFollows: { ja: '{支払|しはら}った{手数料|てすうりょう}はお{返|かえ}しします。', 'ja-x-yasashii': 'お{金|かね}は {返|かえ}します。', en: 'The fee goes back to you.', pt: 'A taxa será devolvida.' },
  notMatched: { ja: '{住民記録|じゅうみんきろく}との{照合|しょうごう}がまだです', 'ja-x-yasashii': '{市役所|しやくしょ}の {確認|かくにん}が まだです', en: 'Your account is not matched to the register yet', pt: 'Sua conta ainda não foi associada ao registro' },
  notMatchedBody: { ja: '{市民課|しみんか}の{窓口|まどぐち}でお{尋|たず}ねください。', 'ja-x-yasashii': '{市役所|しやくしょ}に {聞|き}いて ください。', en: 'Please ask at the residents counter.', pt: 'Pergunte no balcão de residentes.' },
  cannotNow: { ja: 'いまは{請求|せいきゅう}できません', 'ja-x-yasashii': '{今|いま}は できません', en: 'It cannot be asked for now', pt: 'Não pode ser pedida agora' },
})

export const kindWords: Readonly<Record<CertificateKind, Phrase<never>>> = phrases({
  'resident-copy': { ja: '{住民票|じゅうみんひょう}の{写|うつ}し', 'ja-x-yasashii': '{住民票|じゅうみんひょう}', en: 'Copy of the resident record', pt: 'Cópia do registro de residente' },
  'record-certificate': { ja: '{住民票|じゅうみんひょう}{記載|きさい}{事項|じこう}{証明書|しょうめいしょ}', 'ja-x-yasashii': '{住民票|じゅうみんひょう}の {証明|しょうめい}', en: 'Certificate of recorded matters', pt: 'Certidão de dados registrados' },
  'seal-certificate': { ja: '{印鑑登録証明書|いんかんとうろくしょうめいしょ}', 'ja-x-yasashii': '{印鑑|いんかん}の {証明書|しょうめいしょ}', en: 'Seal registration certificate', pt: 'Certidão de registro de carimbo' },
})

export const optionWords: Readonly<Record<Option, Phrase<never>>> = phrases({
  relationship: { ja: '{世帯主|せたいぬし}・{続柄|つづきがら}', 'ja-x-yasashii': '{家族|かぞく}の {関係|かんけい}', en: 'Head of household and relationships', pt: 'Chefe do domicílio e parentesco' },
  domicile: { ja: '{本籍|ほんせき}・{筆頭者|ひっとうしゃ}', 'ja-x-yasashii': '{本籍|ほんせき}（{日本人|にほんじん}）', en: 'Registered domicile (Japanese nationals)', pt: 'Domicílio registrado (japoneses)' },
  'resident-code': { ja: '{住民票|じゅうみんひょう}コード', 'ja-x-yasashii': '{住民票|じゅうみんひょう}コード', en: 'Resident record code', pt: 'Código do registro de residente' },
  'individual-number': { ja: '{個人番号|こじんばんごう}（マイナンバー）', 'ja-x-yasashii': 'マイナンバー', en: 'Individual number (My Number)', pt: 'Número individual (My Number)' },
})

export const wayWords: Readonly<Record<Way, Phrase<never>>> = phrases({
  online: { ja: 'オンライン', 'ja-x-yasashii': 'インターネット', en: 'Online', pt: 'On-line' },
  counter: { ja: '{窓口|まどぐち}', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Counter', pt: 'Balcão' },
  kiosk: { ja: 'コンビニ・{端末|たんまつ}', 'ja-x-yasashii': 'コンビニの {機械|きかい}', en: 'Kiosk', pt: 'Quiosque' },
})

export const applicantWords: Readonly<Record<ApplicantKind, Phrase<never>>> = phrases({
  self: { ja: '{本人|ほんにん}', 'ja-x-yasashii': '{本人|ほんにん}', en: 'The person', pt: 'A própria pessoa' },
  household: { ja: '{同|おな}じ{世帯|せたい}の{人|ひと}', 'ja-x-yasashii': '{同|おな}じ {家|いえ}の {人|ひと}', en: 'Member of the household', pt: 'Membro do domicílio' },
  proxy: { ja: '{代理人|だいりにん}（{委任状|いにんじょう}あり）', 'ja-x-yasashii': '{代|か}わりの {人|ひと}', en: 'Proxy with a letter of attorney', pt: 'Procurador' },
  official: { ja: '{国|くに}・{地方公共団体|ちほうこうきょうだんたい}（{公用|こうよう}）', 'ja-x-yasashii': '{役所|やくしょ}', en: 'State or municipality', pt: 'Órgão público' },
  'third-party': { ja: '{第三者|だいさんしゃ}・{特定事務受任者|とくていじむじゅにんしゃ}', 'ja-x-yasashii': 'ほかの {人|ひと}', en: 'Third party', pt: 'Terceiro' },
})

export const documentWords: Readonly<Record<IdentityDocument, Phrase<never>>> = phrases({
  'number-card': { ja: 'マイナンバーカード', 'ja-x-yasashii': 'マイナンバーカード', en: 'Individual number card', pt: 'Cartão My Number' },
  'driving-licence': { ja: '{運転免許証|うんてんめんきょしょう}', 'ja-x-yasashii': '{運転|うんてん} {免許証|めんきょしょう}', en: 'Driving licence', pt: 'Carteira de motorista' },
  passport: { ja: '{旅券|りょけん}', 'ja-x-yasashii': 'パスポート', en: 'Passport', pt: 'Passaporte' },
  'residence-card': { ja: '{在留|ざいりゅう}カード・{特別永住者証明書|とくべつえいじゅうしゃしょうめいしょ}', 'ja-x-yasashii': '{在留|ざいりゅう}カード', en: 'Residence card', pt: 'Cartão de residência' },
  'two-others': { ja: '{顔写真|かおじゃしん}のない{書類|しょるい}2{点|てん}', 'ja-x-yasashii': '{写真|しゃしん}の ない {書類|しょるい} 2つ', en: 'Two documents without a photograph', pt: 'Dois documentos sem foto' },
})

export const stopWords: Readonly<Record<StopReason, Phrase<never>>> = phrases({
  'lost-card': { ja: 'カードの{紛失|ふんしつ}', 'ja-x-yasashii': 'カードを なくした', en: 'Lost card', pt: 'Cartão perdido' },
  'own-wish': { ja: '{本人|ほんにん}の{申出|もうしで}', 'ja-x-yasashii': '{本人|ほんにん}の {希望|きぼう}', en: 'Own wish', pt: 'A pedido próprio' },
  office: { ja: '{職権|しょっけん}', 'ja-x-yasashii': '{市役所|しやくしょ}が {決|き}めた', en: 'Decided by the office', pt: 'Decisão da prefeitura' },
})
