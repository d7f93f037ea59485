import { phrases } from '#kernel/text/text.ts'

export const words = phrases({
  title: { ja: '{送|おく}ったメール', 'ja-x-yasashii': '{送|おく}った メール', en: 'Mail sent', pt: 'E-mails enviados' },
  summary: {
    ja: '{市|し}から{出|で}たメールと、その{結果|けっか}。',
    'ja-x-yasashii': '{市|し}が {送|おく}った メールと その {結果|けっか}です。',
    en: 'Mail that left the city, and what became of it.',
    pt: 'E-mails enviados pela cidade e o resultado.',
  },
  lead: {
    ja: '{宛先|あてさき}と{本文|ほんぶん}は、{相手|あいて}のサーバーに{渡|わた}した{時|とき}に{消|け}します。{残|のこ}るのは{用件|ようけん}と{結果|けっか}だけです。',
    'ja-x-yasashii': '{送|おく}った あと、あて{先|さき}と {文|ぶん}は {消|け}します。{用件|ようけん}と {結果|けっか}だけ {残|のこ}ります。',
    en: 'Address and text are erased once the letter is handed over. Only its purpose and the result stay.',
    pt: 'O endereço e o texto são apagados após a entrega ao servidor. Ficam apenas a finalidade e o resultado.',
  },
  standIn: {
    ja: '{外|そと}のメールサーバーの{代|か}わり',
    'ja-x-yasashii': '{外|そと}の メールサーバーの {代|か}わり',
    en: 'A stand-in for the mail server outside',
    pt: 'Substituto do servidor de e-mail externo',
  },
  standInBody: {
    ja: 'メールサーバーが{決|き}められていないので、このパソコンの{中|なか}で{受|う}け{取|と}っています。{外|そと}には{出|で}ません。{出|だ}すには SMTP_URL を{設定|せってい}します。',
    'ja-x-yasashii': 'メールは {外|そと}に {出|で}ません。この パソコンの {中|なか}で {受|う}け{取|と}ります。{出|だ}す ときは SMTP_URL を {決|き}めます。',
    en: 'No mail server is named, so letters are received on this machine and go nowhere. Set SMTP_URL to send them.',
    pt: 'Nenhum servidor foi definido: os e-mails são recebidos nesta máquina e não saem. Defina SMTP_URL para enviá-los.',
  },
  empty: { ja: 'まだ1{通|つう}も{出|で}ていません', 'ja-x-yasashii': 'まだ 1{通|つう}も {出|で}て いません', en: 'No letter has left yet', pt: 'Nenhum e-mail foi enviado ainda' },
  emptyBody: {
    ja: 'サービスがメールを{出|だ}すと、ここに{並|なら}びます。',
    'ja-x-yasashii': 'メールを {出|だ}すと ここに {出|で}ます。',
    en: 'Letters that services send are listed here.',
    pt: 'Os e-mails enviados pelos serviços aparecem aqui.',
  },
  writtenAt: { ja: '{書|か}いた{時|とき}', 'ja-x-yasashii': '{書|か}いた {時|とき}', en: 'Written', pt: 'Escrito em' },
  purpose: { ja: '{用件|ようけん}', 'ja-x-yasashii': '{用件|ようけん}', en: 'Purpose', pt: 'Finalidade' },
  state: { ja: '{結果|けっか}', 'ja-x-yasashii': '{結果|けっか}', en: 'Result', pt: 'Resultado' },
  answer: { ja: '{相手|あいて}のサーバーの{返事|へんじ}', 'ja-x-yasashii': '{相手|あいて}の サーバーの {返事|へんじ}', en: 'What the server said', pt: 'Resposta do servidor' },
  waiting: { ja: '{待|ま}っています', 'ja-x-yasashii': '{待|ま}って います', en: 'Waiting', pt: 'Aguardando' },
  sent: { ja: '{渡|わた}しました', 'ja-x-yasashii': '{渡|わた}しました', en: 'Handed over', pt: 'Entregue ao servidor' },
  refused: { ja: '{断|ことわ}られました', 'ja-x-yasashii': '{断|ことわ}られました', en: 'Refused', pt: 'Recusado' },
  received: { ja: '{届|とど}いたメール', 'ja-x-yasashii': '{届|とど}いた メール', en: 'The letter that arrived', pt: 'E-mail recebido' },
  receivedLead: {
    ja: '{通信|つうしん}された{内容|ないよう}そのものです。',
    'ja-x-yasashii': '{送|おく}られた {形|かたち}の まま です。',
    en: 'Exactly as it went over the wire.',
    pt: 'Exatamente como foi transmitido.',
  },
  newer: { ja: '{新|あたら}しいメール', 'ja-x-yasashii': '{新|あたら}しい メール', en: 'Newer', pt: 'Mais recentes' },
  older: { ja: '{古|ふる}いメール', 'ja-x-yasashii': '{古|ふる}い メール', en: 'Older', pt: 'Mais antigos' },
})
