import { phrases } from '#kernel/text/text.ts'

export const indicatorWords = phrases({
  first: { ja: 'サービスの{開始|かいし}', 'ja-x-yasashii': '{始|はじ}め', en: 'The service began', pt: 'Início do serviço' },
  homes: { ja: '{土砂|どしゃ}{災害|さいがい}のお{知|し}らせを{登録|とうろく}した{家|いえ}', 'ja-x-yasashii': '{登録|とうろく}した {家|いえ}', en: 'Homes registered for landslide warnings', pt: 'Casas cadastradas para avisos de deslizamento' },
  homesUnit: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'homes', pt: 'casas' },
  signs: { ja: '{前触|まえぶ}れの{通報|つうほう}', 'ja-x-yasashii': '{通報|つうほう}の {数|かず}', en: 'Signs reported', pt: 'Sinais avisados' },
  cases: { ja: '{件|けん}', 'ja-x-yasashii': '{件|けん}', en: 'reports', pt: 'avisos' },
  drills: { ja: '{土砂|どしゃ}{災害|さいがい}の{訓練|くんれん}', 'ja-x-yasashii': '{土砂|どしゃ}くずれの {訓練|くんれん}', en: 'Landslide drills', pt: 'Simulados de deslizamento' },
  times: { ja: '{回|かい}', 'ja-x-yasashii': '{回|かい}', en: 'times', pt: 'vezes' },
})
