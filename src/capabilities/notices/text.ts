import { phrases } from '#kernel/text/text.ts'

export const words = phrases({
  title: { ja: 'お{知|し}らせの{配信|はいしん}', 'ja-x-yasashii': 'お{知|し}らせを {送|おく}る', en: 'Notices', pt: 'Avisos' },
  summary: {
    ja: '{市|し}からのお{知|し}らせを、メール、プッシュ{通知|つうち}、LINE などで{届|とど}けます。',
    'ja-x-yasashii': '{市|し}からの お{知|し}らせを、メールや LINE などで {届|とど}けます。',
    en: 'News and warnings from the city by mail, push message, LINE and more.',
    pt: 'Notícias e alertas da cidade por e-mail, notificação push, LINE e outros meios.',
  },
})
