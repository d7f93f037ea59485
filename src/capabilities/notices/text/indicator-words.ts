import { phrases } from '#kernel/text/text.ts'

export const indicatorWords = phrases({
  registered: { ja: 'お{知|し}らせの{登録|とうろく}', 'ja-x-yasashii': 'お{知|し}らせの {登録|とうろく}', en: 'Subscriptions to notices', pt: 'Inscrições nos avisos' },
  registeredByChannel: { ja: 'お{知|し}らせの{登録|とうろく}（{受|う}け{取|と}り{方|かた}）', 'ja-x-yasashii': 'お{知|し}らせの {登録|とうろく}（もらい{方|かた}）', en: 'Subscriptions to notices, by channel', pt: 'Inscrições nos avisos, por canal' },
  left: { ja: 'お{知|し}らせの{登録|とうろく}を{止|と}めた{数|かず}', 'ja-x-yasashii': '{登録|とうろく}を {止|と}めた {数|かず}', en: 'Subscriptions left', pt: 'Inscrições encerradas' },
  issued: { ja: '{送|おく}ったお{知|し}らせ', 'ja-x-yasashii': '{送|おく}った お{知|し}らせ', en: 'Notices sent', pt: 'Avisos enviados' },
  handed: { ja: '{相手|あいて}のサーバーに{渡|わた}した{通数|つうすう}', 'ja-x-yasashii': '{渡|わた}した {数|かず}', en: 'Messages handed over', pt: 'Mensagens entregues aos servidores' },
  refused: { ja: '{断|ことわ}られた{通数|つうすう}', 'ja-x-yasashii': '{断|ことわ}られた {数|かず}', en: 'Messages refused', pt: 'Mensagens recusadas' },
  handed10: { ja: '10{秒|びょう}{以内|いない}に{渡|わた}した{通数|つうすう}', 'ja-x-yasashii': '10{秒|びょう}の {間|あいだ}に {渡|わた}した {数|かず}', en: 'Handed over within 10 seconds', pt: 'Entregues em 10 segundos' },
  handed60: { ja: '60{秒|びょう}{以内|いない}に{渡|わた}した{通数|つうすう}', 'ja-x-yasashii': '60{秒|びょう}の {間|あいだ}に {渡|わた}した {数|かず}', en: 'Handed over within 60 seconds', pt: 'Entregues em 60 segundos' },
  through10: { ja: '10{秒|びょう}{未満|みまん}で{全員分|ぜんいんぶん}を{渡|わた}し{終|お}えた{送信|そうしん}の{割合|わりあい}', 'ja-x-yasashii': '10{秒|びょう}より {早|はや}く ぜんぶ {渡|わた}した {割合|わりあい}', en: 'Broadcasts handed over to the last message in under 10 seconds', pt: 'Envios concluídos até a última mensagem em menos de 10 segundos' },
  through60: { ja: '60{秒|びょう}{未満|みまん}で{全員分|ぜんいんぶん}を{渡|わた}し{終|お}えた{送信|そうしん}の{割合|わりあい}', 'ja-x-yasashii': '60{秒|びょう}より {早|はや}く ぜんぶ {渡|わた}した {割合|わりあい}', en: 'Broadcasts handed over to the last message in under 60 seconds', pt: 'Envios concluídos até a última mensagem em menos de 60 segundos' },
  seconds: { ja: '{送|おく}り{終|お}わるまでの{秒数|びょうすう}（{中央値|ちゅうおうち}）', 'ja-x-yasashii': '{終|お}わるまでの {秒|びょう}', en: 'Seconds until all was sent (median)', pt: 'Segundos até o fim do envio (mediana)' },
  drills: { ja: '{訓練|くんれん}のお{知|し}らせ', 'ja-x-yasashii': '{訓練|くんれん}の お{知|し}らせ', en: 'Drill notices', pt: 'Avisos de simulado' },
  cases: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'cases', pt: 'casos' },
  messages: { ja: '{通|つう}', 'ja-x-yasashii': '{通|つう}', en: 'messages', pt: 'mensagens' },
  percent: { ja: '%', 'ja-x-yasashii': '%', en: '%', pt: '%' },
  secondsUnit: { ja: '{秒|びょう}', 'ja-x-yasashii': '{秒|びょう}', en: 's', pt: 's' },
  first: { ja: '{数|かぞ}え{始|はじ}めた{時|とき}の{決|き}め{方|かた}', 'ja-x-yasashii': 'はじめの {決|き}まり', en: 'The first definition', pt: 'A primeira definição' },
})
