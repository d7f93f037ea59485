import { phrases } from '#kernel/text/text.ts'

/** Names of the service, its duties, its doors and its topics. */
export const serviceWords = phrases({
  title: { ja: '{安心|あんしん}メール', 'ja-x-yasashii': '{安心|あんしん}メール', en: 'Alert mail', pt: 'E-mail de alerta' },
  summary: {
    ja: '{防犯|ぼうはん}や{火災|かさい}のお{知|し}らせ、{学校|がっこう}からの{連絡|れんらく}、{職員|しょくいん}の{参集|さんしゅう}。',
    'ja-x-yasashii': '{安全|あんぜん}の お{知|し}らせと、{学校|がっこう}からの {連絡|れんらく}です。',
    en: 'Alerts on safety, messages from schools, and the call-out of staff.',
    pt: 'Alertas de segurança, mensagens das escolas e convocação de servidores.',
  },
  alertDuty: { ja: '{安心|あんしん}メールの{配信|はいしん}', 'ja-x-yasashii': '{安心|あんしん}メールを {送|おく}る', en: 'Sends alert mail', pt: 'Envia e-mails de alerta' },
  schoolDuty: { ja: '{学校|がっこう}の{連絡|れんらく}メール', 'ja-x-yasashii': '{学校|がっこう}の メールを {送|おく}る', en: 'Keeps a school’s mail lists', pt: 'Cuida das listas da escola' },
  alertsEntrance: { ja: '{安心|あんしん}メールのお{知|し}らせ', 'ja-x-yasashii': '{安全|あんぜん}の お{知|し}らせ', en: 'Safety alerts', pt: 'Alertas de segurança' },
  alertsEntranceSummary: {
    ja: '{防犯|ぼうはん}、{行方|ゆくえ}{不明|ふめい}、{火災|かさい}、{催|もよお}しのお{知|し}らせ。',
    'ja-x-yasashii': '{事件|じけん}、{火事|かじ}、イベントなどの お{知|し}らせです。',
    en: 'Crime, missing persons, fires, events.', pt: 'Crimes, desaparecidos, incêndios, eventos.',
  },
  joinEntrance: { ja: '{学校|がっこう}の{連絡|れんらく}メールに{登録|とうろく}する', 'ja-x-yasashii': '{学校|がっこう}の メールに {登録|とうろく}する', en: 'Join a school’s mail list', pt: 'Entrar na lista da escola' },
  joinEntranceSummary: {
    ja: '{学校|がっこう}・{園|えん}から{配|くば}られた{紙|かみ}の{番号|ばんごう}で{登録|とうろく}します。',
    'ja-x-yasashii': '{学校|がっこう}や {保育園|ほいくえん}で もらった {紙|かみ}の {番号|ばんごう}を {使|つか}います。',
    en: 'With the code on the sheet from your child’s school or nursery.', pt: 'Com o código da folha da escola ou creche.',
  },
  alertDesk: { ja: '{安心|あんしん}メールを{送|おく}る', 'ja-x-yasashii': '{安心|あんしん}メールを {送|おく}る', en: 'Send alerts', pt: 'Enviar alertas' },
  alertDeskSummary: { ja: '{下書|したが}き、{確認|かくにん}{待|ま}ち、{配信|はいしん}の{結果|けっか}', 'ja-x-yasashii': '{下書|したが}きと {送|おく}った {記録|きろく}', en: 'Drafts, confirmations and what was sent', pt: 'Rascunhos, confirmações e enviados' },
  schoolDesk: { ja: '{学校|がっこう}・{園|えん}の{連絡|れんらく}メール', 'ja-x-yasashii': '{学校|がっこう}の {連絡|れんらく}メール', en: 'School mail', pt: 'E-mails da escola' },
  schoolDeskSummary: { ja: '{学級|がっきゅう}の{名簿|めいぼ}、{招待|しょうたい}、{連絡|れんらく}と{既読|きどく}', 'ja-x-yasashii': 'クラスの リストと {連絡|れんらく}', en: 'Class lists, invitations, messages and receipts', pt: 'Listas, convites, mensagens e confirmações' },
  musterDesk: { ja: '{職員|しょくいん}{参集|さんしゅう}', 'ja-x-yasashii': '{職員|しょくいん}を {集|あつ}める', en: 'Staff muster', pt: 'Convocação de servidores' },
  musterDeskSummary: { ja: '{招集|しょうしゅう}、{回答|かいとう}のボード、{自分|じぶん}の{連絡先|れんらくさき}', 'ja-x-yasashii': '{職員|しょくいん}を {呼|よ}ぶ、{答|こた}えを {見|み}る', en: 'Calls, the board of replies, your own contacts', pt: 'Chamadas, quadro de respostas, seus contatos' },
  acts: { ja: '{操作|そうさ}', 'ja-x-yasashii': 'すること', en: 'What to do', pt: 'Ações' },
})

