import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { Level } from '../model.ts'

const said = phrases({
  five1: { ja: '{命|いのち}が{危険|きけん}です。{今|いま}いる{所|ところ}より{少|すこ}しでも{安全|あんぜん}な{所|ところ}へ、すぐに{移|うつ}ってください。', 'ja-x-yasashii': '{命|いのち}が {危|あぶ}ないです。すぐに {少|すこ}しでも {安全|あんぜん}な {所|ところ}へ {行|い}って ください。', en: 'Your life is in danger. Move at once to any place that is safer than where you are.', pt: 'Sua vida está em perigo. Vá já para qualquer lugar mais seguro do que onde está.' },
  five2: { ja: '{外|そと}が{危|あぶ}ないときは{外|そと}へ{出|で}ず、{上|うえ}の{階|かい}や、{崖|がけ}・{川|かわ}から{離|はな}れた{部屋|へや}へ{移|うつ}ってください。', 'ja-x-yasashii': '{外|そと}が {危|あぶ}ない ときは、{上|うえ}の {階|かい}や、{川|かわ}や がけから {遠|とお}い {部屋|へや}へ {行|い}って ください。', en: 'If it is dangerous outside, stay in: go to an upper floor or a room away from slopes and rivers.', pt: 'Se for perigoso lá fora, não saia: vá para um andar alto ou um cômodo longe de encostas e rios.' },
  four1: { ja: '{危険|きけん}な{場所|ばしょ}にいる{人|ひと}は、{全員|ぜんいん}{避難|ひなん}してください。', 'ja-x-yasashii': '{危|あぶ}ない {場所|ばしょ}に いる {人|ひと}は、みんな {逃|に}げて ください。', en: 'Everybody in a dangerous place: leave now.', pt: 'Todos em lugar perigoso: saiam agora.' },
  four2: { ja: '{避難所|ひなんじょ}のほか、{安全|あんぜん}な{親戚|しんせき}・{知人|ちじん}の{家|いえ}やホテルでもかまいません。', 'ja-x-yasashii': '{避難所|ひなんじょ}か、{安全|あんぜん}な {友|とも}だちの {家|いえ}へ {行|い}って ください。', en: 'A shelter, or friends, family or a hotel in a safe place: any of these will do.', pt: 'Um abrigo, a casa de amigos ou parentes, ou um hotel em lugar seguro: qualquer um serve.' },
  four3: { ja: '{車|くるま}いすの{人|ひと}や{小|ちい}さな{子|こ}どもなど、{手助|てだす}けがいる{人|ひと}に{声|こえ}をかけてください。', 'ja-x-yasashii': '{手伝|てつだ}いが いる {人|ひと}に {声|こえ}を かけて ください。', en: 'Call on neighbours who need help.', pt: 'Chame os vizinhos que precisam de ajuda.' },
  three1: { ja: 'お{年寄|としよ}り、{体|からだ}の{不自由|ふじゆう}な{人|ひと}、{小|ちい}さな{子|こ}どものいる{人|ひと}は、{危険|きけん}な{場所|ばしょ}から{避難|ひなん}してください。', 'ja-x-yasashii': 'お{年寄|としよ}り、{体|からだ}が {不自由|ふじゆう}な {人|ひと}、{小|ちい}さい {子|こ}どもが いる {人|ひと}は、{逃|に}げて ください。', en: 'The elderly, people with disabilities and families with small children: leave dangerous places now.', pt: 'Idosos, pessoas com deficiência e famílias com crianças pequenas: saiam dos lugares perigosos agora.' },
  three2: { ja: 'ほかの{人|ひと}も、いつでも{逃|に}げられるように{準備|じゅんび}してください。{危|あぶ}ないと{思|おも}ったら{避難|ひなん}してください。', 'ja-x-yasashii': 'ほかの {人|ひと}は、{逃|に}げる {準備|じゅんび}を して ください。', en: 'Everybody else: get ready, and leave if you feel in danger.', pt: 'Os demais: preparem-se e saiam se sentirem perigo.' },
  two1: { ja: 'ハザードマップで、{家|いえ}のまわりの{危|あぶ}ない{場所|ばしょ}を{確|たし}かめてください。', 'ja-x-yasashii': '{家|いえ}の {近|ちか}くの {危|あぶ}ない {場所|ばしょ}を {見|み}て ください(ハザードマップ)。', en: 'Check the hazard map for dangerous places around your home.', pt: 'Veja no mapa de riscos os lugares perigosos perto de casa.' },
  two2: { ja: '{逃|に}げる{場所|ばしょ}と{道|みち}を、{家族|かぞく}で{決|き}めてください。', 'ja-x-yasashii': '{逃|に}げる {場所|ばしょ}と {道|みち}を {家族|かぞく}で {決|き}めて ください。', en: 'Agree with your family where to go and by which way.', pt: 'Combine com a família aonde ir e por qual caminho.' },
  one1: { ja: '{新|あたら}しい{情報|じょうほう}に{気|き}をつけてください。', 'ja-x-yasashii': '{新|あたら}しい {情報|じょうほう}を {見|み}て ください。', en: 'Keep an eye on the news.', pt: 'Acompanhe as notícias.' },
})

