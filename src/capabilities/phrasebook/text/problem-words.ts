import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { ProblemKind } from '../rules/template-problems.ts'
import type { RowReason } from '../rules/template-rows.ts'
import type { EasyRule } from '../easy-japanese.ts'

/** What is wrong and the way out; `{read}` is what stands there. */
export const PROBLEM_WORDS: Readonly<Record<ProblemKind, Phrase<'read'>>> = phrases({
  'no-sentence': { ja: '{見出|みだ}しのほかに、{文|ぶん}を1つ{以上|いじょう}{書|か}いてください。{read}', 'ja-x-yasashii': '{文|ぶん}を 1つ {書|か}いて ください。{read}', en: 'Write at least one sentence besides the title.{read}', pt: 'Escreva ao menos uma frase além do título.{read}' },
  'too-many-lines': { ja: '{見出|みだ}しを{含|ふく}めて{read}{行|ぎょう}までにしてください。', 'ja-x-yasashii': '{read}{行|ぎょう}までに して ください。', en: 'At most {read} lines with the title.', pt: 'No máximo {read} linhas com o título.' },
  'text-blank': { ja: 'この{言葉|ことば}の{文|ぶん}がありません。{訳|やく}を{書|か}いてください。{read}', 'ja-x-yasashii': 'この {言葉|ことば}の {文|ぶん}が ありません。 {書|か}いて ください。{read}', en: 'There is no text in this language. Write the translation.{read}', pt: 'Falta o texto neste idioma. Escreva a tradução.{read}' },
  'text-long': { ja: '{read}{字|じ}までにしてください。', 'ja-x-yasashii': '{read}{字|じ}までに して ください。', en: 'At most {read} characters.', pt: 'No máximo {read} caracteres.' },
  braces: { ja: 'かっこ {read} の{形|かたち}が{違|ちが}います。よみは {漢字|かんじ}と|で{囲|かこ}み、{名前|なまえ}は{英字|えいじ}で{書|か}きます。', 'ja-x-yasashii': 'かっこが {違|ちが}います: {read}', en: 'A brace stands alone or a line is broken: {read}', pt: 'Há uma chave solta ou uma quebra de linha: {read}' },
  'unknown-slot': { ja: '{read} という{名前|なまえ}はありません。{使|つか}える{名前|なまえ}に{直|なお}してください。', 'ja-x-yasashii': '{read} と いう {名前|なまえ}は ありません。 {直|なお}して ください。', en: 'There is no slot {read}. Use one of the slots listed above the form.', pt: 'Não existe o espaço {read}. Use um dos espaços listados acima.' },
  'slots-differ': { ja: 'ほかの{言葉|ことば}にある {read} が、この{言葉|ことば}にはありません。', 'ja-x-yasashii': 'ほかの {言葉|ことば}に ある {read} が ありません。', en: 'Another language has {read} here and this one has not.', pt: 'Outro idioma tem {read} aqui e este não.' },
  'japanese-letters': { ja: '{日本語|にほんご}の{文字|もじ}「{read}」が{残|のこ}っています。', 'ja-x-yasashii': '{日本語|にほんご}の {字|じ}「{read}」が あります。', en: 'Japanese letters are left: “{read}”.', pt: 'Restam letras japonesas: “{read}”.' },
  'title-optional': { ja: '{見出|みだ}しは{省|はぶ}けません。{read}', 'ja-x-yasashii': '{題|だい}は いつも {要|い}ります。{read}', en: 'The title cannot be left out.{read}', pt: 'O título não pode ser omitido.{read}' },
  'optional-without-slot': { ja: '{名前|なまえ}も{時刻|じこく}も{入|はい}らない{文|ぶん}は、いつも{出|だ}します。{省|はぶ}く{印|しるし}を{外|はず}してください。{read}', 'ja-x-yasashii': 'この {文|ぶん}は いつも {使|つか}います。 しるしを {取|と}って ください。{read}', en: 'A sentence without a slot is always said: take the mark away.{read}', pt: 'Uma frase sem espaço é sempre dita: retire a marca.{read}' },
  'general-needs-slot': { ja: 'これは{最後|さいご}の{代|か}わりの{文|ぶん}です。{read} のある{文|ぶん}は、{省|はぶ}いてよい{文|ぶん}にしてください。', 'ja-x-yasashii': '{read} の ある {文|ぶん}は、 {使|つか}わなくても いい {文|ぶん}に して ください。', en: 'These are the last words to fall back on: a sentence with {read} must be one that may be left out.', pt: 'Estas são as últimas frases de reserva: a frase com {read} deve poder ser omitida.' },
  'title-long-for-area-mail': { ja: '{緊急速報|きんきゅうそくほう}メールに{出|だ}すので、{見出|みだ}しは{read}{字|じ}までにしてください。', 'ja-x-yasashii': '{題|だい}は {read}{字|じ}までに して ください。', en: 'This goes out as area mail: a title of at most {read} characters.', pt: 'Isto sai como alerta de área: título de até {read} caracteres.' },
})

