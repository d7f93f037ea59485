import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { EntryKind, EntrySource, EntryStatus } from '../model.ts'
import type { HouseholdAct } from '../rules/household-acts.ts'
import type { EntryStep } from '../store/entries.ts'

export const entryWords = phrases({
  in: { ja: '{転入|てんにゅう}', 'ja-x-yasashii': '{転入|てんにゅう}（ほかの {市|し}から {来|く}る）', en: 'Moving in', pt: 'Mudança para a cidade' },
  out: { ja: '{転出|てんしゅつ}', 'ja-x-yasashii': '{転出|てんしゅつ}（ほかの {市|し}へ {行|い}く）', en: 'Moving out', pt: 'Mudança para fora' },
  move: { ja: '{転居|てんきょ}', 'ja-x-yasashii': '{転居|てんきょ}（{市|し}の {中|なか}で {引|ひ}っ{越|こ}す）', en: 'Moving within the city', pt: 'Mudança dentro da cidade' },
  household: { ja: '{世帯変更|せたいへんこう}', 'ja-x-yasashii': '{世帯|せたい}を {変|か}える', en: 'Change of household', pt: 'Alteração do domicílio' },
  birth: { ja: '{出生|しゅっしょう}', 'ja-x-yasashii': '{赤|あか}ちゃんが {生|う}まれた', en: 'Birth', pt: 'Nascimento' },
  death: { ja: '{死亡|しぼう}', 'ja-x-yasashii': '{亡|な}くなった', en: 'Death', pt: 'Óbito' },
  koseki: { ja: '{戸籍|こせき}の{届出|とどけで}による{修正|しゅうせい}', 'ja-x-yasashii': '{結婚|けっこん}などで {変|か}わった', en: 'Amendment after an entry in the family register', pt: 'Alteração após registro familiar' },
  official: { ja: '{職権|しょっけん}', 'ja-x-yasashii': '{市|し}が {決|き}めて {書|か}く', en: 'Act of the office', pt: 'Ato da prefeitura' },
  correction: { ja: '{訂正|ていせい}', 'ja-x-yasashii': '{間違|まちが}いを {直|なお}す', en: 'Correction', pt: 'Correção' },
  cancel: { ja: '{異動|いどう}の{取消|とりけし}', 'ja-x-yasashii': '{届|とど}けを {取|と}り{消|け}す', en: 'Cancellation of an entry', pt: 'Cancelamento de lançamento' },
  draft: { ja: '{下書|したが}き', 'ja-x-yasashii': '{書|か}いて いる {途中|とちゅう}', en: 'Draft', pt: 'Rascunho' },
  review: { ja: '{審査待|しんさま}ち', 'ja-x-yasashii': '{確|たし}かめるのを {待|ま}って いる', en: 'In review', pt: 'Em revisão' },
  approved: { ja: '{決裁済|けっさいず}み・{反映待|はんえいま}ち', 'ja-x-yasashii': '{認|みと}めた。{日|ひ}を {待|ま}って いる', en: 'Approved, waiting for its day', pt: 'Aprovado, aguardando a data' },
  applied: { ja: '{反映済|はんえいず}み', 'ja-x-yasashii': '{記録|きろく}に {入|はい}った', en: 'In the register', pt: 'No registro' },
  cancelled: { ja: '{取消済|とりけしず}み', 'ja-x-yasashii': '{取|と}り{消|け}した', en: 'Cancelled', pt: 'Cancelado' },
  withdrawn: { ja: '{破棄|はき}した{下書|したが}き', 'ja-x-yasashii': 'やめた {下書|したが}き', en: 'Draft undone', pt: 'Rascunho desfeito' },
  stepDrafted: { ja: '{下書|したが}きを{作成|さくせい}', 'ja-x-yasashii': '{下書|したが}きを {作|つく}った', en: 'Drafted', pt: 'Redigido' },
  stepChanged: { ja: '{下書|したが}きを{変更|へんこう}', 'ja-x-yasashii': '{下書|したが}きを {直|なお}した', en: 'Draft changed', pt: 'Rascunho alterado' },
  stepSubmitted: { ja: '{審査|しんさ}へ{提出|ていしゅつ}', 'ja-x-yasashii': '{確|たし}かめて もらうために {出|だ}した', en: 'Sent to review', pt: 'Enviado à revisão' },
  stepSentBack: { ja: '{差戻|さしもど}し', 'ja-x-yasashii': '{返|かえ}した', en: 'Sent back', pt: 'Devolvido' },
  stepApproved: { ja: '{決裁|けっさい}', 'ja-x-yasashii': '{認|みと}めた', en: 'Approved', pt: 'Aprovado' },
  stepApplied: { ja: '{住民票|じゅうみんひょう}に{反映|はんえい}', 'ja-x-yasashii': '{記録|きろく}に {入|い}れた', en: 'Entered into the register', pt: 'Lançado no registro' },
  stepCancelled: { ja: '{取消|とりけし}', 'ja-x-yasashii': '{取|と}り{消|け}した', en: 'Cancelled', pt: 'Cancelado' },
  stepWithdrawn: { ja: '{下書|したが}きを{破棄|はき}', 'ja-x-yasashii': '{下書|したが}きを やめた', en: 'Draft undone', pt: 'Rascunho desfeito' },
  counter: { ja: '{窓口|まどぐち}', 'ja-x-yasashii': '{窓口|まどぐち}', en: 'Counter', pt: 'Balcão' },
  prepared: { ja: '{事前入力|じぜんにゅうりょく}', 'ja-x-yasashii': '{家|いえ}で {書|か}いて きた', en: 'Prepared at home', pt: 'Preparado em casa' },
  certificate: { ja: '{転出証明書情報|てんしゅつしょうめいしょじょうほう}', 'ja-x-yasashii': '{前|まえ}の {市|し}からの データ', en: 'Data of the former city', pt: 'Dados da cidade anterior' },
  post: { ja: '{郵送|ゆうそう}', 'ja-x-yasashii': '{郵便|ゆうびん}', en: 'Post', pt: 'Correio' },
  portal: { ja: 'マイナポータル', 'ja-x-yasashii': 'マイナポータル', en: 'National portal', pt: 'Portal nacional' },
  office: { ja: '{職権|しょっけん}・{通知|つうち}', 'ja-x-yasashii': '{市|し}の {仕事|しごと}', en: 'The office', pt: 'A prefeitura' },
  settlement: { ja: '{移行|いこう}データ', 'ja-x-yasashii': '{前|まえ}の システムから', en: 'Taken over', pt: 'Migração' },
  split: { ja: '{世帯分離|せたいぶんり}', 'ja-x-yasashii': '{世帯|せたい}を {分|わ}ける', en: 'Split a household', pt: 'Separar domicílio' },
  merge: { ja: '{世帯合併|せたいがっぺい}', 'ja-x-yasashii': '{世帯|せたい}を {一|ひと}つに する', en: 'Join another household', pt: 'Unir a outro domicílio' },
  head: { ja: '{世帯主変更|せたいぬしへんこう}', 'ja-x-yasashii': '{世帯主|せたいぬし}を {変|か}える', en: 'Change of head', pt: 'Mudar o chefe' },
  relations: { ja: '{続柄|つづきがら}の{変更|へんこう}', 'ja-x-yasashii': '{関係|かんけい}を {変|か}える', en: 'Change of relationships', pt: 'Alterar parentesco' },
  record: { ja: '{職権記載|しょっけんきさい}', 'ja-x-yasashii': '{市|し}が {書|か}く', en: 'Enter by office', pt: 'Inscrever por ofício' },
  remove: { ja: '{職権消除|しょっけんしょうじょ}', 'ja-x-yasashii': '{市|し}が {消|け}す', en: 'Remove by office', pt: 'Remover por ofício' },
  amend: { ja: '{職権修正|しょっけんしゅうせい}', 'ja-x-yasashii': '{市|し}が {直|なお}す', en: 'Amend by office', pt: 'Alterar por ofício' },
})

