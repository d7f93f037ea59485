import { phrases } from '#kernel/text/text.ts'

/** Words for figures that a text refers to: why one cannot stand, and how to put one in. */
export const referenceWords = phrases({
  unknown: {
    ja: '{source} という{指標|しひょう}はありません。{数値|すうち}を{入|い}れないときは、{二重|にじゅう}の{括弧|かっこ}を{使|つか}わずに{書|か}いてください。',
    'ja-x-yasashii': '{source} という {数|かず}は ありません。{数|かず}を {入|い}れない ときは、[[ ]] を {使|つか}わないで ください。',
    en: 'There is no indicator {source}. If no figure is meant, write it without double brackets.',
    pt: 'Não há indicador {source}. Se não for um número, escreva sem colchetes duplos.',
  },
  unknownNear: {
    ja: '{source} という{指標|しひょう}はありません。{近|ちか}いものは {instead} です。{数値|すうち}を{入|い}れないときは、{二重|にじゅう}の{括弧|かっこ}を{使|つか}わずに{書|か}いてください。',
    'ja-x-yasashii': '{source} という {数|かず}は ありません。{instead} ですか。{数|かず}を {入|い}れない ときは、[[ ]] を {使|つか}わないで ください。',
    en: 'There is no indicator {source}. Near it: {instead}. If no figure is meant, write it without double brackets.',
    pt: 'Não há indicador {source}. Parecidos: {instead}. Se não for um número, escreva sem colchetes duplos.',
  },
  beforeFirst: {
    ja: '{source} は{年度|ねんど}が{早|はや}すぎます。この{指標|しひょう}は{firstYear}{年度|ねんど}から{数|かぞ}えています。{instead} のように{書|か}くか、{数|かず}をそのまま{書|か}いてください。',
    'ja-x-yasashii': '{source} は {firstYear}{年度|ねんど}から {数|かぞ}えて います。{instead} と {書|か}くか、{数|かず}を {書|か}いて ください。',
    en: '{source} asks for too early a year: this indicator is counted from fiscal {firstYear} on. Write {instead}, or type the number itself.',
    pt: '{source} pede um ano anterior: este indicador é apurado desde o ano fiscal {firstYear}. Escreva {instead} ou digite o próprio número.',
  },
  notBegun: {
    ja: '{source} の{year}{年度|ねんど}はまだ{始|はじ}まっていません。{始|はじ}まった{年度|ねんど}を{書|か}いてください。',
    'ja-x-yasashii': '{source} の {year}{年度|ねんど}は まだ {始|はじ}まって いません。{前|まえ}の {年度|ねんど}を {書|か}いて ください。',
    en: '{source}: fiscal {year} has not begun. Write a year that has.',
    pt: '{source}: o ano fiscal {year} ainda não começou. Escreva um ano já iniciado.',
  },
  writtenOtherwise: {
    ja: '{source} は{数値|すうち}として{読|よ}めません。{半角|はんかく}で{空白|くうはく}を{入|い}れずに {instead} と{書|か}いてください。',
    'ja-x-yasashii': '{source} は {数|かず}に なりません。{instead} と {書|か}いて ください。',
    en: '{source} is not read as a figure. Write {instead}.',
    pt: '{source} não é lido como número. Escreva {instead}.',
  },
  yearUnreadable: {
    ja: '{source} の{年度|ねんど}が{読|よ}めません。{instead} のように{西暦|せいれき}4{桁|けた}で{書|か}いてください。',
    'ja-x-yasashii': '{source} の {年度|ねんど}が わかりません。{instead} の ように {書|か}いて ください。',
    en: 'The year in {source} cannot be read. Write it as in {instead}.',
    pt: 'O ano em {source} não pôde ser lido. Escreva como em {instead}.',
  },
  notClosed: {
    ja: '{source} の{括弧|かっこ}が]]で{閉|と}じていません。{数値|すうち}を{入|い}れないときは、{二重|にじゅう}の{括弧|かっこ}を{使|つか}わずに{書|か}いてください。',
    'ja-x-yasashii': '{source} の {最後|さいご}に ]] を {書|か}いて ください。',
    en: '{source} is not closed by ]]. If no figure is meant, write it without double brackets.',
    pt: '{source} não foi fechado com ]]. Se não for um número, escreva sem colchetes duplos.',
  },
  notClosedNear: {
    ja: '{source} の{括弧|かっこ}が]]で{閉|と}じていません。{instead} と{書|か}いてください。',
    'ja-x-yasashii': '{source} は {instead} と {書|か}いて ください。',
    en: '{source} is not closed by ]]. Write {instead}.',
    pt: '{source} não foi fechado com ]]. Escreva {instead}.',
  },
  noFiguresHere: {
    ja: 'この{欄|らん}には{数|かぞ}えた{数値|すうち}を{入|い}れられません。{source} の{代|か}わりに{数|かず}をそのまま{書|か}いてください。',
    'ja-x-yasashii': 'ここには {source} を {入|い}れられません。{数|かず}を {書|か}いて ください。',
    en: 'No counted figure is filled in here. Type the number itself instead of {source}.',
    pt: 'Aqui não entram números apurados. Digite o próprio número em vez de {source}.',
  },
  unreadHere: {
    ja: '{数値|すうち}に{置|お}き{換|か}わらない{括弧|かっこ}', 'ja-x-yasashii': '{数|かず}に ならない [[ ]]', en: 'Brackets that become no figure', pt: 'Colchetes que não viram número',
  },
  insert: { ja: '{文|ぶん}に{入|い}れる', 'ja-x-yasashii': '{文|ぶん}に {入|い}れる', en: 'Insert', pt: 'Inserir' },
  insertLead: {
    ja: '「{文|ぶん}に{入|い}れる」を{押|お}すと、{最後|さいご}に{書|か}いていた{欄|らん}のカーソルの{位置|いち}に{入|はい}ります。{押|お}せないときは、[[ ]] の{文字|もじ}を{写|うつ}してください。{数|かず}が{変|か}わると、{文|ぶん}の{数|かず}も{変|か}わります。',
    'ja-x-yasashii': '「{文|ぶん}に {入|い}れる」を {押|お}すと、{書|か}いて いる ところに {入|はい}ります。ボタンが ない ときは、[[ ]] の {文字|もじ}を {写|うつ}して ください。',
    en: '“Insert” puts a figure at the cursor of the box you wrote in last. Without the button, copy the text in [[ ]]. When the count changes, the text follows.',
    pt: '“Inserir” põe o número no cursor da última caixa usada. Sem o botão, copie o texto em [[ ]]. Quando a contagem muda, o texto acompanha.',
  },
  inserted: {
    ja: '「{box}」に {source} を{入|い}れました。{元|もと}に{戻|もど}すには Ctrl＋Z を{押|お}します。',
    'ja-x-yasashii': '「{box}」に {source} を {入|い}れました。やめる ときは Ctrl＋Z を {押|お}します。',
    en: '{source} was put into “{box}”. Ctrl+Z takes it out again.',
    pt: '{source} foi inserido em “{box}”. Ctrl+Z desfaz.',
  },
  noBox: {
    ja: 'いま{書|か}ける{欄|らん}がありません。', 'ja-x-yasashii': '{書|か}く ところが ありません。', en: 'No text box is open for writing now.', pt: 'Não há caixa de texto aberta agora.',
  },
  others: { ja: '{市|し}のほかの{指標|しひょう}', 'ja-x-yasashii': '{市|し}の ほかの {数|かず}', en: 'Other indicators of the city', pt: 'Outros indicadores da cidade' },
  find: { ja: '{名前|なまえ}で{絞|しぼ}り{込|こ}む', 'ja-x-yasashii': '{名前|なまえ}で {探|さが}す', en: 'Narrow down by name', pt: 'Filtrar por nome' },
  noneFound: { ja: '{当|あ}てはまる{指標|しひょう}はありません。', 'ja-x-yasashii': 'ありません。', en: 'No indicator fits.', pt: 'Nenhum indicador corresponde.' },
  countedFrom: {
    ja: '{firstYear}{年度|ねんど}から{数|かぞ}えています。この{年度|ねんど}の{数値|すうち}はありません。',
    'ja-x-yasashii': '{firstYear}{年度|ねんど}から {数|かぞ}えて います。この {年度|ねんど}には ありません。',
    en: 'Counted from fiscal {firstYear} on; no figure of this year.',
    pt: 'Apurado desde o ano fiscal {firstYear}; sem número deste ano.',
  },
  filled: { ja: '{数値|すうち}を{入|い}れた{文|ぶん}（{保存|ほぞん}したもの）', 'ja-x-yasashii': '{数|かず}を {入|い}れた {文|ぶん}（{保存|ほぞん}した もの）', en: 'With its figures, as saved', pt: 'Com os números, como salvo' },
})
