import { phrases } from '#kernel/text/text.ts'

/** Below every notice that is sent by mail. */
export const mailWords = phrases({
  more: {
    ja: '{詳|くわ}しいこと、{新|あたら}しいことはこちらをご{覧|らん}ください。',
    'ja-x-yasashii': 'もっと {知|し}りたい ときは ここを {見|み}て ください。',
    en: 'More, and the latest:',
    pt: 'Mais informações e atualizações:',
  },
  change: {
    ja: 'この{登録|とうろく}の{変更|へんこう}・{停止|ていし}はこちらから。',
    'ja-x-yasashii': 'メールを {変|か}える、やめる ときは ここを {見|み}て ください。',
    en: 'To change or stop these messages:',
    pt: 'Para alterar ou cancelar estas mensagens:',
  },
})
