import { phrases } from '#kernel/text/text.ts'

export const signInWords = phrases({
  title: {
    ja: '{職員|しょくいん}サインイン',
    'ja-x-yasashii': '{職員|しょくいん}の サインイン',
    en: 'Staff sign-in',
    pt: 'Entrada dos servidores',
  },
  lead: {
    ja: '{市|し}の{職員|しょくいん}のための{入口|いりぐち}です。',
    'ja-x-yasashii': '{市|し}で {働|はたら}いて いる {人|ひと}の {入口|いりぐち}です。',
    en: "For members of the city's staff.",
    pt: 'Para os servidores da cidade.',
  },
  login: {
    ja: 'ログイン{名|めい}',
    'ja-x-yasashii': 'ログインの {名前|なまえ}',
    en: 'Login name',
    pt: 'Nome de usuário',
  },
  passphrase: {
    ja: 'パスフレーズ',
    'ja-x-yasashii': 'パスフレーズ({長|なが}い パスワード)',
    en: 'Passphrase',
    pt: 'Senha',
  },
  signIn: { ja: 'サインイン', 'ja-x-yasashii': 'サインインする', en: 'Sign in', pt: 'Entrar' },
  or: { ja: 'または', 'ja-x-yasashii': 'または', en: 'or', pt: 'ou' },
  withPasskey: {
    ja: 'パスキーでサインイン',
    'ja-x-yasashii': 'パスキーで サインインする',
    en: 'Sign in with a passkey',
    pt: 'Entrar com chave de acesso',
  },
  passkeyHint: {
    ja: '{指紋|しもん}や{顔|かお}、{端末|たんまつ}の{暗証番号|あんしょうばんごう}で{入|はい}れます。',
    'ja-x-yasashii': '{指|ゆび}や {顔|かお}で {入|はい}ることが できます。',
    en: 'With your fingerprint, your face or the PIN of your device.',
    pt: 'Com a impressão digital, o rosto ou o PIN do aparelho.',
  },
  forgotten: {
    ja: 'サインインできないときは、システム{管理者|かんりしゃ}にご{連絡|れんらく}ください。',
    'ja-x-yasashii': 'サインインできない ときは、システムを {管理|かんり}する {人|ひと}に {話|はな}して ください。',
    en: 'If you cannot sign in, ask the system administrator.',
    pt: 'Se não conseguir entrar, procure o administrador do sistema.',
  },
  refused: {
    ja: 'ログイン{名|めい}かパスフレーズが{違|ちが}います',
    'ja-x-yasashii': 'ログインの {名前|なまえ}か パスフレーズが {違|ちが}います',
    en: 'The login name or the passphrase is not right',
    pt: 'O nome de usuário ou a senha não estão corretos',
  },
  refusedWay: {
    ja: '{大文字|おおもじ}と{小文字|こもじ}、{入力|にゅうりょく}の{切替|きりかえ}を{確|たし}かめて、もう{一度|いちど}お{試|ため}しください。',
    'ja-x-yasashii': '{文字|もじ}を よく {見|み}て、もう{一度|いちど} {書|か}いて ください。',
    en: 'Check capital letters and the keyboard setting, then try again.',
    pt: 'Confira maiúsculas e o teclado e tente novamente.',
  },
  waiting: {
    ja: '{失敗|しっぱい}が{続|つづ}いたため、{time}までお{待|ま}ちください',
    'ja-x-yasashii': '{何回|なんかい}も {違|ちが}いました。{time}まで {待|ま}って ください',
    en: 'Too many failures in a row: please wait until {time}',
    pt: 'Muitas falhas seguidas: aguarde até {time}',
  },
  waitingWay: {
    ja: '{待|ま}つあいだは、{正|ただ}しいパスフレーズでも{入|はい}れません。パスキーは{使|つか}えます。',
    'ja-x-yasashii':
      '{待|ま}つ {間|あいだ}は、{正|ただ}しい パスフレーズでも {入|はい}れません。パスキーは {使|つか}えます。',
    en: 'Until then even the right passphrase is not accepted. A passkey still works.',
    pt: 'Até lá, nem a senha correta é aceita. A chave de acesso funciona.',
  },
  closed: {
    ja: '{失敗|しっぱい}が{続|つづ}いたため、このアカウントは{閉|と}じられています',
    'ja-x-yasashii': '{何回|なんかい}も {違|ちが}ったので、この アカウントは {使|つか}えません',
    en: 'This account was closed after too many failures',
    pt: 'Esta conta foi bloqueada após muitas falhas',
  },
  closedWay: {
    ja: 'システム{管理者|かんりしゃ}に{再発行|さいはっこう}を{依頼|いらい}してください。',
    'ja-x-yasashii': 'システムを {管理|かんり}する {人|ひと}に {話|はな}して ください。',
    en: 'Ask the system administrator to reset it.',
    pt: 'Peça ao administrador do sistema que a redefina.',
  },
  crowded: {
    ja: 'この{場所|ばしょ}からの{失敗|しっぱい}が{多|おお}すぎます',
    'ja-x-yasashii': 'この {場所|ばしょ}から {何回|なんかい}も {違|ちが}いました',
    en: 'Too many attempts have failed from this place',
    pt: 'Muitas tentativas falharam a partir deste lugar',
  },
  crowdedWay: {
    ja: '15{分|ふん}ほど{待|ま}ってから、もう{一度|いちど}お{試|ため}しください。',
    'ja-x-yasashii': '15{分|ふん} {待|ま}って、もう{一度|いちど} やってください。',
    en: 'Please wait a quarter of an hour and try again.',
    pt: 'Aguarde quinze minutos e tente novamente.',
  },
  passkeyRefused: {
    ja: 'このパスキーではサインインできませんでした',
    'ja-x-yasashii': 'この パスキーで サインインできませんでした',
    en: 'We could not sign you in with this passkey',
    pt: 'Não foi possível entrar com esta chave de acesso',
  },
  passkeyRefusedWay: {
    ja: 'もう{一度|いちど}{試|ため}すか、ログイン{名|めい}とパスフレーズをお{使|つか}いください。',
    'ja-x-yasashii': 'もう{一度|いちど} やるか、パスフレーズを {使|つか}って ください。',
    en: 'Try once more, or use your login name and passphrase.',
    pt: 'Tente mais uma vez ou use o nome de usuário e a senha.',
  },
  expired: {
    ja: '{渡|わた}された{一度|いちど}{限|かぎ}りのパスフレーズは{期限|きげん}が{切|き}れています',
    'ja-x-yasashii': 'もらった パスフレーズは、もう {使|つか}えません',
    en: 'The one-time passphrase you were given has expired',
    pt: 'A senha provisória que você recebeu venceu',
  },
  demoTitle: {
    ja: 'これは{見本|みほん}の{市|し}です',
    'ja-x-yasashii': 'ここは {練習|れんしゅう}の {市|し}です',
    en: 'This is a demonstration city',
    pt: 'Esta é uma cidade de demonstração',
  },
  demoBody: {
    ja: '{次|つぎ}の{架空|かくう}の{職員|しょくいん}なら、{誰|だれ}にでもなれます。パスフレーズはどれも{同|おな}じです:',
    'ja-x-yasashii':
      '{下|した}の {人|ひと}の {名前|なまえ}で サインインできます。パスフレーズは みんな {同|おな}じです:',
    en: 'Be any of these invented members of staff. They all share one passphrase:',
    pt: 'Entre como qualquer um destes servidores fictícios. A senha é a mesma para todos:',
  },
  demoAccounts: {
    ja: '{見本|みほん}のアカウント',
    'ja-x-yasashii': '{練習|れんしゅう}の アカウント',
    en: 'Demonstration accounts',
    pt: 'Contas de demonstração',
  },
  name: { ja: '{氏名|しめい}', 'ja-x-yasashii': '{名前|なまえ}', en: 'Name', pt: 'Nome' },
  unit: { ja: '{所属|しょぞく}', 'ja-x-yasashii': '{働|はたら}く ところ', en: 'Unit', pt: 'Setor' },
  duties: { ja: '{職務|しょくむ}', 'ja-x-yasashii': '{仕事|しごと}', en: 'Duties', pt: 'Funções' },
  none: { ja: 'なし', 'ja-x-yasashii': 'ありません', en: 'None', pt: 'Nenhuma' },
  secondStep: {
    ja: '{二段階認証|にだんかいにんしょう}',
    'ja-x-yasashii': '2つめの {確認|かくにん}',
    en: 'Second step',
    pt: 'Segunda etapa',
  },
  secondStepLead: {
    ja: '{認証|にんしょう}アプリに{出|で}ている6{桁|けた}の{番号|ばんごう}を{入力|にゅうりょく}してください。',
    'ja-x-yasashii': 'アプリに {出|で}て いる 6つの {数字|すうじ}を {書|か}いて ください。',
    en: 'Enter the six digits that your authenticator app shows now.',
    pt: 'Digite os seis números que o aplicativo autenticador mostra agora.',
  },
  code: { ja: '{確認番号|かくにんばんごう}', 'ja-x-yasashii': '6つの {数字|すうじ}', en: 'Code', pt: 'Código' },
  codeHint: {
    ja: '{例|れい}: 123456',
    'ja-x-yasashii': '{例|れい}: 123456',
    en: 'For example 123456',
    pt: 'Por exemplo, 123456',
  },
  continue: { ja: '{次|つぎ}へ', 'ja-x-yasashii': '{次|つぎ}へ', en: 'Continue', pt: 'Continuar' },
  codeRefused: {
    ja: 'この{番号|ばんごう}は{使|つか}えません。アプリに{今|いま}{出|で}ている{番号|ばんごう}を{入力|にゅうりょく}してください',
    'ja-x-yasashii':
      'この {数字|すうじ}は {使|つか}えません。アプリの {新|あたら}しい {数字|すうじ}を {書|か}いて ください',
    en: 'This code does not work. Enter the one your app shows now',
    pt: 'Este código não vale. Digite o que o aplicativo mostra agora',
  },
  useRecovery: {
    ja: '{認証|にんしょう}アプリが{使|つか}えないとき',
    'ja-x-yasashii': 'アプリが {使|つか}えない とき',
    en: 'I cannot use my app',
    pt: 'Não consigo usar o aplicativo',
  },
  recovery: {
    ja: '{回復|かいふく}コードでサインイン',
    'ja-x-yasashii': '{回復|かいふく}コードで サインイン',
    en: 'Sign in with a recovery code',
    pt: 'Entrar com código de recuperação',
  },
  recoveryLead: {
    ja: '{控|ひか}えておいた{回復|かいふく}コードを{一|ひと}つ{入力|にゅうりょく}してください。{一度|いちど}{使|つか}うとそのコードは{無効|むこう}になります。',
    'ja-x-yasashii':
      '{紙|かみ}などに {書|か}いた {回復|かいふく}コードを 1つ {書|か}いて ください。1つの コードは {一回|いっかい}だけ {使|つか}えます。',
    en: 'Enter one of the recovery codes you kept. Each of them works once.',
    pt: 'Digite um dos códigos de recuperação que você guardou. Cada um vale uma vez.',
  },
  recoveryCode: {
    ja: '{回復|かいふく}コード',
    'ja-x-yasashii': '{回復|かいふく}コード',
    en: 'Recovery code',
    pt: 'Código de recuperação',
  },
  recoveryHint: {
    ja: '{例|れい}: 7m2kd-w90xh',
    'ja-x-yasashii': '{例|れい}: 7m2kd-w90xh',
    en: 'For example 7m2kd-w90xh',
    pt: 'Por exemplo, 7m2kd-w90xh',
  },
  recoveryRefused: {
    ja: 'この{回復|かいふく}コードは{使|つか}えません。{使|つか}っていないコードを{入力|にゅうりょく}してください',
    'ja-x-yasashii':
      'この {回復|かいふく}コードは {使|つか}えません。{使|つか}って いない コードを {書|か}いて ください',
    en: 'This recovery code does not work. Enter one you have not used yet',
    pt: 'Este código de recuperação não vale. Digite um que ainda não foi usado',
  },
  useApp: {
    ja: '{認証|にんしょう}アプリを{使|つか}う',
    'ja-x-yasashii': 'アプリを {使|つか}う',
    en: 'Use my app',
    pt: 'Usar o aplicativo',
  },
  tooLate: {
    ja: '5{分|ふん}が{過|す}ぎたため、{最初|さいしょ}からサインインしてください。',
    'ja-x-yasashii': '5{分|ふん}が {過|す}ぎました。{最初|さいしょ}から サインインして ください。',
    en: 'Five minutes have passed: please sign in from the start.',
    pt: 'Passaram-se cinco minutos: entre de novo desde o início.',
  },
  newPassphrase: {
    ja: '{自分|じぶん}のパスフレーズを{決|き}める',
    'ja-x-yasashii': '{自分|じぶん}の パスフレーズを {決|き}める',
    en: 'Choose your own passphrase',
    pt: 'Escolha a sua senha',
  },
  newPassphraseLead: {
    ja: '{渡|わた}されたパスフレーズは{一度|いちど}{限|かぎ}りです。これから{使|つか}うものを{決|き}めてください。',
    'ja-x-yasashii':
      'もらった パスフレーズは {一回|いっかい}だけです。これから {使|つか}う ものを {決|き}めて ください。',
    en: 'The passphrase you were given works once. Choose the one you will use from now on.',
    pt: 'A senha que você recebeu vale uma vez. Escolha a que usará daqui em diante.',
  },
  saveAndEnter: {
    ja: '{保存|ほぞん}してサインイン',
    'ja-x-yasashii': '{保存|ほぞん}して サインインする',
    en: 'Save and sign in',
    pt: 'Salvar e entrar',
  },
  signedOut: {
    ja: 'サインアウトしました',
    'ja-x-yasashii': 'サインアウトしました',
    en: 'You have signed out',
    pt: 'Você saiu',
  },
})

