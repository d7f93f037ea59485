import { phrases } from '#kernel/text/text.ts'

/** What stands on a convenience-store slip, and why there is none. */
export const slipWords = phrases({
  title: { ja: '{納付書|のうふしょ}(コンビニエンスストア{用|よう})', 'ja-x-yasashii': 'コンビニで {払|はら}う {紙|かみ}', en: 'Slip for the convenience store', pt: 'Guia para a loja de conveniência' },
  how: { ja: 'この{紙|かみ}を{切|き}らずに{店|みせ}のレジにお{出|だ}しください。バーコードのある{機械|きかい}で{読|よ}み{取|と}ります。{金額|きんがく}を{書|か}き{直|なお}したもの、{期限|きげん}を{過|す}ぎたものは{使|つか}えません。', 'ja-x-yasashii': 'この {紙|かみ}を {切|き}らないで、コンビニの レジに {出|だ}して ください。', en: 'Hand this sheet to the shop without cutting it. A slip whose amount was altered or whose last day has passed cannot be used.', pt: 'Entregue esta folha no caixa sem cortar. Não vale com valor alterado nem depois do último dia.' },
  number: { ja: '{支払番号|しはらいばんごう}', 'ja-x-yasashii': '{番号|ばんごう}', en: 'Payment number', pt: 'Número' },
  amount: { ja: '{金額|きんがく}', 'ja-x-yasashii': 'お{金|かね}', en: 'Amount', pt: 'Valor' },
  forWhat: { ja: '{内容|ないよう}', 'ja-x-yasashii': '{何|なに}の お{金|かね}', en: 'For', pt: 'Referente a' },
  validUntil: { ja: '{店|みせ}で{使|つか}える{最後|さいご}の{日|ひ}', 'ja-x-yasashii': '{最後|さいご}の {日|ひ}', en: 'Last day at the shop', pt: 'Último dia na loja' },
  stamp: { ja: '{領収日付印|りょうしゅうひづけいん}', 'ja-x-yasashii': '{店|みせ}の はんこ', en: 'Stamp of the shop', pt: 'Carimbo da loja' },
  stub: { ja: '{領収証書|りょうしゅうしょうしょ}(お{客様|きゃくさま}{控|ひか}え)', 'ja-x-yasashii': 'あなたの {紙|かみ}', en: 'Receipt (payer)', pt: 'Recibo (cliente)' },
  stubNote: { ja: '{店|みせ}の{印|いん}があるこの{半券|はんけん}が{領収書|りょうしゅうしょ}です。{大切|たいせつ}に{保管|ほかん}してください。', 'ja-x-yasashii': 'この {紙|かみ}が {領収書|りょうしゅうしょ}です。', en: 'With the shop’s stamp this stub is your receipt. Keep it.', pt: 'Com o carimbo da loja, este canhoto é o recibo. Guarde-o.' },
  shop: { ja: '{納付書|のうふしょ}({店|みせ}{控|ひか}え)', 'ja-x-yasashii': '{店|みせ}の {紙|かみ}', en: 'Slip (shop)', pt: 'Guia (loja)' },
  notice: { ja: '{領収済通知書|りょうしゅうずみつうちしょ}({市|し}へ)', 'ja-x-yasashii': '{市|し}の {紙|かみ}', en: 'Notice of receipt (city)', pt: 'Aviso de recebimento (cidade)' },
  cut: { ja: '{切|き}り{取|と}り', 'ja-x-yasashii': '{切|き}る', en: 'cut here', pt: 'corte aqui' },
  elQr: { ja: 'eL-QR の{欄|らん}: {様式|ようしき}が{公開|こうかい}されていないため{空欄|くうらん}', 'ja-x-yasashii': 'eL-QR(まだ ありません)', en: 'Place of the eL-QR code: blank, its layout is not published', pt: 'Espaço do eL-QR: em branco, formato não publicado' },
  bars: { ja: 'GS1-128 バーコード {digits}', 'ja-x-yasashii': 'バーコード {digits}', en: 'GS1-128 bar code {digits}', pt: 'Código de barras GS1-128 {digits}' },
  agent: { ja: '{収納代行|しゅうのうだいこう}: {agent}', 'ja-x-yasashii': '{代|か}わりの {会社|かいしゃ}: {agent}', en: 'Collecting agent: {agent}', pt: 'Agente arrecadador: {agent}' },
  foot: { ja: '{発行日|はっこうび} {day}、{発行|はっこう} {issue}{回目|かいめ}。{再発行|さいはっこう}すると、{前|まえ}の{納付書|のうふしょ}は{使|つか}えなくなります。', 'ja-x-yasashii': '{day} {issue}{回目|かいめ}。{新|あたら}しい {紙|かみ}が できたら、{古|ふる}い {紙|かみ}は {使|つか}えません。', en: 'Issued {day}, issue {issue}. A new issue makes the older ones invalid.', pt: 'Emitida em {day}, emissão {issue}. Uma nova emissão invalida as anteriores.' },
  demo: { ja: '【デモ】{使|つか}えません', 'ja-x-yasashii': '【れんしゅう】{使|つか}えません', en: 'DEMO – not valid', pt: 'DEMO – sem validade' },
})
