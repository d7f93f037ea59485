import { phrases } from '#kernel/text/text.ts'

export const text = phrases({
  title: { ja: 'ポータル', 'ja-x-yasashii': 'トップページ', en: 'Portal', pt: 'Portal' },
  summary: {
    ja: 'まちの{手続|てつづ}きと{情報|じょうほう}の{入口|いりぐち}',
    'ja-x-yasashii': '{町|まち}の {手続|てつづ}きと {情報|じょうほう}の {入口|いりぐち}',
    en: 'The way in to the city\'s services and information',
    pt: 'A entrada para os serviços e informações da cidade',
  },
  greeting: {
    ja: '{暮|く}らしを、つなぐ。',
    'ja-x-yasashii': '{町|まち}と あなたを つなぐ',
    en: 'Connecting everyday life',
    pt: 'Conectando o dia a dia',
  },
  lead: {
    ja: '{手続|てつづ}きと{情報|じょうほう}を、ひとつの{窓口|まどぐち}で。',
    'ja-x-yasashii': '{町|まち}の サービスは ここから {使|つか}えます。',
    en: 'The city\'s services and information in one place.',
    pt: 'Serviços e informações da cidade em um só lugar.',
  },
  parts: { ja: '{部品|ぶひん}の{見本|みほん}', 'ja-x-yasashii': 'ページの {部品|ぶひん}', en: 'Parts of our pages', pt: 'Componentes das páginas' },
  services: { ja: 'サービス', 'ja-x-yasashii': 'サービス', en: 'Services', pt: 'Serviços' },
  staffDesk: { ja: '{職員|しょくいん}の{机|つくえ}', 'ja-x-yasashii': '{職員|しょくいん}の ページ', en: 'Staff desk', pt: 'Mesa do servidor' },
  staffLead: {
    ja: '{今日|きょう}の{仕事|しごと}はここから{始|はじ}められます。',
    'ja-x-yasashii': '{仕事|しごと}は ここから {始|はじ}めます。',
    en: 'Start today\'s work here.',
    pt: 'Comece aqui o trabalho de hoje.',
  },
  nothingForYou: {
    ja: '{担当|たんとう}する{仕事|しごと}がまだありません',
    'ja-x-yasashii': '{仕事|しごと}が まだ ありません',
    en: 'No work has been entrusted to you yet',
    pt: 'Nenhuma tarefa foi atribuída a você ainda',
  },
  nothingForYouBody: {
    ja: '{職務|しょくむ}が{付与|ふよ}されると、ここに{並|なら}びます。',
    'ja-x-yasashii': '{仕事|しごと}が {決|き}まると、ここに {出|で}ます。',
    en: 'Duties given to you by the administrator appear here.',
    pt: 'As funções atribuídas pelo administrador aparecem aqui.',
  },
})
