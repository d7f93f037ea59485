import { phrases } from '#kernel/text/text.ts'
import type { Happening } from '../model.ts'

/** What happened, as the history of a request says it. */
export const historyWords = phrases({
  requested: { ja: '{請求|せいきゅう}しました({amount}{円|えん}、{期限|きげん} {day})', 'ja-x-yasashii': 'お{金|かね}を {頼|たの}みました({amount}{円|えん}、{day}まで)', en: 'Asked for {amount} yen, due {day}', pt: 'Pedido de {amount} ienes, vence {day}' },
  renewed: { ja: '{期限|きげん}を {day} に{改|あらた}めました', 'ja-x-yasashii': '{日|ひ}を {変|か}えました({day})', en: 'Renewed, due {day}', pt: 'Renovado, vence {day}' },
  waived: { ja: '{支払|しはら}いはいりません({全額|ぜんがく}の{免除|めんじょ})', 'ja-x-yasashii': 'お{金|かね}は いりません', en: 'Nothing to pay (exempt)', pt: 'Nada a pagar (isento)' },
  'way-chosen': { ja: '{方法|ほうほう}を{選|えら}びました: {way}', 'ja-x-yasashii': '{払|はら}いかた: {way}', en: 'Way chosen: {way}', pt: 'Forma escolhida: {way}' },
  authorised: { ja: '{承認|しょうにん}されました: {way}', 'ja-x-yasashii': 'いいと {言|い}われました: {way}', en: 'Authorised: {way}', pt: 'Autorizado: {way}' },
  paid: { ja: '{支払|しはら}われました: {way} {amount}{円|えん}({納付日|のうふび} {day})', 'ja-x-yasashii': '{払|はら}いました: {way} {amount}{円|えん}({day})', en: 'Paid: {way}, {amount} yen (paid on {day})', pt: 'Pago: {way}, {amount} ienes (em {day})' },
  confirmed: { ja: '{市|し}への{入金日|にゅうきんび}: {day}', 'ja-x-yasashii': '{市|し}に {来|く}る {日|ひ}: {day}', en: 'City’s cash date: {day}', pt: 'Data do caixa: {day}' },
  'taken-back': { ja: '{支払|しはら}いが{取|と}り{消|け}されました', 'ja-x-yasashii': '{払|はら}った ことが なくなりました', en: 'The payment was taken back', pt: 'O pagamento foi desfeito' },
  failed: { ja: '{支払|しはら}いになりませんでした', 'ja-x-yasashii': '{払|はら}えませんでした', en: 'The payment did not go through', pt: 'O pagamento não foi concluído' },
  cancelled: { ja: '{請求|せいきゅう}を{取|と}り{消|け}しました', 'ja-x-yasashii': 'やめました', en: 'The request was cancelled', pt: 'O pedido foi cancelado' },
  expired: { ja: '{期限|きげん}が{切|き}れました', 'ja-x-yasashii': '{日|ひ}が すぎました', en: 'Expired', pt: 'Venceu' },
  reminded: { ja: '{期限|きげん}が{近|ちか}いことを{知|し}らせました', 'ja-x-yasashii': 'もうすぐだと {知|し}らせました', en: 'Reminded of the due day', pt: 'Lembrete enviado' },
  'double-found': { ja: '{余分|よぶん}な{支払|しはら}いが{見|み}つかりました({amount}{円|えん})', 'ja-x-yasashii': '{多|おお}く {払|はら}いました({amount}{円|えん})', en: 'A surplus payment was found ({amount} yen)', pt: 'Pagamento a mais encontrado ({amount} ienes)' },
  'refund-asked': { ja: '{返金|へんきん}を{申|もう}し{出|で}ました({amount}{円|えん})', 'ja-x-yasashii': '{返|かえ}して くださいと {言|い}いました({amount}{円|えん})', en: 'Refund asked for ({amount} yen)', pt: 'Devolução pedida ({amount} ienes)' },
  'refund-approved': { ja: '{返金|へんきん}を{承認|しょうにん}しました', 'ja-x-yasashii': '{返|かえ}して いいと {決|き}めました', en: 'Refund approved', pt: 'Devolução aprovada' },
  'refund-refused': { ja: '{返金|へんきん}を{認|みと}めませんでした', 'ja-x-yasashii': '{返|かえ}さないと {決|き}めました', en: 'Refund refused', pt: 'Devolução recusada' },
  'refund-failed': { ja: '{返金|へんきん}できませんでした', 'ja-x-yasashii': '{返|かえ}せませんでした', en: 'The refund failed', pt: 'A devolução falhou' },
  'refund-paid': { ja: '{返金|へんきん}しました({amount}{円|えん}、{day})', 'ja-x-yasashii': '{返|かえ}しました({amount}{円|えん}、{day})', en: 'Refunded ({amount} yen, {day})', pt: 'Devolvido ({amount} ienes, {day})' },
}) satisfies Readonly<Record<Happening['kind'], unknown>>
