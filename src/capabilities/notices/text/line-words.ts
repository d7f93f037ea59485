import { phrases } from '#kernel/text/text.ts'

/** What the LINE account says. LINE shows no readings over characters. */
export const lineWords = phrases({
  howToChange: {
    ja: '{変更|へんこう}・{停止|ていし}：このトークに{何|なに}か{送|おく}ると、リンクが{届|とど}きます。',
    'ja-x-yasashii': '{変|か}える・{止|と}める：この トークに {何|なに}か {送|おく}って ください。',
    en: 'Change or leave: send anything to this chat to get your link.',
    pt: 'Alterar ou sair: envie qualquer coisa nesta conversa para receber o link.',
  },
})
