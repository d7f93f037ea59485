import type { NoticeTexts } from '#capabilities/notices/model.ts'
import type { Level } from '../model.ts'

const origin = 'human'

/** What is sent where the phrasebook has no approved sentences. */
export const tellingWords = {
  raised: (level: Level): NoticeTexts => ({
    ja: { origin, title: `{土砂|どしゃ}{災害|さいがい} レベル${level}`, sentences: [`{登録|とうろく}した{家|いえ}の{近|ちか}くの{土砂|どしゃ}{災害|さいがい}の{危険度|きけんど}がレベル${level}になりました。`, '{崖|がけ}や{川|かわ}から{離|はな}れてください。'] },
    'ja-x-yasashii': { origin, title: `{土砂|どしゃ}くずれ レベル${level}`, sentences: [`{家|いえ}の {近|ちか}くが {危|あぶ}ないです。レベル${level}です。`, '{山|やま}や {川|かわ}から はなれて ください。'] },
    en: { origin, title: `Landslide level ${level}`, sentences: [`The landslide danger near your registered home is now at level ${level}.`, 'Keep away from slopes and streams.'] },
    pt: { origin, title: `Deslizamento nível ${level}`, sentences: [`O perigo de deslizamento perto da casa cadastrada está no nível ${level}.`, 'Afaste-se de encostas e córregos.'] },
  }),
  eased: (level: Level): NoticeTexts => ({
    ja: { origin, title: `{土砂|どしゃ}{災害|さいがい} レベル${level} まだ{危険|きけん}です`, sentences: [`{登録|とうろく}した{家|いえ}の{近|ちか}くの{危険度|きけんど}はレベル${level}に{下|さ}がりましたが、まだ{危険|きけん}です。`, '{市|し}が{避難|ひなん}の{解除|かいじょ}を{知|し}らせるまで、{家|いえ}に{戻|もど}らないでください。'] },
    'ja-x-yasashii': { origin, title: `{土砂|どしゃ}くずれ レベル${level}。 まだ {危|あぶ}ないです`, sentences: [`{家|いえ}の {近|ちか}くは レベル${level}に なりました。`, 'まだ {危|あぶ}ないです。', '{市|し}が 「もう だいじょうぶ」と {言|い}うまで、{家|いえ}に {帰|かえ}らないで ください。'] },
    en: { origin, title: `Landslide level ${level}: still dangerous`, sentences: [`The danger near your registered home has fallen to level ${level}. It is still dangerous.`, 'Do not go back until the city lifts the evacuation.'] },
    pt: { origin, title: `Deslizamento nível ${level}: ainda há perigo`, sentences: [`O perigo perto da casa cadastrada caiu para o nível ${level}. Ainda há perigo.`, 'Não volte até que a cidade encerre a evacuação.'] },
  }),
  lowered: (): NoticeTexts => ({
    ja: { origin, title: '{土砂|どしゃ}{災害|さいがい}の{危険度|きけんど}が{下|さ}がりました', sentences: ['{登録|とうろく}した{家|いえ}の{近|ちか}くの{危険度|きけんど}が{下|さ}がりました。', '{市|し}が{避難|ひなん}の{解除|かいじょ}を{知|し}らせるまで、{家|いえ}に{戻|もど}らないでください。'] },
    'ja-x-yasashii': { origin, title: '{土砂|どしゃ}くずれの {危険|きけん}が {下|さ}がりました', sentences: ['{危険|きけん}が {下|さ}がりました。', '{市|し}が 「もう だいじょうぶ」と {言|い}うまで、{家|いえ}に {帰|かえ}らないで ください。'] },
    en: { origin, title: 'The landslide danger has fallen', sentences: ['The danger near your registered home has fallen.', 'Do not go back until the city lifts the evacuation.'] },
    pt: { origin, title: 'O perigo de deslizamento diminuiu', sentences: ['O perigo perto da casa cadastrada diminuiu.', 'Não volte até que a cidade encerre a evacuação.'] },
  }),
}
