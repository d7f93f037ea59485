import { phrases } from '#kernel/text/text.ts'

export const indicatorWords = phrases({
  first: { ja: '{住民記録|じゅうみんきろく}の{運用開始|うんようかいし}から{数|かぞ}える', 'ja-x-yasashii': '{使|つか}い{始|はじ}めた ときから {数|かぞ}えます', en: 'Counted since the register was taken into use', pt: 'Contado desde o início do uso do registro' },
  entries: { ja: '{住民異動|じゅうみんいどう}の{処理件数|しょりけんすう}', 'ja-x-yasashii': '{引|ひ}っ{越|こ}しなどの {届|とど}けの {数|かず}', en: 'Entries made in the resident register', pt: 'Lançamentos no registro de residentes' },
  late: { ja: '{期限後|きげんご}の{届出|とどけで}の{割合|わりあい}', 'ja-x-yasashii': '{遅|おく}れた {届|とど}けの {割合|わりあい}', en: 'Share of notices made after the deadline', pt: 'Parcela de avisos fora do prazo' },
  days: { ja: '{届出|とどけで}から{反映|はんえい}までの{日数|にっすう}（{中央値|ちゅうおうち}）', 'ja-x-yasashii': '{届|とど}けてから {記録|きろく}に {入|い}れるまでの {日|ひ}', en: 'Days from the notice to the register (median)', pt: 'Dias do aviso ao registro (mediana)' },
  sentBack: { ja: '{審査|しんさ}での{差戻|さしもど}し{件数|けんすう}', 'ja-x-yasashii': '{返|かえ}された {届|とど}けの {数|かず}', en: 'Entries sent back in review', pt: 'Lançamentos devolvidos na revisão' },
  prepared: { ja: '{自宅|じたく}での{事前入力|じぜんにゅうりょく}の{件数|けんすう}', 'ja-x-yasashii': '{家|いえ}で {準備|じゅんび}した {数|かず}', en: 'Moves prepared at home', pt: 'Mudanças preparadas em casa' },
  opened: { ja: '{窓口|まどぐち}で{開|ひら}いた{事前入力|じぜんにゅうりょく}の{件数|けんすう}', 'ja-x-yasashii': '{窓口|まどぐち}で {開|ひら}いた {数|かず}', en: 'Preparations opened at the counter', pt: 'Preparações abertas no balcão' },
  cases: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'entries', pt: 'lançamentos' },
  percent: { ja: '％', 'ja-x-yasashii': '％', en: '%', pt: '%' },
  daysUnit: { ja: '{日|にち}', 'ja-x-yasashii': '{日|にち}', en: 'days', pt: 'dias' },
})