export const EASY_WORDS: Readonly<Record<EasyRule, Phrase<'read'>>> = phrases({
  'reading-missing': { ja: '「{read}」によみがありません。', 'ja-x-yasashii': '「{read}」に よみかたが ありません。', en: '“{read}” has no reading.', pt: '“{read}” não tem leitura.' },
  'reading-shape': { ja: '「{read}」のよみは、ひらがなで{書|か}いてください。', 'ja-x-yasashii': '「{read}」の よみかたは ひらがなで {書|か}いて ください。', en: 'The reading of “{read}” must be hiragana over kanji.', pt: 'A leitura de “{read}” deve ser em hiragana sobre kanji.' },
  'sentence-long': { ja: '{文|ぶん}が{長|なが}すぎます。1つの{文|ぶん}に1つの{事|こと}だけを{書|か}いてください:「{read}」', 'ja-x-yasashii': '{文|ぶん}が {長|なが}いです。 {分|わ}けて ください:「{read}」', en: 'The sentence is too long. One fact a sentence: “{read}”', pt: 'A frase é longa demais. Um fato por frase: “{read}”' },
  'clauses-many': { ja: '{文|ぶん}がつながりすぎています。{分|わ}けてください:「{read}」', 'ja-x-yasashii': '{文|ぶん}を {分|わ}けて ください:「{read}」', en: 'Too many clauses. Divide it: “{read}”', pt: 'Orações demais. Divida: “{read}”' },
  'double-negation': { ja: '{二重否定|にじゅうひてい}です:「{read}」。{肯定|こうてい}の{形|かたち}で{書|か}いてください。', 'ja-x-yasashii': '「ない」が {2|ふた}つ あります:「{read}」', en: 'Double negation: “{read}”. Say it positively.', pt: 'Negação dupla: “{read}”. Diga de forma positiva.' },
  obligation: { ja: '「{read}」は、「〜てください」と{書|か}いてください。', 'ja-x-yasashii': '「{read}」は 「〜て ください」と {書|か}いて ください。', en: '“{read}”: write 〜てください.', pt: '“{read}”: escreva 〜てください.' },
  passive: { ja: '{受|う}け{身|み}か「られる」の{形|かたち}です:「{read}」。だれが{何|なに}をするかを{書|か}いてください。', 'ja-x-yasashii': '「{read}」は {難|むずか}しいです。 だれが するかを {書|か}いて ください。', en: 'A passive or 〜られる form: “{read}”. Say who does what.', pt: 'Forma passiva ou 〜られる: “{read}”. Diga quem faz o quê.' },
  honorific: { ja: '{敬語|けいご}です:「{read}」。「です・ます」と「〜てください」で{書|か}いてください。', 'ja-x-yasashii': '「{read}」は {難|むずか}しいです。 「です・ます」で {書|か}いて ください。', en: 'An honorific form: “{read}”. Use です, ます and 〜てください.', pt: 'Forma honorífica: “{read}”. Use です, ます e 〜てください.' },
  'plain-style': { ja: '「{read}」は、「です・ます」で{書|か}いてください。', 'ja-x-yasashii': '「{read}」は 「です・ます」で {書|か}いて ください。', en: '“{read}”: write in です and ます.', pt: '“{read}”: escreva com です e ます.' },
  'two-facts': { ja: '1つの{文|ぶん}に2つのことがあります。「{read}」の{後|あと}で{文|ぶん}を{分|わ}けてください。', 'ja-x-yasashii': '2つの ことが あります。「{read}」で {文|ぶん}を {分|わ}けて ください。', en: 'Two facts in one sentence: end it at “{read}”.', pt: 'Dois fatos numa frase: termine-a em “{read}”.' },
  causative: { ja: '「{read}」は、させる{形|かたち}です。だれが{何|なに}をするかを{書|か}いてください。', 'ja-x-yasashii': '「{read}」は {難|むずか}しいです。 だれが するかを {書|か}いて ください。', en: 'Causative: “{read}”. Say who does it.', pt: 'Forma causativa: “{read}”. Diga quem faz.' },
  'loan-word': { ja: '「{read}」は、{外国語|がいこくご}から{来|き}た{言葉|ことば}です。わからない{人|ひと}が{多|おお}くいます。', 'ja-x-yasashii': '「{read}」は わからない {人|ひと}が います。', en: '“{read}” is a loan word that many do not know.', pt: '“{read}” é um estrangeirismo que muitos não conhecem.' },
  'official-term': { ja: '「{read}」のすぐ{後|あと}に、（ ）で{意味|いみ}を{書|か}いてください。', 'ja-x-yasashii': '「{read}」の {後|あと}に、 （ ）で {意味|いみ}を {書|か}いて ください。', en: 'Explain “{read}” in brackets right behind it.', pt: 'Explique “{read}” entre parênteses logo depois.' },
  'hard-word': { ja: '「{read}」は{難|むずか}しい{言葉|ことば}です。', 'ja-x-yasashii': '「{read}」は {難|むずか}しいです。', en: '“{read}” is a hard word.', pt: '“{read}” é uma palavra difícil.' },
  era: { ja: '「{read}」は、{西暦|せいれき}で{書|か}いてください。', 'ja-x-yasashii': '「{read}」は、 2026{年|ねん}の ように {書|か}いて ください。', en: '“{read}”: use the western calendar.', pt: '“{read}”: use o calendário ocidental.' },
  'wide-digits': { ja: '「{read}」は、{半角|はんかく}の{数字|すうじ}で{書|か}いてください。', 'ja-x-yasashii': '「{read}」は、 {小|ちい}さい {数字|すうじ}で {書|か}いて ください。', en: '“{read}”: use half-width figures.', pt: '“{read}”: use algarismos de meia largura.' },
  'slashed-date': { ja: '「{read}」は、{月|つき}と{日|ひ}の{字|じ}で{書|か}いてください。', 'ja-x-yasashii': '「{read}」は、 11{月|がつ}23{日|にち}の ように {書|か}いて ください。', en: '“{read}”: write month and day in words.', pt: '“{read}”: escreva o mês e o dia por extenso.' },
  'clock-24': { ja: '「{read}」は、{午前|ごぜん}か{午後|ごご}をつけて{書|か}いてください。', 'ja-x-yasashii': '「{read}」は、 {午前|ごぜん}か {午後|ごご}を つけて ください。', en: '“{read}”: say morning or afternoon.', pt: '“{read}”: diga manhã ou tarde.' },
  'range-mark': { ja: '「{read}」は、「〜から〜まで」と{言葉|ことば}で{書|か}いてください。', 'ja-x-yasashii': '「{read}」は、 「〜から 〜まで」と {書|か}いて ください。', en: '“{read}”: write “from … to …” in words.', pt: '“{read}”: escreva “de … a …” por extenso.' },
  'no-spaces': { ja: '{言葉|ことば}の{間|あいだ}を{空|あ}けてください:「{read}」', 'ja-x-yasashii': '{言葉|ことば}の {間|あいだ}を {空|あ}けて ください:「{read}」', en: 'Put spaces between words: “{read}”', pt: 'Ponha espaços entre as palavras: “{read}”' },
})

