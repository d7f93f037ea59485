import { phrases } from '#kernel/text/text.ts'

export const purposeWords = phrases({
  'resident-record': {
    ja: '{住民票|じゅうみんひょう}の{記載|きさい}・{修正|しゅうせい}', 'ja-x-yasashii': '{住民票|じゅうみんひょう}を {書|か}く・{直|なお}す',
    en: 'Entering and correcting the resident record', pt: 'Lançar e corrigir o registro de residente',
  },
  certificate: {
    ja: '{番号|ばんごう}を{記載|きさい}した{住民票|じゅうみんひょう}の{写|うつ}しの{交付|こうふ}', 'ja-x-yasashii': '{番号|ばんごう}の ある {住民票|じゅうみんひょう}の {写|うつ}しを {出|だ}す',
    en: 'Issuing a copy of the resident record that shows the number', pt: 'Emitir cópia do registro com o número',
  },
  card: {
    ja: '{個人番号|こじんばんごう}カードの{交付|こうふ}・{管理|かんり}', 'ja-x-yasashii': 'マイナンバーカードを {渡|わた}す・{直|なお}す',
    en: 'Issuing and keeping the individual number card', pt: 'Entregar e administrar o cartão My Number',
  },
  'identity-check': {
    ja: '{本人確認|ほんにんかくにん}の{措置|そち}', 'ja-x-yasashii': '{本人|ほんにん}か どうかを {確|たし}かめる', en: 'Checking the number and identity of who brings it', pt: 'Conferir o número e a identidade de quem o apresenta',
  },
  'number-change': {
    ja: '{番号|ばんごう}の{変更|へんこう}', 'ja-x-yasashii': '{番号|ばんごう}を {変|か}える', en: 'Changing the number', pt: 'Mudança do número',
  },
  'network-inquiry': {
    ja: '{情報提供|じょうほうていきょう}ネットワークシステムによる{照会|しょうかい}', 'ja-x-yasashii': 'ほかの {役所|やくしょ}に {聞|き}く', en: 'Inquiry over the information provision network', pt: 'Consulta pela rede de informações',
  },
  'local-tax': {
    ja: '{地方税|ちほうぜい}の{賦課|ふか}・{徴収|ちょうしゅう}', 'ja-x-yasashii': '{税金|ぜいきん}の {仕事|しごと}', en: 'Assessing and collecting local taxes', pt: 'Lançamento e cobrança de impostos locais',
  },
  'health-insurance': {
    ja: '{国民健康保険|こくみんけんこうほけん}・{後期高齢者医療|こうきこうれいしゃいりょう}・{介護保険|かいごほけん}', 'ja-x-yasashii': '{健康保険|けんこうほけん}・{介護保険|かいごほけん}の {仕事|しごと}',
    en: 'Health and long-term care insurance', pt: 'Seguro de saúde e de cuidados',
  },
  childcare: {
    ja: '{児童手当|じどうてあて}・{保育|ほいく}の{給付|きゅうふ}', 'ja-x-yasashii': '{子|こ}どもの お{金|かね}・{保育園|ほいくえん}の {仕事|しごと}', en: 'Child allowance and childcare benefits', pt: 'Auxílio-infância e benefícios de creche',
  },
  welfare: {
    ja: '{生活保護|せいかつほご}・{障害者福祉|しょうがいしゃふくし}', 'ja-x-yasashii': '{生活保護|せいかつほご}・{障害|しょうがい}の ある{人|ひと}の {福祉|ふくし}', en: 'Public assistance and disability welfare', pt: 'Assistência social e bem-estar de pessoas com deficiência',
  },
  'medical-subsidy': {
    ja: '{福祉医療費|ふくしいりょうひ}の{助成|じょせい}', 'ja-x-yasashii': '{医療費|いりょうひ}の {助|たす}け', en: 'Medical expense subsidies', pt: 'Subsídio de despesas médicas',
  },
  disclosure: {
    ja: '{本人|ほんにん}による{開示|かいじ}の{請求|せいきゅう}', 'ja-x-yasashii': '{本人|ほんにん}が {自分|じぶん}の {記録|きろく}を {見|み}る', en: 'A person asking what is kept about them', pt: 'Pedido da própria pessoa para ver seus dados',
  },
})