/** What residents may subscribe to, and what only lists get. */
export const topicWords = phrases({
  crime: { ja: '{防犯|ぼうはん}・{不審者|ふしんしゃ}', 'ja-x-yasashii': '{事件|じけん}・あやしい {人|ひと}', en: 'Crime and suspicious persons', pt: 'Crimes e pessoas suspeitas' },
  crimeSummary: { ja: '{不審者|ふしんしゃ}、{特殊|とくしゅ}{詐欺|さぎ}、{空|あ}き{巣|す}など。', 'ja-x-yasashii': 'あやしい {人|ひと}、お{金|かね}を だます {電話|でんわ}など。', en: 'Suspicious persons, scam calls, burglary.', pt: 'Suspeitos, golpes por telefone, furtos.' },
  missing: { ja: '{行方|ゆくえ}{不明|ふめい}の{方|かた}', 'ja-x-yasashii': 'いなく なった {人|ひと}', en: 'Missing persons', pt: 'Pessoas desaparecidas' },
  missingSummary: { ja: '{行方|ゆくえ}のわからない{方|かた}の{情報|じょうほう}{提供|ていきょう}のお{願|ねが}い。', 'ja-x-yasashii': 'いなく なった {人|ひと}を さがす お{願|ねが}いです。', en: 'When we ask for help to find somebody.', pt: 'Quando pedimos ajuda para encontrar alguém.' },
  fire: { ja: '{火災|かさい}', 'ja-x-yasashii': '{火事|かじ}', en: 'Fires', pt: 'Incêndios' },
  fireSummary: { ja: '{火災|かさい}の{発生|はっせい}と{鎮火|ちんか}。', 'ja-x-yasashii': '{火事|かじ}が {起|お}きた とき、{消|き}えた とき。', en: 'Fires that broke out and were put out.', pt: 'Incêndios iniciados e apagados.' },
  wildlife: { ja: 'クマなど{野生|やせい}{動物|どうぶつ}', 'ja-x-yasashii': 'クマなどの {動物|どうぶつ}', en: 'Bears and other animals', pt: 'Ursos e outros animais' },
  wildlifeSummary: { ja: 'クマ、イノシシなどの{出没|しゅつぼつ}。', 'ja-x-yasashii': 'クマや イノシシが {出|で}た とき。', en: 'Where bears or boars were seen.', pt: 'Onde ursos ou javalis foram vistos.' },
  events: { ja: '{催|もよお}し・お{知|し}らせ', 'ja-x-yasashii': 'イベント・お{知|し}らせ', en: 'Events and notices', pt: 'Eventos e avisos' },
  eventsSummary: { ja: '{市|し}の{催|もよお}しと{暮|く}らしのお{知|し}らせ。', 'ja-x-yasashii': '{市|し}の イベントと お{知|し}らせ。', en: 'What the city holds, and everyday notices.', pt: 'Eventos da cidade e avisos do dia a dia.' },
  schools: { ja: '{学校|がっこう}・{園|えん}', 'ja-x-yasashii': '{学校|がっこう}・{保育園|ほいくえん}', en: 'Schools and nurseries', pt: 'Escolas e creches' },
  schoolsSummary: { ja: '{学校|がっこう}・{園|えん}から{保護者|ほごしゃ}への{連絡|れんらく}。{名簿|めいぼ}に{登録|とうろく}した{方|かた}だけに{届|とど}きます。', 'ja-x-yasashii': '{学校|がっこう}から {保護者|ほごしゃ}への {連絡|れんらく}です。リストに {登録|とうろく}した {人|ひと}だけに {届|とど}きます。', en: 'From schools to guardians; reaches only who is on a class list.', pt: 'Das escolas aos responsáveis; só para quem está na lista da turma.' },
  staff: { ja: '{職員|しょくいん}{参集|さんしゅう}', 'ja-x-yasashii': '{職員|しょくいん}を {集|あつ}める', en: 'Staff muster', pt: 'Convocação de servidores' },
  staffSummary: { ja: '{市|し}{職員|しょくいん}への{招集|しょうしゅう}。{職員|しょくいん}だけに{届|とど}きます。', 'ja-x-yasashii': '{市|し}の {職員|しょくいん}だけに {届|とど}きます。', en: 'Call-outs; reaches only staff of the city.', pt: 'Convocações; só para servidores da cidade.' },
})
