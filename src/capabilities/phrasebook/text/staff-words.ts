import { phrases, type Language, type Phrase } from '#kernel/text/text.ts'
import type { Decision, VersionCause } from '../model.ts'

/** What staff read who write and approve the phrasebook. */
export const staffWords = phrases({
  lead: {
    ja: '{承認|しょうにん}された{文|ぶん}だけが{使|つか}われます。{直|なお}した{文|ぶん}が{承認|しょうにん}されるまでは、{前|まえ}の{文|ぶん}が{使|つか}われます。',
    'ja-x-yasashii': '{確|たし}かめた {文|ぶん}だけを {使|つか}います。 {新|あたら}しい {文|ぶん}を {確|たし}かめるまで、 {前|まえ}の {文|ぶん}を {使|つか}います。',
    en: 'Only approved words are used. Until a change is approved, the old words stay in force.', pt: 'Só são usadas frases aprovadas. Até uma mudança ser aprovada, valem as frases antigas.',
  },
  inForce: { ja: '{使用中|しようちゅう}', 'ja-x-yasashii': '{使|つか}って いる', en: 'In force', pt: 'Em vigor' },
  waiting: { ja: '{承認待|しょうにんま}ち', 'ja-x-yasashii': '{確|たし}かめるのを {待|ま}つ', en: 'Waiting', pt: 'Aguardando' },
  gap: { ja: '{文|ぶん}がない', 'ja-x-yasashii': '{文|ぶん}が ない', en: 'No words', pt: 'Sem frase' },
  waitingList: { ja: '{承認|しょうにん}を{待|ま}つ{文|ぶん}', 'ja-x-yasashii': '{確|たし}かめる {文|ぶん}', en: 'Waiting for approval', pt: 'Aguardando aprovação' },
  nothingWaits: { ja: '{承認|しょうにん}を{待|ま}つ{文|ぶん}はありません', 'ja-x-yasashii': '{確|たし}かめる {文|ぶん}は ありません', en: 'Nothing is waiting for approval', pt: 'Nada aguarda aprovação' },
  subject: { ja: '{対象|たいしょう}', 'ja-x-yasashii': '{何|なに}の {文|ぶん}', en: 'Subject', pt: 'Assunto' },
  key: { ja: '{文|ぶん}の{符号|ふごう}', 'ja-x-yasashii': '{文|ぶん}の {記号|きごう}', en: 'Key', pt: 'Código' },
  writtenBy: { ja: '{書|か}いた{人|ひと}', 'ja-x-yasashii': '{書|か}いた {人|ひと}', en: 'Written by', pt: 'Escrita por' },
  approvedBy: { ja: '{承認|しょうにん}した{人|ひと}', 'ja-x-yasashii': '{確|たし}かめた {人|ひと}', en: 'Approved by', pt: 'Aprovada por' },
  cityFolder: { ja: '{市|し}のフォルダー({最初|さいしょ}の{文|ぶん})', 'ja-x-yasashii': '{市|し}の フォルダー（{初|はじ}めの {文|ぶん}）', en: 'the city’s folder (first edition)', pt: 'a pasta da cidade (primeira edição)' },
  edit: { ja: '{文|ぶん}を{直|なお}す', 'ja-x-yasashii': '{文|ぶん}を {直|なお}す', en: 'Edit the words', pt: 'Editar as frases' },
  write: { ja: '{文|ぶん}を{書|か}く', 'ja-x-yasashii': '{文|ぶん}を {書|か}く', en: 'Write the words', pt: 'Escrever as frases' },
  history: { ja: '{履歴|りれき}', 'ja-x-yasashii': '{前|まえ}の {文|ぶん}', en: 'History', pt: 'Histórico' },
  importFile: { ja: '{表|ひょう}を{取|と}り{込|こ}む', 'ja-x-yasashii': '{表|ひょう}を {入|い}れる', en: 'Import a table', pt: 'Importar tabela' },
  exportXlsx: { ja: 'Excel で{書|か}き{出|だ}す', 'ja-x-yasashii': 'Excel で {出|だ}す', en: 'Export for Excel', pt: 'Exportar para Excel' },
  exportCsv: { ja: 'CSV で{書|か}き{出|だ}す', 'ja-x-yasashii': 'CSV で {出|だ}す', en: 'Export as CSV', pt: 'Exportar como CSV' },
  booklet: { ja: '{夜勤用|やきんよう}の{冊子|さっし}(PDF)', 'ja-x-yasashii': '{夜|よる}の {人|ひと}の {本|ほん}（PDF）', en: 'Booklet for the night desk (PDF)', pt: 'Caderno para o plantão noturno (PDF)' },
  bookletTitle: { ja: '{定型文|ていけいぶん} {夜勤用|やきんよう}の{冊子|さっし}', 'ja-x-yasashii': '{決|き}まった {文|ぶん}の {本|ほん}', en: 'Phrasebook for the night desk', pt: 'Frases prontas para o plantão noturno' },
  titleLine: { ja: '{見出|みだ}し', 'ja-x-yasashii': '{題|だい}', en: 'Title', pt: 'Título' },
  sentence: { ja: '{文|ぶん} {number}', 'ja-x-yasashii': '{文|ぶん} {number}', en: 'Sentence {number}', pt: 'Frase {number}' },
  optional: { ja: '{名前|なまえ}や{時刻|じこく}がわからない{時|とき}は、この{文|ぶん}を{省|はぶ}いてよい', 'ja-x-yasashii': '{名前|なまえ}や {時間|じかん}が わからない ときは、 この {文|ぶん}を {使|つか}わない', en: 'May be left out when its name or time is not known', pt: 'Pode ser omitida quando o nome ou a hora não é conhecido' },
  optionalMark: { ja: '{省|はぶ}いてよい', 'ja-x-yasashii': '{使|つか}わなくても いい', en: 'may be left out', pt: 'pode ser omitida' },
  reason: { ja: '{直|なお}す{理由|りゆう}', 'ja-x-yasashii': 'どうして {直|なお}すか', en: 'Why it is changed', pt: 'Por que muda' },
  remark: { ja: 'ひとこと', 'ja-x-yasashii': 'ひとこと', en: 'Remark', pt: 'Observação' },
  check: { ja: '{確|たし}かめる', 'ja-x-yasashii': '{確|たし}かめる', en: 'Check', pt: 'Verificar' },
  propose: { ja: '{承認|しょうにん}を{頼|たの}む', 'ja-x-yasashii': '{確|たし}かめて もらう', en: 'Ask for approval', pt: 'Pedir aprovação' },
  proposed: { ja: '{承認|しょうにん}を{頼|たの}みました。それまでは{前|まえ}の{文|ぶん}が{使|つか}われます。', 'ja-x-yasashii': '{頼|たの}みました。 まだ {前|まえ}の {文|ぶん}を {使|つか}います。', en: 'Approval was asked for. Until then the old words stay in force.', pt: 'A aprovação foi pedida. Até lá valem as frases antigas.' },
  unchanged: { ja: '{前|まえ}と{同|おな}じ{文|ぶん}です。{何|なに}も{変|か}わっていません。', 'ja-x-yasashii': '{前|まえ}と {同|おな}じ {文|ぶん}です。', en: 'These are the same words as before. Nothing was changed.', pt: 'São as mesmas frases de antes. Nada mudou.' },
  overtaken: {
    ja: 'ほかの{人|ひと}が{先|さき}に{変|か}えました。{今|いま}の{文|ぶん}を{見|み}て、もう{一度|いちど}してください。', 'ja-x-yasashii': 'ほかの {人|ひと}が {先|さき}に {変|か}えました。 もう {一度|いちど} {見|み}て ください。',
    en: 'Somebody else was faster. Look at the present words and try again.', pt: 'Outra pessoa foi mais rápida. Veja as frases atuais e tente de novo.',
  },
  checkedFine: { ja: '{直|なお}す{所|ところ}は{見|み}つかりませんでした', 'ja-x-yasashii': '{直|なお}す {所|ところ}は ありません', en: 'Nothing to mend was found', pt: 'Nada a corrigir foi encontrado' },
  checkedFineBody: { ja: 'プログラムが{見|み}つけられる{事|こと}だけです。{声|こえ}に{出|だ}して{読|よ}んでみてください。', 'ja-x-yasashii': '{声|こえ}に {出|だ}して {読|よ}んで ください。', en: 'Only what a program can find. Read it aloud.', pt: 'Só o que um programa encontra. Leia em voz alta.' },
  mustMend: { ja: '{承認|しょうにん}の{前|まえ}に{直|なお}す{所|ところ}: {count}', 'ja-x-yasashii': '{直|なお}す {所|ところ}: {count}', en: 'To mend before approval: {count}', pt: 'A corrigir antes da aprovação: {count}' },
  mayMend: { ja: '{考|かんが}えてほしい{所|ところ}: {count}', 'ja-x-yasashii': '{考|かんが}えて ほしい {所|ところ}: {count}', en: 'To weigh: {count}', pt: 'A avaliar: {count}' },
  instead: { ja: '{言|い}いかえ: {words}', 'ja-x-yasashii': 'こう {言|い}う: {words}', en: 'Instead: {words}', pt: 'Em vez disso: {words}' },
  approve: { ja: '{承認|しょうにん}する', 'ja-x-yasashii': 'これで いい', en: 'Approve', pt: 'Aprovar' },
  decline: { ja: '{差|さ}し{戻|もど}す', 'ja-x-yasashii': '{直|なお}して もらう', en: 'Send back', pt: 'Devolver' },
  withdraw: { ja: '{取|と}り{下|さ}げる', 'ja-x-yasashii': 'やめる', en: 'Take back', pt: 'Retirar' },
  approved: { ja: '{承認|しょうにん}しました。{今|いま}からこの{文|ぶん}が{使|つか}われます。', 'ja-x-yasashii': '{今|いま}から この {文|ぶん}を {使|つか}います。', en: 'Approved. These words are in force from now on.', pt: 'Aprovado. Estas frases valem a partir de agora.' },
  declined: { ja: '{差|さ}し{戻|もど}しました。{前|まえ}の{文|ぶん}が{使|つか}われます。', 'ja-x-yasashii': '{前|まえ}の {文|ぶん}を {使|つか}います。', en: 'Sent back. The old words stay in force.', pt: 'Devolvido. As frases antigas continuam.' },
  withdrawn: { ja: '{取|と}り{下|さ}げました。', 'ja-x-yasashii': 'やめました。', en: 'Taken back.', pt: 'Retirado.' },
  ownWords: { ja: '{自分|じぶん}で{書|か}いた{文|ぶん}は、ほかの{人|ひと}が{承認|しょうにん}します。', 'ja-x-yasashii': '{自分|じぶん}の {文|ぶん}は、 ほかの {人|ひと}が {確|たし}かめます。', en: 'Your own words must be approved by somebody else.', pt: 'Outra pessoa precisa aprovar as suas frases.' },
  notWriter: { ja: '{取|と}り{下|さ}げられるのは、{書|か}いた{人|ひと}だけです。', 'ja-x-yasashii': '{書|か}いた {人|ひと}だけが、 やめる ことが できます。', en: 'Only its writer can take it back.', pt: 'Só quem escreveu pode retirar.' },
  noDuty: { ja: '{承認|しょうにん}する{役目|やくめ}の{人|ひと}だけができます。', 'ja-x-yasashii': '{確|たし}かめる {仕事|しごと}の {人|ひと}だけが できます。', en: 'Only an approver may do this.', pt: 'Só um aprovador pode fazer isto.' },
  hasProblems: { ja: '{直|なお}す{所|ところ}が{残|のこ}っているので、{承認|しょうにん}できません。', 'ja-x-yasashii': '{直|なお}す {所|ところ}が あります。 まだ {使|つか}う ことが できません。', en: 'It cannot be approved while something must be mended.', pt: 'Não pode ser aprovado enquanto há algo a corrigir.' },
  change: { ja: '{変|か}わる{所|ところ}', 'ja-x-yasashii': '{変|か}わる {所|ところ}', en: 'What changes', pt: 'O que muda' },
  undo: { ja: 'この{文|ぶん}に{戻|もど}すことを{頼|たの}む', 'ja-x-yasashii': 'この {文|ぶん}に {戻|もど}す', en: 'Propose these words again', pt: 'Propor estas frases de novo' },
  undoReason: { ja: '{前|まえ}の{文|ぶん}に{戻|もど}す', 'ja-x-yasashii': '{前|まえ}の {文|ぶん}に {戻|もど}す', en: 'Back to earlier words', pt: 'Volta às frases anteriores' },
  preview: { ja: '{例|れい}で{見|み}る', 'ja-x-yasashii': '{例|れい}を {見|み}る', en: 'With examples', pt: 'Com exemplos' },
  previewLead: { ja: '{名前|なまえ}と{時刻|じこく}は{例|れい}です。わからないものを{選|えら}ぶと、どうなるかを{見|み}られます。', 'ja-x-yasashii': '{名前|なまえ}と {時間|じかん}は {例|れい}です。', en: 'Names and times are examples. Tick what is not known to see what becomes of the text.', pt: 'Nomes e horários são exemplos. Marque o que não se sabe para ver o resultado.' },
  without: { ja: 'わからないもの', 'ja-x-yasashii': 'わからない もの', en: 'Not known', pt: 'Não conhecido' },
  show: { ja: '{見|み}る', 'ja-x-yasashii': '{見|み}る', en: 'Show', pt: 'Mostrar' },
  cannotBeSaid: { ja: 'この{文|ぶん}は、これらがわからないと{出|だ}せません。{別|べつ}の{文|ぶん}もありません。', 'ja-x-yasashii': 'これが わからないと、 {文|ぶん}を {出|だ}す ことが できません。', en: 'These words cannot be said without this, and there are no others.', pt: 'Sem isto a frase não pode ser dita, e não há outra.' },
  usesOther: { ja: '{代|か}わりに{使|つか}う{文|ぶん}: {key}', 'ja-x-yasashii': '{代|か}わりの {文|ぶん}: {key}', en: 'Words used instead: {key}', pt: 'Frases usadas no lugar: {key}' },
  channel: { ja: '{届|とど}け{方|かた}', 'ja-x-yasashii': '{届|とど}け{方|かた}', en: 'Channel', pt: 'Canal' },
  titleLength: { ja: '{見出|みだ}しの{長|なが}さ', 'ja-x-yasashii': '{題|だい}の {長|なが}さ', en: 'Length of title', pt: 'Tamanho do título' },
  sentencesFit: { ja: '{入|はい}る{文|ぶん}', 'ja-x-yasashii': '{入|はい}る {文|ぶん}', en: 'Sentences that fit', pt: 'Frases que cabem' },
  ofAll: { ja: '{kept} / {all}', 'ja-x-yasashii': '{kept} / {all}', en: '{kept} of {all}', pt: '{kept} de {all}' },
  slotsHint: { ja: '{漢字|かんじ}のよみは {example} と{書|か}きます。{使|つか}える{名前|なまえ}:', 'ja-x-yasashii': 'よみかたは {example} と {書|か}きます。 {使|つか}う ことが できる {名前|なまえ}:', en: 'Readings are written {example}. Slots:', pt: 'As leituras se escrevem {example}. Espaços:' },
  unknownKey: { ja: 'この{符号|ふごう}の{文|ぶん}を{使|つか}うサービスはありません。', 'ja-x-yasashii': 'この {文|ぶん}を {使|つか}う サービスは ありません。', en: 'No service asks for words under this key.', pt: 'Nenhum serviço pede frases com este código.' },
  needsReason: { ja: '{理由|りゆう}を{書|か}いてください。', 'ja-x-yasashii': '{理由|りゆう}を {書|か}いて ください。', en: 'Write the reason.', pt: 'Escreva o motivo.' },
  otherKeys: { ja: 'そのほかの{符号|ふごう}', 'ja-x-yasashii': 'ほかの {記号|きごう}', en: 'Other keys', pt: 'Outros códigos' },
  figuresInForce: { ja: '{使|つか}える{文|ぶん}', 'ja-x-yasashii': '{使|つか}える {文|ぶん}', en: 'In force', pt: 'Em vigor' },
  figuresGaps: { ja: '{足|た}りない{文|ぶん}', 'ja-x-yasashii': '{足|た}りない {文|ぶん}', en: 'Missing', pt: 'Faltando' },
  emptyBook: { ja: '{定型文|ていけいぶん}がまだありません', 'ja-x-yasashii': 'まだ {文|ぶん}が ありません', en: 'There are no phrases yet', pt: 'Ainda não há frases' },
})

