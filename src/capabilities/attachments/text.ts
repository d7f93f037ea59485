import { phrases } from '#kernel/text/text.ts'
import type { Phrase } from '#kernel/text/text.ts'
import type { AttachmentChange, AttachmentRefusalReason, ScanState } from './model.ts'

export const words = phrases({
  title: { ja: '{添付|てんぷ}ファイルの{検査|けんさ}', 'ja-x-yasashii': 'ファイルの {検査|けんさ}', en: 'Scanning of attached files', pt: 'Verificação de arquivos anexados' },
  summary: {
    ja: '{申請|しんせい}に{付|つ}けられたファイルをウイルスから{守|まも}るしくみ。',
    'ja-x-yasashii': 'ファイルに ウイルスが ないか {調|しら}べます。',
    en: 'How files sent with applications are looked at for viruses.',
    pt: 'Como os arquivos enviados são verificados contra vírus.',
  },
  scanner: { ja: 'ウイルスの{検査|けんさ}', 'ja-x-yasashii': 'ウイルスの {検査|けんさ}', en: 'Virus scanner', pt: 'Antivírus' },
  isReal: {
    ja: '{検査|けんさ}サーバー({version})が、{届|とど}いたファイルをすべて{調|しら}べています。',
    'ja-x-yasashii': '{検査|けんさ}サーバー({version})が ぜんぶの ファイルを {調|しら}べます。',
    en: 'A scanner ({version}) looks at every file that comes.',
    pt: 'Um antivírus ({version}) verifica todos os arquivos recebidos.',
  },
  isSilent: {
    ja: '{検査|けんさ}サーバーが{答|こた}えません。{答|こた}えるまで、ファイルは{受|う}け{取|と}りません。',
    'ja-x-yasashii': '{検査|けんさ}サーバーが {動|うご}いて いません。ファイルは {受|う}け{取|と}りません。',
    en: 'The scanner does not answer. No file is taken until it does.',
    pt: 'O antivírus não responde. Nenhum arquivo é aceito até que responda.',
  },
  isStandIn: {
    ja: 'デモのため、{本物|ほんもの}の{代|か}わりの{検査|けんさ}サーバーが{答|こた}えています。{見|み}つけられるのはEICARの{試験用|しけんよう}ウイルスだけです。',
    'ja-x-yasashii': '{練習用|れんしゅうよう}の {検査|けんさ}です。{本物|ほんもの}の ウイルスは {見|み}つかりません。',
    en: 'In this demo a stand-in answers. It finds the EICAR test virus and nothing else.',
    pt: 'Nesta demonstração responde um substituto. Ele encontra apenas o vírus de teste EICAR.',
  },
  isMissing: {
    ja: '{検査|けんさ}サーバーが{決|き}められていません。ファイルは{検査|けんさ}されません。CLAMD_ADDRESSに ClamAV の{場所|ばしょ}を{設定|せってい}してください。',
    'ja-x-yasashii': '{検査|けんさ}サーバーが ありません。ファイルを {調|しら}べる ことが できません。',
    en: 'No scanner is named, so files are not scanned. Set CLAMD_ADDRESS to your ClamAV.',
    pt: 'Nenhum antivírus foi definido: os arquivos não são verificados. Defina CLAMD_ADDRESS.',
  },
  rule: { ja: '{検査|けんさ}できない{間|あいだ}のファイル', 'ja-x-yasashii': '{検査|けんさ}できない ときの ファイル', en: 'Files while nothing can scan them', pt: 'Arquivos enquanto não há verificação' },
  accept: { ja: '{受|う}け{取|と}り、「{未検査|みけんさ}」と{表示|ひょうじ}する', 'ja-x-yasashii': '{受|う}け{取|と}る', en: 'Take them, marked “not scanned”', pt: 'Aceitar, marcados como “não verificado”' },
  refuse: { ja: '{受|う}け{取|と}らない', 'ja-x-yasashii': '{受|う}け{取|と}らない', en: 'Refuse them', pt: 'Recusar' },
  save: { ja: 'このように{決|き}める', 'ja-x-yasashii': '{決|き}める', en: 'Decide so', pt: 'Definir assim' },
  saved: { ja: '{検査|けんさ}できない{間|あいだ}の{扱|あつか}いを{決|き}めました', 'ja-x-yasashii': '{決|き}めました', en: 'The rule for unscanned files was set', pt: 'A regra foi definida' },
  kept: { ja: '{預|あず}かっているファイル', 'ja-x-yasashii': '{今|いま} ある ファイル', en: 'Files kept', pt: 'Arquivos guardados' },
  state: { ja: '{検査|けんさ}', 'ja-x-yasashii': '{検査|けんさ}', en: 'Scan', pt: 'Verificação' },
  files: { ja: '{件数|けんすう}', 'ja-x-yasashii': '{数|かず}', en: 'Files', pt: 'Arquivos' },
  megabytes: { ja: 'メガバイト', 'ja-x-yasashii': 'メガバイト', en: 'Megabytes', pt: 'Megabytes' },
  none: { ja: 'ファイルはまだありません', 'ja-x-yasashii': 'ファイルは まだ ありません', en: 'No files yet', pt: 'Ainda não há arquivos' },
})