export const passphraseWords = phrases({
  current: {
    ja: '{今|いま}のパスフレーズ',
    'ja-x-yasashii': '{今|いま}の パスフレーズ',
    en: 'Present passphrase',
    pt: 'Senha atual',
  },
  fresh: {
    ja: '{新|あたら}しいパスフレーズ',
    'ja-x-yasashii': '{新|あたら}しい パスフレーズ',
    en: 'New passphrase',
    pt: 'Nova senha',
  },
  freshHint: {
    ja: '12{文字|もじ}{以上|いじょう}。{言葉|ことば}をいくつか{並|なら}べると{長|なが}くて{覚|おぼ}えやすくなります。{記号|きごう}や{数字|すうじ}は{入|い}れなくてもかまいません。',
    'ja-x-yasashii':
      '12{文字|もじ}より {長|なが}く して ください。{言葉|ことば}を いくつか {並|なら}べると {覚|おぼ}えやすいです。',
    en: 'At least 12 characters. A few words in a row are long and easy to remember; digits and signs are not needed.',
    pt: 'Pelo menos 12 caracteres. Algumas palavras seguidas são longas e fáceis de lembrar; números e sinais não são obrigatórios.',
  },
  again: {
    ja: 'もう{一度|いちど}{入力|にゅうりょく}',
    'ja-x-yasashii': 'もう{一度|いちど} {書|か}く',
    en: 'The same once more',
    pt: 'Repita a senha',
  },
  different: {
    ja: '{二|ふた}つの{入力|にゅうりょく}が{違|ちが}います。{同|おな}じものを{入力|にゅうりょく}してください',
    'ja-x-yasashii': '2つが {違|ちが}います。{同|おな}じ ものを {書|か}いて ください',
    en: 'The two entries differ. Please enter the same twice',
    pt: 'As duas entradas são diferentes. Digite a mesma senha duas vezes',
  },
  tooShort: {
    ja: '{短|みじか}すぎます。{min}{文字|もじ}{以上|いじょう}にしてください',
    'ja-x-yasashii': '{短|みじか}いです。{min}{文字|もじ}より {長|なが}く して ください',
    en: 'Too short: please use at least {min} characters',
    pt: 'Curta demais: use pelo menos {min} caracteres',
  },
  tooLong: {
    ja: '{長|なが}すぎます。{max}{文字|もじ}{以内|いない}にしてください',
    'ja-x-yasashii': '{長|なが}いです。{max}{文字|もじ}より {短|みじか}く して ください',
    en: 'Too long: please use at most {max} characters',
    pt: 'Longa demais: use no máximo {max} caracteres',
  },
  monotonous: {
    ja: '{同|おな}じ{文字|もじ}や{並|なら}び{順|じゅん}の{繰|く}り{返|かえ}しはすぐに{推測|すいそく}されます。{別|べつ}の{言葉|ことば}にしてください',
    'ja-x-yasashii':
      '{同|おな}じ {文字|もじ}が {続|つづ}くと {危|あぶ}ないです。{別|べつ}の {言葉|ことば}に して ください',
    en: 'Repeated characters and rows of the keyboard are guessed first. Please choose other words',
    pt: 'Caracteres repetidos e sequências do teclado são adivinhados primeiro. Escolha outras palavras',
  },
  common: {
    ja: 'よく{使|つか}われる{言葉|ことば}なので、すぐに{推測|すいそく}されます。{別|べつ}の{言葉|ことば}にしてください',
    'ja-x-yasashii':
      'よく {使|つか}われる {言葉|ことば}は {危|あぶ}ないです。{別|べつ}の {言葉|ことば}に して ください',
    en: 'Many people choose this, so it is guessed first. Please choose other words',
    pt: 'Muita gente escolhe isto, por isso é adivinhado primeiro. Escolha outras palavras',
  },
  sameAsBefore: {
    ja: '{今|いま}までと{同|おな}じです。{別|べつ}のパスフレーズにしてください',
    'ja-x-yasashii': '{前|まえ}と {同|おな}じです。{別|べつ}の パスフレーズに して ください',
    en: 'This is the passphrase you have now. Please choose another',
    pt: 'Esta é a senha que você já tem. Escolha outra',
  },
  tooNear: {
    ja: 'ログイン{名|めい}や{市|し}の{名前|なまえ}が{入|はい}っています。{別|べつ}の{言葉|ことば}にしてください',
    'ja-x-yasashii': '{自分|じぶん}の {名前|なまえ}や {市|し}の {名前|なまえ}は {使|つか}わないで ください',
    en: 'It contains your login or the name of the city. Please choose other words',
    pt: 'Contém seu nome de usuário ou o nome da cidade. Escolha outras palavras',
  },
})