export const KIND_WORDS: Readonly<Record<EntryKind, Phrase<never>>> = {
  in: entryWords.in, out: entryWords.out, move: entryWords.move, household: entryWords.household, birth: entryWords.birth, death: entryWords.death, koseki: entryWords.koseki,
  official: entryWords.official, correction: entryWords.correction, cancel: entryWords.cancel,
}
export const STATUS_WORDS: Readonly<Record<EntryStatus, Phrase<never>>> = {
  draft: entryWords.draft, review: entryWords.review, approved: entryWords.approved, applied: entryWords.applied, cancelled: entryWords.cancelled, withdrawn: entryWords.withdrawn,
}
export const STEP_WORDS: Readonly<Record<EntryStep, Phrase<never>>> = {
  drafted: entryWords.stepDrafted, changed: entryWords.stepChanged, submitted: entryWords.stepSubmitted, 'sent-back': entryWords.stepSentBack, approved: entryWords.stepApproved,
  applied: entryWords.stepApplied, cancelled: entryWords.stepCancelled, withdrawn: entryWords.stepWithdrawn,
}
export const SOURCE_WORDS: Readonly<Record<EntrySource, Phrase<never>>> = {
  counter: entryWords.counter, 'pre-notification': entryWords.prepared, certificate: entryWords.certificate, post: entryWords.post, portal: entryWords.portal, office: entryWords.office, settlement: entryWords.settlement,
}
export const HOUSEHOLD_ACT_WORDS: Readonly<Record<HouseholdAct, Phrase<never>>> = { split: entryWords.split, merge: entryWords.merge, head: entryWords.head, relations: entryWords.relations }
export const OFFICIAL_ACT_WORDS = { record: entryWords.record, remove: entryWords.remove, amend: entryWords.amend } as const
