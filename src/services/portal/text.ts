import { phrases } from '#kernel/text/text.ts'

export const text = phrases({
  title: { ja: 'ポータル', 'ja-x-yasashii': 'トップページ', en: 'Portal', pt: 'Portal' },
  summary: {
    ja: 'まちの{手続|てつづ}きと{情報|じょうほう}の{入口|いりぐち}',
    'ja-x-yasashii': '{町|まち}の {手続|てつづ}きと {情報|じょうほう}の {入口|いりぐち}',
    en: 'The way in to the city\'s services and information',
    pt: 'A entrada para os serviços e informações da cidade',
  },
  greeting: {
    ja: '{暮|く}らしを、つなぐ。',
    'ja-x-yasashii': '{町|まち}と あなたを つなぐ',
    en: 'Connecting everyday life',
    pt: 'Conectando o dia a dia',
  },
  lead: {
    ja: '{手続|てつづ}きと{情報|じょうほう}を、ひとつの{窓口|まどぐち}で。',
    'ja-x-yasashii': '{町|まち}の サービスは ここから {使|つか}えます。',
    en: 'The city\'s services and information in one place.',
    pt: 'Serviços e informações da cidade em um só lugar.',
  },
  parts: { ja: '{部品|ぶひん}の{見本|みほん}', 'ja-x-yasashii': 'ページの {部品|ぶひん}', en: 'Parts of our pages', pt: 'Componentes das páginas' },
  services: { ja: 'サービス', 'ja-x-yasashii': 'サービス', en: 'Services', pt: 'Serviços' },
  staffDesk: { ja: '{職員|しょくいん}の{机|つくえ}', 'ja-x-yasashii': '{職員|しょくいん}の ページ', en: 'Staff desk', pt: 'Mesa do servidor' },
  staffLead: {
    ja: '{今日|きょう}の{仕事|しごと}はここから{始|はじ}められます。',
    'ja-x-yasashii': '{仕事|しごと}は ここから {始|はじ}めます。',
    en: 'Start today\'s work here.',
    pt: 'Comece aqui o trabalho de hoje.',
  },
  nothingForYou: {
    ja: '{担当|たんとう}する{仕事|しごと}がまだありません',
    'ja-x-yasashii': '{仕事|しごと}が まだ ありません',
    en: 'No work has been entrusted to you yet',
    pt: 'Nenhuma tarefa foi atribuída a você ainda',
  },
  nothingForYouBody: {
    ja: '{職務|しょくむ}が{付与|ふよ}されると、ここに{並|なら}びます。',
    'ja-x-yasashii': '{仕事|しごと}が {決|き}まると、ここに {出|で}ます。',
    en: 'Duties given to you by the administrator appear here.',
    pt: 'As funções atribuídas pelo administrador aparecem aqui.',
  },
})

