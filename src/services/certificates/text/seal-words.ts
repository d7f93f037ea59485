import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { ImpressionProblem } from '../rules/impression.ts'

export const sealWords = phrases({
  title: { ja: '{印鑑登録|いんかんとうろく}', 'ja-x-yasashii': '{印鑑|いんかん}の {登録|とうろく}', en: 'Seal registration', pt: 'Registro de carimbo' },
  number: { ja: '{登録番号|とうろくばんごう}', 'ja-x-yasashii': '{登録|とうろく} {番号|ばんごう}', en: 'Registration number', pt: 'Número de registro' },
  size: { ja: '{印影|いんえい}の{大|おお}きさ', 'ja-x-yasashii': '{印鑑|いんかん}の {大|おお}きさ', en: 'Size of the impression', pt: 'Tamanho da impressão' },
  registeredAt: { ja: '{登録|とうろく}した{日時|にちじ}', 'ja-x-yasashii': '{登録|とうろく}した {日|ひ}', en: 'Registered', pt: 'Registrado em' },
  impression: { ja: '{印影|いんえい}の{画像|がぞう}', 'ja-x-yasashii': '{印鑑|いんかん}の {画像|がぞう}', en: 'Image of the impression', pt: 'Imagem da impressão' },
  impressionHint: { ja: 'スキャナーで{読|よ}み{取|と}ったPNG。{周|まわ}りに{余白|よはく}を{残|のこ}します', 'ja-x-yasashii': 'スキャナーの PNG。まわりに {白|しろ}い ところを {残|のこ}します', en: 'A scanned PNG with white around the impression', pt: 'PNG digitalizado, com margem branca' },
  dotsPerInch: { ja: '{読取解像度|よみとりかいぞうど}（dpi）', 'ja-x-yasashii': 'スキャナーの dpi', en: 'Resolution of the scan (dpi)', pt: 'Resolução da digitalização (dpi)' },
  dotsPerInchHint: { ja: '{印影|いんえい}の{大|おお}きさはこの{値|あたい}から{測|はか}ります', 'ja-x-yasashii': '{大|おお}きさを {測|はか}るのに {使|つか}います', en: 'The size of the impression is measured by it', pt: 'O tamanho é medido por este valor' },
  register: { ja: '{登録|とうろく}する', 'ja-x-yasashii': '{登録|とうろく}する', en: 'Register', pt: 'Registrar' },
  registered: { ja: '{印鑑|いんかん}を{登録|とうろく}しました。{登録証|とうろくしょう}を{渡|わた}してください。', 'ja-x-yasashii': '{印鑑|いんかん}を {登録|とうろく}しました。', en: 'The seal was registered. Hand over the registration card.', pt: 'O carimbo foi registrado. Entregue o cartão.' },
  end: { ja: '{廃止|はいし}する（{登録証|とうろくしょう}の{返納|へんのう}）', 'ja-x-yasashii': '{登録|とうろく}を やめる', en: 'End the registration', pt: 'Encerrar o registro' },
  endLost: { ja: '{廃止|はいし}する（{登録証|とうろくしょう}の{亡失|ぼうしつ}）', 'ja-x-yasashii': '{登録|とうろく}を やめる（カードを なくした）', en: 'End it (card lost)', pt: 'Encerrar (cartão perdido)' },
  ended: { ja: '{印鑑登録|いんかんとうろく}を{廃止|はいし}しました。{証明書|しょうめいしょ}はこの{時点|じてん}から{発行|はっこう}されません。', 'ja-x-yasashii': '{印鑑|いんかん}の {登録|とうろく}を やめました。', en: 'The registration has ended. Nothing is issued on it from now on.', pt: 'O registro foi encerrado. Nada mais é emitido com ele.' },
  bar: { ja: '{登録|とうろく}できない{者|もの}とする（{意思能力|いしのうりょく}を{有|ゆう}しない{者|もの}）', 'ja-x-yasashii': '{登録|とうろく}できない {人|ひと}に する', en: 'Bar from registration (no capacity)', pt: 'Impedir o registro (incapacidade)' },
  liftBar: { ja: '{登録|とうろく}の{制限|せいげん}を{解|と}く', 'ja-x-yasashii': '{登録|とうろく}できる ように する', en: 'Lift the bar', pt: 'Retirar o impedimento' },
  barred: { ja: '{登録|とうろく}できない{者|もの}です', 'ja-x-yasashii': '{登録|とうろく}できない {人|ひと}です', en: 'Barred from registration', pt: 'Impedido de registrar' },
  barChanged: { ja: '{登録|とうろく}の{制限|せいげん}を{変|か}えました。', 'ja-x-yasashii': '{変|か}えました。', en: 'The bar was changed.', pt: 'O impedimento foi alterado.' },
  minor: { ja: '15{歳|さい}{未満|みまん}の{方|かた}は{登録|とうろく}できません', 'ja-x-yasashii': '15{歳|さい}より {小|ちい}さい {人|ひと}は できません', en: 'A person under fifteen cannot register', pt: 'Menores de quinze anos não podem registrar' },
  hasOne: { ja: 'すでに{登録|とうろく}があります。{先|さき}に{廃止|はいし}してください。', 'ja-x-yasashii': 'もう {登録|とうろく}が あります。', en: 'A seal is registered already. End it first.', pt: 'Já há um carimbo. Encerre-o primeiro.' },
})

