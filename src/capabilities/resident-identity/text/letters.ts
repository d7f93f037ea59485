import { phrases } from '#kernel/text/text.ts'

export const letterWords = phrases({
  subject: { ja: 'アカウントが{変|か}わりました', 'ja-x-yasashii': 'アカウントが {変|か}わりました', en: 'Your account was changed', pt: 'Sua conta foi alterada' },
  body: {
    ja: '{what}\n\nご{自分|じぶん}でされたことであれば、{何|なに}もする{必要|ひつよう}はありません。{心当|こころあ}たりがないときは、マイページの「アカウント」ですべての{端末|たんまつ}からサインアウトし、{市役所|しやくしょ}に{知|し}らせてください。',
    'ja-x-yasashii': '{what}\n\n{自分|じぶん}で した ときは、{何|なに}も しなくて いいです。{知|し}らない ときは、{市役所|しやくしょ}に {言|い}って ください。',
    en: '{what}\n\nIf it was you, there is nothing to do. If not, sign out everywhere under “Account” on My page, and tell City Hall.',
    pt: '{what}\n\nSe foi você, não é preciso fazer nada. Se não, saia de todos os aparelhos em “Conta” na Minha página e avise a Prefeitura.',
  },
  wayAdded: { ja: 'サインインの{方法|ほうほう}が{加|くわ}わりました。', 'ja-x-yasashii': 'サインインの しかたが {増|ふ}えました。', en: 'A way to sign in was added.', pt: 'Um modo de entrar foi adicionado.' },
  wayRemoved: { ja: 'サインインの{方法|ほうほう}が{外|はず}れました。', 'ja-x-yasashii': 'サインインの しかたが {減|へ}りました。', en: 'A way to sign in was removed.', pt: 'Um modo de entrar foi removido.' },
  powerTaken: { ja: '{頼|たの}まれた{人|ひと}が、あなたの{代理人|だいりにん}になりました。', 'ja-x-yasashii': 'あなたの {代|か}わりの {人|ひと}が {決|き}まりました。', en: 'The person you asked is now your proxy.', pt: 'A pessoa que você nomeou agora é sua procuradora.' },
})