/** What is wrong with a row of a table; `{read}` is what stands in the cell. */
export const ROW_WORDS: Readonly<Record<RowReason, Phrase<'read'>>> = phrases({
  'key-blank': { ja: '{文|ぶん}の{符号|ふごう}がありません。{read}', 'ja-x-yasashii': '{記号|きごう}が ありません。{read}', en: 'The key is blank.{read}', pt: 'Falta o código.{read}' },
  'key-shape': { ja: '{符号|ふごう}「{read}」は、{英小文字|えいこもじ}と{数字|すうじ}と - と . で{書|か}いてください。', 'ja-x-yasashii': '{記号|きごう}「{read}」を {直|なお}して ください。', en: 'The key “{read}” must be small letters, figures, hyphens and full stops.', pt: 'O código “{read}” deve ter letras minúsculas, algarismos, hífens e pontos.' },
  'line-shape': { ja: '「{read}」は title でも{番号|ばんごう}でもありません。', 'ja-x-yasashii': '「{read}」を title か {番号|ばんごう}に して ください。', en: '“{read}” is neither title nor a number.', pt: '“{read}” não é title nem um número.' },
  'line-order': { ja: '「{read}」の{順番|じゅんばん}が{違|ちが}います。title の{次|つぎ}に 1、2、3… と{並|なら}べてください。', 'ja-x-yasashii': '「{read}」の {順番|じゅんばん}が {違|ちが}います。', en: '“{read}” is out of order: after title come 1, 2, 3 …', pt: '“{read}” está fora de ordem: depois de title vêm 1, 2, 3 …' },
  'no-title': { ja: '{最初|さいしょ}の{行|ぎょう}は title です。「{read}」があります。', 'ja-x-yasashii': '{初|はじ}めの {行|ぎょう}は title です。「{read}」が あります。', en: 'A template begins with its title row; here stands “{read}”.', pt: 'A frase começa com a linha title; aqui está “{read}”.' },
  'optional-shape': { ja: '「{read}」は true でも{空欄|くうらん}でもありません。', 'ja-x-yasashii': '「{read}」を true か {空|から}に して ください。', en: '“{read}” is neither true nor blank.', pt: '“{read}” não é true nem vazio.' },
})