/** The first page while a grave notice stands: what somebody reads in the rain, on a phone, once. */
export const emergencyWords = phrases({
  title: { ja: '{緊急|きんきゅう}のお{知|し}らせ', 'ja-x-yasashii': 'とても {大切|たいせつ}な お{知|し}らせ', en: 'Emergency', pt: 'Emergência' },
  issuedAt: { ja: '{at} {発表|はっぴょう}', 'ja-x-yasashii': '{at}の お{知|し}らせ', en: 'issued {at}', pt: 'emitido em {at}' },
  more: { ja: 'くわしく{見|み}る', 'ja-x-yasashii': 'もっと {見|み}る', en: 'More about this', pt: 'Mais sobre isto' },
  whatToDo: { ja: 'すること', 'ja-x-yasashii': 'すること', en: 'What to do', pt: 'O que fazer' },
  three1: {
    ja: 'お{年寄|としよ}り、{体|からだ}の{不自由|ふじゆう}な{人|ひと}、{小|ちい}さな{子|こ}どものいる{人|ひと}は、{危険|きけん}な{場所|ばしょ}から{避難|ひなん}してください。',
    'ja-x-yasashii': 'お{年寄|としよ}り、{体|からだ}が {不自由|ふじゆう}な {人|ひと}、{小|ちい}さい {子|こ}どもが いる {人|ひと}は、{逃|に}げて ください。',
    en: 'The elderly, people with disabilities and families with small children: leave dangerous places now.',
    pt: 'Idosos, pessoas com deficiência e famílias com crianças pequenas: saiam dos lugares perigosos agora.',
  },
  three2: { ja: 'ほかの{人|ひと}も{準備|じゅんび}をし、{危|あぶ}ないと{思|おも}ったら{避難|ひなん}してください。', 'ja-x-yasashii': 'ほかの {人|ひと}は、{逃|に}げる {準備|じゅんび}を して ください。', en: 'Everybody else: get ready, and leave if you feel in danger.', pt: 'Os demais: preparem-se e saiam se sentirem perigo.' },
  four1: { ja: '{危険|きけん}な{場所|ばしょ}にいる{人|ひと}は、{全員|ぜんいん}{避難|ひなん}してください。', 'ja-x-yasashii': '{危|あぶ}ない {場所|ばしょ}に いる {人|ひと}は、みんな {逃|に}げて ください。', en: 'Everybody in a dangerous place: leave now.', pt: 'Todos em lugar perigoso: saiam agora.' },
  four2: { ja: '{避難所|ひなんじょ}のほか、{安全|あんぜん}な{親戚|しんせき}・{知人|ちじん}の{家|いえ}やホテルでもかまいません。', 'ja-x-yasashii': '{避難所|ひなんじょ}か、{安全|あんぜん}な {友|とも}だちの {家|いえ}へ {行|い}って ください。', en: 'A shelter, or friends, family or a hotel in a safe place: any of these will do.', pt: 'Um abrigo, a casa de amigos ou parentes, ou um hotel em lugar seguro: qualquer um serve.' },
  five1: { ja: '{命|いのち}が{危険|きけん}です。{今|いま}いる{所|ところ}より{少|すこ}しでも{安全|あんぜん}な{所|ところ}へ、すぐに{移|うつ}ってください。', 'ja-x-yasashii': '{命|いのち}が {危|あぶ}ないです。すぐに {少|すこ}しでも {安全|あんぜん}な {所|ところ}へ {行|い}って ください。', en: 'Your life is in danger. Move at once to any place that is safer than where you are.', pt: 'Sua vida está em perigo. Vá já para qualquer lugar mais seguro do que onde está.' },
  five2: { ja: '{外|そと}が{危|あぶ}ないときは{外|そと}へ{出|で}ず、{上|うえ}の{階|かい}や、{崖|がけ}・{川|かわ}から{離|はな}れた{部屋|へや}へ{移|うつ}ってください。', 'ja-x-yasashii': '{外|そと}が {危|あぶ}ない ときは、{上|うえ}の {階|かい}や、{川|かわ}や がけから {遠|とお}い {部屋|へや}へ {行|い}って ください。', en: 'If it is dangerous outside, stay in: go to an upper floor or a room away from slopes and rivers.', pt: 'Se for perigoso lá fora, não saia: vá para um andar alto ou um cômodo longe de encostas e rios.' },
  whereToGo: { ja: '{開|ひら}いている{避難所|ひなんじょ}', 'ja-x-yasashii': '{今|いま} {開|あ}いている {避難所|ひなんじょ}', en: 'Open shelters', pt: 'Abrigos abertos' },
  notAtFive: { ja: 'レベル5が{出|で}ている{地域|ちいき}の{人|ひと}は、{避難所|ひなんじょ}へ{向|む}かわず、{今|いま}いる{所|ところ}で{命|いのち}を{守|まも}ってください。', 'ja-x-yasashii': 'レベル5の {場所|ばしょ}に いる {人|ひと}は、{避難所|ひなんじょ}へ {行|い}かないで ください。{今|いま} いる {所|ところ}で {命|いのち}を {守|まも}って ください。', en: 'Where level 5 is in force, do not set out for a shelter: protect your life where you are.', pt: 'Onde vigora o nível 5, não saia para um abrigo: proteja sua vida onde está.' },
  noShelter: { ja: 'この{危険|きけん}に{使|つか}える{避難所|ひなんじょ}で、{開|ひら}いているものはまだありません。', 'ja-x-yasashii': 'この {危険|きけん}で {使|つか}える {避難所|ひなんじょ}は、まだ {開|あ}いて いません。', en: 'No shelter designated for this danger is open yet.', pt: 'Ainda não há abrigo aberto designado para este perigo.' },
  full: { ja: '{満員|まんいん}', 'ja-x-yasashii': 'いっぱい', en: 'full', pt: 'lotado' },
  room: { ja: 'あと{count}{人|にん}ほど', 'ja-x-yasashii': 'あと {count}{人|にん}', en: 'room for about {count}', pt: 'vagas para cerca de {count}' },
  nearest: { ja: '{近|ちか}くの{避難所|ひなんじょ}をさがす', 'ja-x-yasashii': '{近|ちか}くの {避難所|ひなんじょ}を さがす', en: 'Find the nearest shelter', pt: 'Encontrar o abrigo mais próximo' },
  call: { ja: '{助|たす}けがいるとき:', 'ja-x-yasashii': '{助|たす}けて ほしい とき:', en: 'If you need help:', pt: 'Se precisar de ajuda:' },
  fire: { ja: '({消防|しょうぼう}・{救急|きゅうきゅう})', 'ja-x-yasashii': '({火事|かじ}・けが)', en: '(fire, ambulance)', pt: '(bombeiros, ambulância)' },
  police: { ja: '({警察|けいさつ})', 'ja-x-yasashii': '({警察|けいさつ})', en: '(police)', pt: '(polícia)' },
  toPortal: { ja: 'いつものトップページへ', 'ja-x-yasashii': 'いつもの トップページへ', en: 'To the usual top page', pt: 'À página inicial de sempre' },
})