export const scanWords = phrases({
  clean: { ja: 'ウイルスなし', 'ja-x-yasashii': 'ウイルスは ありません', en: 'No virus found', pt: 'Sem vírus' },
  'stand-in': { ja: 'デモの{検査|けんさ}のみ', 'ja-x-yasashii': '{練習|れんしゅう}の {検査|けんさ}だけ', en: 'Demo scan only', pt: 'Só verificação de demonstração' },
  'not-scanned': { ja: '{未検査|みけんさ}', 'ja-x-yasashii': '{調|しら}べて いません', en: 'Not scanned', pt: 'Não verificado' },
}) satisfies Record<ScanState, Phrase<never>>

export const changeWords = phrases({
  'converted-from-heic': { ja: 'HEICからJPEGに{変|か}えました', 'ja-x-yasashii': 'JPEGに {変|か}えました', en: 'Converted from HEIC to JPEG', pt: 'Convertido de HEIC para JPEG' },
  'turned-upright': { ja: '{正|ただ}しい{向|む}きに{回|まわ}しました', 'ja-x-yasashii': '{向|む}きを {直|なお}しました', en: 'Turned upright', pt: 'Girado para a posição correta' },
  'metadata-removed': { ja: '{撮影|さつえい}{場所|ばしょ}などの{情報|じょうほう}を{消|け}しました', 'ja-x-yasashii': '{場所|ばしょ}などの {情報|じょうほう}を {消|け}しました', en: 'Place, device and time were removed', pt: 'Local, aparelho e hora foram removidos' },
  'trailing-bytes-removed': { ja: '{画像|がぞう}の{後|うし}ろの{余分|よぶん}を{除|のぞ}きました', 'ja-x-yasashii': 'いらない {部分|ぶぶん}を {消|け}しました', en: 'Surplus behind the picture was removed', pt: 'O excedente após a imagem foi removido' },
}) satisfies Record<AttachmentChange, Phrase<never>>