export const LANGUAGE_NAMES: Readonly<Record<Language, Phrase<never>>> = phrases({
  ja: { ja: '{日本語|にほんご}', 'ja-x-yasashii': '{日本語|にほんご}', en: 'Japanese', pt: 'Japonês' },
  'ja-x-yasashii': { ja: 'やさしい{日本語|にほんご}', 'ja-x-yasashii': 'やさしい {日本語|にほんご}', en: 'Easy Japanese', pt: 'Japonês fácil' },
  en: { ja: '{英語|えいご}', 'ja-x-yasashii': '{英語|えいご}', en: 'English', pt: 'Inglês' },
  pt: { ja: 'ポルトガル{語|ご}', 'ja-x-yasashii': 'ポルトガル{語|ご}', en: 'Portuguese', pt: 'Português' },
})

/** In a cell of the matrix there is room for two letters. */
export const LANGUAGE_SIGNS: Readonly<Record<Language, string>> = { ja: 'JA', 'ja-x-yasashii': 'や', en: 'EN', pt: 'PT' }

export const CAUSE_WORDS: Readonly<Record<VersionCause, Phrase<never>>> = phrases({
  pack: { ja: '{最初|さいしょ}の{文|ぶん}', 'ja-x-yasashii': '{初|はじ}めの {文|ぶん}', en: 'First edition', pt: 'Primeira edição' },
  page: { ja: 'ページで{直|なお}した', 'ja-x-yasashii': 'ページで {直|なお}した', en: 'Edited on the page', pt: 'Editada na página' },
  import: { ja: '{表|ひょう}から{取|と}り{込|こ}んだ', 'ja-x-yasashii': '{表|ひょう}から {入|い}れた', en: 'Imported from a table', pt: 'Importada de uma tabela' },
  undo: { ja: '{前|まえ}の{文|ぶん}に{戻|もど}した', 'ja-x-yasashii': '{前|まえ}の {文|ぶん}に {戻|もど}した', en: 'Earlier words proposed again', pt: 'Frases anteriores propostas de novo' },
})

export const DECISION_WORDS: Readonly<Record<Decision, Phrase<never>>> = phrases({
  approved: { ja: '{承認|しょうにん}', 'ja-x-yasashii': '{確|たし}かめた', en: 'Approved', pt: 'Aprovada' },
  declined: { ja: '{差|さ}し{戻|もど}し', 'ja-x-yasashii': '{直|なお}して もらう', en: 'Sent back', pt: 'Devolvida' },
  withdrawn: { ja: '{取|と}り{下|さ}げ', 'ja-x-yasashii': 'やめた', en: 'Taken back', pt: 'Retirada' },
  replaced: { ja: '{新|あたら}しい{案|あん}に{代|か}わった', 'ja-x-yasashii': '{新|あたら}しい {文|ぶん}に なった', en: 'Replaced by a newer proposal', pt: 'Substituída por proposta mais nova' },
})