/** What a person does at a level: 避難情報に関するガイドライン (2021-05), table of levels and actions. Level 0 asks for nothing. */
export const ACTIONS: Readonly<Record<Level, readonly Phrase<never>[]>> = {
  0: [], 1: [said.one1], 2: [said.two1, said.two2], 3: [said.three1, said.three2], 4: [said.four1, said.four2, said.four3], 5: [said.five1, said.five2],
}

/** What each side says at a level. The weather agency's names carry the level since 2026-05-28. */
export const LEVEL_MEANINGS: Readonly<Record<1 | 2 | 3 | 4 | 5, { readonly city: Phrase<never>; readonly agency: Phrase<never> }>> = {
  5: phrases({
    city: { ja: '{緊急|きんきゅう}{安全|あんぜん}{確保|かくほ}', 'ja-x-yasashii': '{命|いのち}を {守|まも}って ください({緊急安全確保|きんきゅうあんぜんかくほ})', en: 'Emergency: secure your safety now', pt: 'Emergência: garanta sua segurança agora' },
    agency: { ja: 'レベル5の{特別|とくべつ}{警報|けいほう}({災害|さいがい}がすでに{起|お}きているおそれ)', 'ja-x-yasashii': 'レベル5の {特別警報|とくべつけいほう}', en: 'Level 5 emergency warning (it may already be happening)', pt: 'Alerta especial nível 5 (pode já estar acontecendo)' },
  }),
  4: phrases({
    city: { ja: '{避難|ひなん}{指示|しじ}', 'ja-x-yasashii': 'みんな {逃|に}げて ください({避難指示|ひなんしじ})', en: 'Evacuation order', pt: 'Ordem de evacuação' },
    agency: { ja: 'レベル4の{危険|きけん}{警報|けいほう}', 'ja-x-yasashii': 'レベル4の {危険警報|きけんけいほう}', en: 'Level 4 danger warning', pt: 'Alerta de perigo nível 4' },
  }),
  3: phrases({
    city: { ja: '{高齢者|こうれいしゃ}{等|とう}{避難|ひなん}', 'ja-x-yasashii': 'お{年寄|としよ}りなどは {逃|に}げて ください({高齢者等避難|こうれいしゃとうひなん})', en: 'Evacuation of the elderly and others', pt: 'Evacuação de idosos e outros' },
    agency: { ja: 'レベル3の{警報|けいほう}', 'ja-x-yasashii': 'レベル3の {警報|けいほう}', en: 'Level 3 warning', pt: 'Alerta nível 3' },
  }),
  2: phrases({
    city: { ja: '—', 'ja-x-yasashii': '—', en: '—', pt: '—' },
    agency: { ja: 'レベル2の{注意報|ちゅういほう}', 'ja-x-yasashii': 'レベル2の {注意報|ちゅういほう}', en: 'Level 2 advisory', pt: 'Aviso nível 2' },
  }),
  1: phrases({
    city: { ja: '—', 'ja-x-yasashii': '—', en: '—', pt: '—' },
    agency: { ja: '{早期|そうき}{注意|ちゅうい}{情報|じょうほう}', 'ja-x-yasashii': '{早|はや}めの お{知|し}らせ', en: 'Early notice', pt: 'Aviso antecipado' },
  }),
}