export const impressionWords: Readonly<Record<ImpressionProblem, Phrase<never>>> = phrases({
  'not-a-png': { ja: 'PNG（8ビット、インターレースなし）ではありません。スキャナーの{設定|せってい}を{確|たし}かめてください。', 'ja-x-yasashii': 'PNGでは ありません。', en: 'It is not a PNG of 8 bits without interlacing. Check the settings of the scanner.', pt: 'Não é PNG de 8 bits sem entrelaçamento. Verifique o scanner.' },
  'too-large': { ja: 'ファイルが{大|おお}きすぎます（2MBまで）。{印影|いんえい}だけを{読|よ}み{取|と}ってください。', 'ja-x-yasashii': 'ファイルが {大|おお}きすぎます。', en: 'The file is too large (2 MB at most). Scan the impression alone.', pt: 'O arquivo é grande demais (até 2 MB). Digitalize só a impressão.' },
  empty: { ja: '{印影|いんえい}が{見|み}つかりません。', 'ja-x-yasashii': '{印鑑|いんかん}が {見|み}えません。', en: 'No impression was found.', pt: 'Nenhuma impressão encontrada.' },
  'too-small-a-seal': { ja: '{一辺|いっぺん}8ミリメートルの{正方形|せいほうけい}に{収|おさ}まる{印鑑|いんかん}は{登録|とうろく}できません。', 'ja-x-yasashii': '{小|ちい}さすぎます（8ミリより {大|おお}きい もの）。', en: 'A seal within a square of 8 mm cannot be registered.', pt: 'Carimbo que cabe em 8 mm não pode ser registrado.' },
  'too-large-a-seal': { ja: '{一辺|いっぺん}25ミリメートルの{正方形|せいほうけい}に{収|おさ}まらない{印鑑|いんかん}は{登録|とうろく}できません。', 'ja-x-yasashii': '{大|おお}きすぎます（25ミリまで）。', en: 'A seal beyond a square of 25 mm cannot be registered.', pt: 'Carimbo maior que 25 mm não pode ser registrado.' },
  'at-the-edge': { ja: '{印影|いんえい}が{画像|がぞう}の{端|はし}にかかっています。{余白|よはく}を{残|のこ}して{読|よ}み{取|と}ってください。', 'ja-x-yasashii': '{端|はし}に かかって います。', en: 'The impression touches the edge of the image. Leave white around it.', pt: 'A impressão toca a borda. Deixe margem branca.' },
})