/** What is wrong, and what to do. Who reads it has a phone in hand and a certificate on the table. */
export const refusalWords: Readonly<Record<AttachmentRefusalReason, Phrase>> = phrases({
  empty: { ja: 'ファイルの{中身|なかみ}がありません。もう{一度|いちど}{選|えら}んでください。', 'ja-x-yasashii': 'ファイルが {空|から}です。もう {一度|いちど} {選|えら}んで ください。', en: 'The file is empty. Please choose it again.', pt: 'O arquivo está vazio. Escolha-o novamente.' },
  'too-large': { ja: 'ファイルが{大|おお}きすぎます({megabytes}MBまで)。{写真|しゃしん}なら{小|ちい}さく{撮|と}り{直|なお}し、PDFなら{分|わ}けてください。', 'ja-x-yasashii': 'ファイルが {大|おお}きいです。{megabytes}MBまで です。{小|ちい}さく して ください。', en: 'The file is too large (at most {megabytes} MB). Take a smaller photo, or split the PDF.', pt: 'O arquivo é grande demais (máximo {megabytes} MB). Tire uma foto menor ou divida o PDF.' },
  'too-many': { ja: 'ここには{count}{個|こ}まで{付|つ}けられます。いらないファイルを{消|け}してから{付|つ}けてください。', 'ja-x-yasashii': 'ファイルは {count}{個|こ}までです。いらない ものを {消|け}して ください。', en: 'At most {count} files fit here. Remove one first.', pt: 'Cabem no máximo {count} arquivos. Remova um antes.' },
  'unknown-kind': { ja: 'この{種類|しゅるい}のファイルは{受|う}け{取|と}れません。{写真|しゃしん}(JPEG・PNG・HEIC)かPDFにしてください。', 'ja-x-yasashii': 'この ファイルは {使|つか}えません。{写真|しゃしん}か PDFに して ください。', en: 'This kind of file cannot be taken. Please use a photo (JPEG, PNG, HEIC) or a PDF.', pt: 'Este tipo de arquivo não é aceito. Use uma foto (JPEG, PNG, HEIC) ou PDF.' },
  'kind-not-taken': { ja: 'ここでは、この{種類|しゅるい}のファイルは{受|う}け{取|と}れません。{写真|しゃしん}かPDFにしてください。', 'ja-x-yasashii': 'ここでは この ファイルは {使|つか}えません。{写真|しゃしん}か PDFに して ください。', en: 'This place does not take such files. Please use a photo or a PDF.', pt: 'Este campo não aceita esse tipo de arquivo. Use uma foto ou PDF.' },
  'active-content': { ja: 'ウェブページやSVGの{形|かたち}のファイルは、{安全|あんぜん}のため{受|う}け{取|と}りません。{写真|しゃしん}かPDFにしてください。', 'ja-x-yasashii': 'この ファイルは あぶないので {使|つか}えません。{写真|しゃしん}か PDFに して ください。', en: 'Web pages and SVG can carry programs and are not taken. Please use a photo or a PDF.', pt: 'Páginas web e SVG podem conter programas e não são aceitos. Use uma foto ou PDF.' },
  'two-in-one': { ja: 'ファイルの{中|なか}に{別|べつ}の{種類|しゅるい}のファイルが{隠|かく}れています。もう{一度|いちど}{撮影|さつえい}するか、{印刷|いんさつ}からPDFを{作|つく}り{直|なお}してください。', 'ja-x-yasashii': 'ファイルの {中|なか}に {別|べつ}の ものが あります。もう {一度|いちど} {写真|しゃしん}を {撮|と}って ください。', en: 'Another kind of file hides inside it. Take the photo again, or make the PDF anew by printing to PDF.', pt: 'Há outro tipo de arquivo escondido nele. Tire a foto de novo ou gere o PDF novamente.' },
  damaged: { ja: 'ファイルが{壊|こわ}れていて{読|よ}めません。もう{一度|いちど}{撮影|さつえい}するか、{保存|ほぞん}し{直|なお}してください。', 'ja-x-yasashii': 'ファイルが {壊|こわ}れて います。もう {一度|いちど} {写真|しゃしん}を {撮|と}って ください。', en: 'The file is damaged and cannot be read. Take the photo again or save it anew.', pt: 'O arquivo está danificado. Tire a foto de novo ou salve-o novamente.' },
  'picture-too-large': { ja: '{写真|しゃしん}の{画素|がそ}が{多|おお}すぎます。カメラの{設定|せってい}で{小|ちい}さくして{撮|と}り{直|なお}してください。', 'ja-x-yasashii': '{写真|しゃしん}が {大|おお}きいです。{小|ちい}さく して ください。', en: 'The picture has too many pixels. Choose a smaller size in the camera and take it again.', pt: 'A imagem tem pixels demais. Escolha um tamanho menor na câmera.' },
  'picture-not-readable': { ja: '{写真|しゃしん}を{読|よ}めませんでした。JPEGで{保存|ほぞん}し{直|なお}すか、{画面|がめん}を{撮|と}った{画像|がぞう}を{付|つ}けてください。', 'ja-x-yasashii': '{写真|しゃしん}を {読|よ}む ことが できません。JPEGに して ください。', en: 'The picture could not be read. Save it as JPEG, or attach a screenshot of it.', pt: 'Não foi possível ler a imagem. Salve como JPEG ou anexe uma captura de tela.' },
  busy: { ja: 'ただいま{写真|しゃしん}の{受付|うけつけ}が{混|こ}み{合|あ}っています。1{分|ぷん}ほど{待|ま}って、もう{一度|いちど}{送|おく}ってください。', 'ja-x-yasashii': '{今|いま} こんで います。1{分|ぷん} {待|ま}って もう {一度|いちど} {送|おく}って ください。', en: 'Many pictures are coming just now. Wait a minute and send it again.', pt: 'Muitas fotos estão chegando agora. Espere um minuto e envie de novo.' },
  'pdf-encrypted': { ja: 'PDFにパスワードがかかっています。パスワードを{外|はず}して{保存|ほぞん}し{直|なお}すか、{印刷|いんさつ}して{写真|しゃしん}を{撮|と}ってください。', 'ja-x-yasashii': 'PDFに パスワードが あります。パスワードが ない PDFに して ください。', en: 'The PDF is protected by a password. Save it without one, or print it and take a photo.', pt: 'O PDF tem senha. Salve-o sem senha ou imprima e fotografe.' },
  'pdf-script': { ja: 'PDFの{中|なか}にプログラムが{入|はい}っています。「PDFに{印刷|いんさつ}」で{作|つく}り{直|なお}してください。', 'ja-x-yasashii': 'PDFに プログラムが あります。「PDFに {印刷|いんさつ}」で もう {一度|いちど} {作|つく}って ください。', en: 'The PDF carries a program. Make it anew with “print to PDF”.', pt: 'O PDF contém um programa. Gere-o novamente com “imprimir em PDF”.' },
  'pdf-embedded': { ja: 'PDFの{中|なか}に{別|べつ}のファイルが{入|はい}っています。「PDFに{印刷|いんさつ}」で{作|つく}り{直|なお}し、{必要|ひつよう}なファイルは{別|べつ}に{付|つ}けてください。', 'ja-x-yasashii': 'PDFの {中|なか}に {別|べつ}の ファイルが あります。「PDFに {印刷|いんさつ}」で {作|つく}って ください。', en: 'The PDF carries other files. Make it anew with “print to PDF” and attach those files by themselves.', pt: 'O PDF contém outros arquivos. Gere-o com “imprimir em PDF” e anexe os outros separadamente.' },
  'pdf-too-long': { ja: 'PDFのページが{多|おお}すぎます。{必要|ひつよう}なページだけにしてください。', 'ja-x-yasashii': 'PDFの ページが {多|おお}いです。{少|すく}なく して ください。', en: 'The PDF has too many pages. Keep only those that are needed.', pt: 'O PDF tem páginas demais. Envie apenas as necessárias.' },
  'archive-encrypted': { ja: '{圧縮|あっしゅく}ファイルにパスワードがかかっています。パスワードを{外|はず}してください。', 'ja-x-yasashii': 'ZIPに パスワードが あります。パスワードを {外|はず}して ください。', en: 'The archive is protected by a password. Remove it.', pt: 'O arquivo compactado tem senha. Remova-a.' },
  'archive-bomb': { ja: '{開|ひら}くと{大|おお}きくなりすぎるファイルです。{中身|なかみ}を{一|ひと}つずつ{付|つ}けてください。', 'ja-x-yasashii': 'ファイルが {大|おお}きすぎます。{一|ひと}つずつ {付|つ}けて ください。', en: 'The file grows too large when opened. Attach its contents one by one.', pt: 'O arquivo fica grande demais ao abrir. Anexe o conteúdo um a um.' },
  'archive-path': { ja: '{圧縮|あっしゅく}ファイルの{中|なか}の{名前|なまえ}に{使|つか}えないものがあります。{作|つく}り{直|なお}すか、{一|ひと}つずつ{付|つ}けてください。', 'ja-x-yasashii': 'ZIPの {中|なか}の {名前|なまえ}が {使|つか}えません。{一|ひと}つずつ {付|つ}けて ください。', en: 'A name inside the archive cannot be used. Make it anew, or attach the files one by one.', pt: 'Um nome dentro do arquivo compactado não é permitido. Refaça-o ou anexe um a um.' },
  'archive-content': { ja: '{圧縮|あっしゅく}ファイルの{中|なか}に{受|う}け{取|と}れないものがあります({detail})。{写真|しゃしん}かPDFだけにしてください。', 'ja-x-yasashii': 'ZIPの {中|なか}に {使|つか}えない ファイルが あります({detail})。', en: 'The archive holds something that cannot be taken ({detail}). Keep only photos and PDFs in it.', pt: 'O arquivo compactado contém algo não aceito ({detail}). Deixe só fotos e PDFs.' },
  virus: { ja: 'ウイルス({detail})が{見|み}つかったので{受|う}け{取|と}りませんでした。お{使|つか}いの{機器|きき}を{検査|けんさ}してください。{窓口|まどぐち}では{紙|かみ}でも{受|う}け{付|つ}けます。', 'ja-x-yasashii': 'ウイルス({detail})が ありました。{受|う}け{取|と}りません。{紙|かみ}を {窓口|まどぐち}に {持|も}って きて ください。', en: 'A virus was found ({detail}), so the file was not taken. Please scan your device; paper is welcome at the counter.', pt: 'Foi encontrado um vírus ({detail}); o arquivo não foi aceito. Verifique seu aparelho; aceitamos papel no balcão.' },
  'scanner-silent': { ja: 'ただいまファイルの{検査|けんさ}ができません。{少|すこ}し{待|ま}って、もう{一度|いちど}{送|おく}ってください。{入力|にゅうりょく}した{内容|ないよう}は{残|のこ}っています。', 'ja-x-yasashii': '{今|いま} ファイルを {調|しら}べる ことが できません。{少|すこ}し {待|ま}って ください。{書|か}いた ものは {残|のこ}って います。', en: 'Files cannot be checked just now. Wait a little and send it again; what you typed is kept.', pt: 'Agora não é possível verificar arquivos. Espere um pouco e envie de novo; o que você digitou está salvo.' },
  'no-scanner': { ja: 'この{市|し}では、まだファイルを{受|う}け{取|と}れません({検査|けんさ}の{準備|じゅんび}{中|ちゅう}です)。{書類|しょるい}は{窓口|まどぐち}か{郵送|ゆうそう}でお{出|だ}しください。', 'ja-x-yasashii': '{今|いま}は ファイルを {受|う}け{取|と}る ことが できません。{紙|かみ}を {窓口|まどぐち}に {持|も}って きて ください。', en: 'This city cannot take files yet (scanning is being prepared). Please bring or post the papers.', pt: 'Esta cidade ainda não aceita arquivos (verificação em preparação). Entregue os papéis no balcão ou pelo correio.' },
})
