import { phrases } from '#kernel/text/text.ts'

/** Words by which the rest of the city knows this part. */
export const partWords = phrases({
  title: {
    ja: '{職員|しょくいん}の{本人確認|ほんにんかくにん}',
    'ja-x-yasashii': '{職員|しょくいん}の サインイン',
    en: 'Staff identity',
    pt: 'Identidade dos servidores',
  },
  summary: {
    ja: '{職員|しょくいん}のサインイン、アカウント、{監査記録|かんさきろく}',
    'ja-x-yasashii': '{職員|しょくいん}の サインインと アカウント',
    en: 'How members of staff sign in, their accounts, and the audit log',
    pt: 'Entrada dos servidores, suas contas e o registro de auditoria',
  },
  administrator: {
    ja: 'システム{管理者|かんりしゃ}',
    'ja-x-yasashii': 'システムを {管理|かんり}する {人|ひと}',
    en: 'System administrator',
    pt: 'Administrador do sistema',
  },
  auditor: {
    ja: '{監査|かんさ}{担当者|たんとうしゃ}',
    'ja-x-yasashii': '{記録|きろく}を {調|しら}べる {人|ひと}',
    en: 'Auditor',
    pt: 'Auditor',
  },
  account: {
    ja: '{自分|じぶん}のアカウント',
    'ja-x-yasashii': '{自分|じぶん}の アカウント',
    en: 'Your account',
    pt: 'Sua conta',
  },
  accountSummary: {
    ja: 'パスフレーズ、{二段階認証|にだんかいにんしょう}、サインイン{中|ちゅう}の{端末|たんまつ}',
    'ja-x-yasashii': 'パスフレーズや、サインインして いる {機械|きかい}を {見|み}ます',
    en: 'Passphrase, two-step sign-in, devices signed in',
    pt: 'Senha, entrada em duas etapas, aparelhos conectados',
  },
  accounts: {
    ja: '{職員|しょくいん}アカウントの{管理|かんり}',
    'ja-x-yasashii': '{職員|しょくいん}の アカウント',
    en: 'Staff accounts',
    pt: 'Contas dos servidores',
  },
  accountsSummary: {
    ja: '{作成|さくせい}、{再発行|さいはっこう}、{停止|ていし}、{職務|しょくむ}の{付与|ふよ}',
    'ja-x-yasashii': 'アカウントを {作|つく}ったり、{止|と}めたり します',
    en: 'Create, reset and disable accounts; entrust duties',
    pt: 'Criar, redefinir e desativar contas; atribuir funções',
  },
  audit: {
    ja: '{監査記録|かんさきろく}',
    'ja-x-yasashii': '{使|つか}った {記録|きろく}',
    en: 'Audit log',
    pt: 'Registro de auditoria',
  },
  auditSummary: {
    ja: '{誰|だれ}が、いつ、{何|なに}を{見|み}て{何|なに}をしたか',
    'ja-x-yasashii': '{誰|だれ}が、いつ、{何|なに}を したか',
    en: 'Who saw or did what, and when',
    pt: 'Quem viu ou fez o quê, e quando',
  },
})
