import { phrases, type Phrase } from '#kernel/text/text.ts'
import type { HouseholdRegistration, Registration } from '../model.ts'

/** What is registered of a person and a household, as the law and the counter call it. */
export const fieldWords = phrases({
  name: { ja: '{氏名|しめい}', 'ja-x-yasashii': '{名前|なまえ}', en: 'Name', pt: 'Nome' },
  kana: { ja: '{氏名|しめい}の{振|ふ}り{仮名|がな}', 'ja-x-yasashii': '{名前|なまえ}の フリガナ', en: 'Reading of the name', pt: 'Leitura do nome' },
  alphabet: { ja: 'ローマ{字|じ}{氏名|しめい}', 'ja-x-yasashii': 'ローマ{字|じ}の {名前|なまえ}', en: 'Name in letters', pt: 'Nome em letras romanas' },
  commonName: { ja: '{通称|つうしょう}', 'ja-x-yasashii': '{通称|つうしょう}（いつも {使|つか}う {名前|なまえ}）', en: 'Name used', pt: 'Nome usado' },
  commonKana: { ja: '{通称|つうしょう}の{振|ふ}り{仮名|がな}', 'ja-x-yasashii': '{通称|つうしょう}の フリガナ', en: 'Reading of the name used', pt: 'Leitura do nome usado' },
  formerName: { ja: '{旧氏|きゅううじ}', 'ja-x-yasashii': '{前|まえ}の {名字|みょうじ}', en: 'Former surname', pt: 'Sobrenome anterior' },
  formerKana: { ja: '{旧氏|きゅううじ}の{振|ふ}り{仮名|がな}', 'ja-x-yasashii': '{前|まえ}の {名字|みょうじ}の フリガナ', en: 'Reading of the former surname', pt: 'Leitura do sobrenome anterior' },
  sex: { ja: '{性別|せいべつ}', 'ja-x-yasashii': '{性別|せいべつ}', en: 'Sex', pt: 'Sexo' },
  birthDate: { ja: '{生年月日|せいねんがっぴ}', 'ja-x-yasashii': '{生|う}まれた {日|ひ}', en: 'Date of birth', pt: 'Data de nascimento' },
  birthCertainty: { ja: '{生年月日|せいねんがっぴ}の{確|たし}かさ', 'ja-x-yasashii': '{生|う}まれた {日|ひ}は {確|たし}かですか', en: 'How sure the date of birth is', pt: 'Certeza da data de nascimento' },
  nationality: { ja: '{国籍|こくせき}・{地域|ちいき}', 'ja-x-yasashii': '{国籍|こくせき}', en: 'Nationality', pt: 'Nacionalidade' },
  residenceCategory: { ja: '{在留|ざいりゅう}の{区分|くぶん}', 'ja-x-yasashii': '{在留|ざいりゅう}の {種類|しゅるい}', en: 'Category of residence', pt: 'Categoria de permanência' },
  residenceStatus: { ja: '{在留資格|ざいりゅうしかく}', 'ja-x-yasashii': '{在留資格|ざいりゅうしかく}', en: 'Status of residence', pt: 'Status de permanência' },
  residencePeriod: { ja: '{在留期間|ざいりゅうきかん}', 'ja-x-yasashii': '{在留期間|ざいりゅうきかん}', en: 'Period of stay', pt: 'Período de permanência' },
  residenceUntil: { ja: '{在留期間|ざいりゅうきかん}の{満了日|まんりょうび}', 'ja-x-yasashii': '{在留期間|ざいりゅうきかん}の {最後|さいご}の {日|ひ}', en: 'Last day of the period of stay', pt: 'Último dia do período de permanência' },
  household: { ja: '{世帯|せたい}', 'ja-x-yasashii': '{世帯|せたい}（{一緒|いっしょ}に {生活|せいかつ}する {人|ひと}）', en: 'Household', pt: 'Domicílio familiar' },
  relationship: { ja: '{続柄|つづきがら}', 'ja-x-yasashii': '{世帯主|せたいぬし}との {関係|かんけい}', en: 'Relationship to the head', pt: 'Parentesco com o chefe' },
  position: { ja: '{記載順|きさいじゅん}', 'ja-x-yasashii': '{書|か}く {順番|じゅんばん}', en: 'Order', pt: 'Ordem' },
  town: { ja: '{町名|ちょうめい}', 'ja-x-yasashii': '{町|まち}の {名前|なまえ}', en: 'Town', pt: 'Bairro' },
  addressNumber: { ja: '{番地|ばんち}', 'ja-x-yasashii': '{番地|ばんち}', en: 'House number', pt: 'Número' },
  building: { ja: '{方書|かたがき}（{建物|たてもの}・{部屋|へや}）', 'ja-x-yasashii': '{建物|たてもの}と {部屋|へや}の {番号|ばんごう}', en: 'Building and room', pt: 'Edifício e apartamento' },
  postalCode: { ja: '{郵便番号|ゆうびんばんごう}', 'ja-x-yasashii': '{郵便番号|ゆうびんばんごう}', en: 'Postal code', pt: 'Código postal' },
  address: { ja: '{住所|じゅうしょ}', 'ja-x-yasashii': '{住所|じゅうしょ}', en: 'Address', pt: 'Endereço' },
  registeredDomicile: { ja: '{本籍|ほんせき}', 'ja-x-yasashii': '{本籍|ほんせき}', en: 'Registered domicile (honseki)', pt: 'Domicílio de registro (honseki)' },
  domicileHead: { ja: '{筆頭者|ひっとうしゃ}', 'ja-x-yasashii': '{戸籍|こせき}の はじめの {人|ひと}', en: 'First person of the family register', pt: 'Primeira pessoa do registro familiar' },
  residentSince: { ja: '{住民|じゅうみん}となった{年月日|ねんがっぴ}', 'ja-x-yasashii': '{市民|しみん}に なった {日|ひ}', en: 'Resident since', pt: 'Residente desde' },
  residentCause: { ja: '{住民|じゅうみん}となった{事由|じゆう}', 'ja-x-yasashii': '{市民|しみん}に なった {理由|りゆう}', en: 'Cause of becoming a resident', pt: 'Motivo de se tornar residente' },
  addressSince: { ja: '{住所|じゅうしょ}を{定|さだ}めた{年月日|ねんがっぴ}', 'ja-x-yasashii': 'この {住所|じゅうしょ}に {住|す}み{始|はじ}めた {日|ひ}', en: 'At this address since', pt: 'Neste endereço desde' },
  addressNotifiedOn: { ja: '{住所|じゅうしょ}の{届出年月日|とどけでねんがっぴ}', 'ja-x-yasashii': '{住所|じゅうしょ}を {届|とど}けた {日|ひ}', en: 'Address notified on', pt: 'Endereço comunicado em' },
  previousAddress: { ja: '{従前|じゅうぜん}の{住所|じゅうしょ}', 'ja-x-yasashii': '{前|まえ}の {住所|じゅうしょ}', en: 'Previous address', pt: 'Endereço anterior' },
  movedTo: { ja: '{転出先|てんしゅつさき}', 'ja-x-yasashii': '{引|ひ}っ{越|こ}す {先|さき}の {住所|じゅうしょ}', en: 'Moved out to', pt: 'Mudou-se para' },
  movedToOn: { ja: '{転出|てんしゅつ}（{予定|よてい}）{年月日|ねんがっぴ}', 'ja-x-yasashii': '{引|ひ}っ{越|こ}す {日|ひ}', en: 'Date of moving out', pt: 'Data da mudança' },
  movedToNotifiedOn: { ja: '{転出|てんしゅつ}の{届出年月日|とどけでねんがっぴ}', 'ja-x-yasashii': '{引|ひ}っ{越|こ}しを {届|とど}けた {日|ひ}', en: 'Moving out notified on', pt: 'Mudança comunicada em' },
  standing: { ja: '{住民票|じゅうみんひょう}の{状態|じょうたい}', 'ja-x-yasashii': '{住民票|じゅうみんひょう}は どう なって いるか', en: 'Standing', pt: 'Situação' },
  endedOn: { ja: '{消除|しょうじょ}の{異動日|いどうび}', 'ja-x-yasashii': '{住民|じゅうみん}で なくなった {日|ひ}', en: 'Ended on', pt: 'Encerrado em' },
  endedCause: { ja: '{消除|しょうじょ}の{事由|じゆう}', 'ja-x-yasashii': '{住民|じゅうみん}で なくなった {理由|りゆう}', en: 'Cause of the end', pt: 'Motivo do encerramento' },
  head: { ja: '{世帯主|せたいぬし}', 'ja-x-yasashii': '{世帯主|せたいぬし}', en: 'Head of household', pt: 'Chefe do domicílio' },
  dissolved: { ja: '{世帯|せたい}の{有無|うむ}', 'ja-x-yasashii': '{世帯|せたい}に {人|ひと}が いるか', en: 'Anybody left in the household', pt: 'Alguém no domicílio' },
  addresseeNumber: { ja: '{宛名番号|あてなばんごう}', 'ja-x-yasashii': '{市|し}の {番号|ばんごう}（{宛名番号|あてなばんごう}）', en: 'Addressee number', pt: 'Número do destinatário' },
  householdNumber: { ja: '{世帯番号|せたいばんごう}', 'ja-x-yasashii': '{世帯|せたい}の {番号|ばんごう}', en: 'Household number', pt: 'Número do domicílio' },
  female: { ja: '{女|おんな}', 'ja-x-yasashii': '{女|おんな}', en: 'Female', pt: 'Feminino' },
  male: { ja: '{男|おとこ}', 'ja-x-yasashii': '{男|おとこ}', en: 'Male', pt: 'Masculino' },
  unstated: { ja: '{記載|きさい}なし', 'ja-x-yasashii': '{書|か}いて いない', en: 'Not stated', pt: 'Não informado' },
  resident: { ja: '{住民|じゅうみん}', 'ja-x-yasashii': '{市|し}に {住|す}んで いる', en: 'Resident', pt: 'Residente' },
  movedOut: { ja: '{転出|てんしゅつ}', 'ja-x-yasashii': 'ほかの {市|し}に {引|ひ}っ{越|こ}した', en: 'Moved out', pt: 'Mudou-se' },
  deceased: { ja: '{死亡|しぼう}', 'ja-x-yasashii': '{亡|な}くなった', en: 'Deceased', pt: 'Falecido' },
  removed: { ja: '{職権消除|しょっけんしょうじょ}', 'ja-x-yasashii': '{市|し}が {消|け}した', en: 'Removed by the office', pt: 'Removido pela prefeitura' },
  certainDay: { ja: '{日|ひ}まで{確|たし}か', 'ja-x-yasashii': '{年|ねん}・{月|つき}・{日|ひ}が わかる', en: 'The day is known', pt: 'O dia é conhecido' },
  certainMonth: { ja: '{月|つき}まで{確|たし}か（{日|ひ}は{不詳|ふしょう}）', 'ja-x-yasashii': '{年|ねん}と {月|つき}だけ わかる', en: 'Only the month is known', pt: 'Só o mês é conhecido' },
  certainYear: { ja: '{年|とし}まで{確|たし}か（{月日|がっぴ}は{不詳|ふしょう}）', 'ja-x-yasashii': '{年|ねん}だけ わかる', en: 'Only the year is known', pt: 'Só o ano é conhecido' },
  yes: { ja: 'あり', 'ja-x-yasashii': 'いる', en: 'Yes', pt: 'Sim' },
  no: { ja: 'なし', 'ja-x-yasashii': 'いない', en: 'No', pt: 'Não' },
  nothing: { ja: '（なし）', 'ja-x-yasashii': '（ない）', en: '(none)', pt: '(nenhum)' },
})

/** The label of every field: a new field without one does not compile. */
export const PERSON_LABELS: Readonly<Record<keyof Registration, Phrase<never> | null>> = {
  name: fieldWords.name, kana: fieldWords.kana, alphabet: fieldWords.alphabet, commonName: fieldWords.commonName, commonKana: fieldWords.commonKana, formerName: fieldWords.formerName, formerKana: fieldWords.formerKana,
  sex: fieldWords.sex, birthDate: fieldWords.birthDate, birthCertainty: fieldWords.birthCertainty, nationality: fieldWords.nationality, residenceCategory: fieldWords.residenceCategory, residenceStatus: fieldWords.residenceStatus,
  residencePeriod: fieldWords.residencePeriod, residenceUntil: fieldWords.residenceUntil, householdId: fieldWords.household, relationshipCode: null, relationship: fieldWords.relationship, position: fieldWords.position,
  town: fieldWords.town, addressNumber: fieldWords.addressNumber, building: fieldWords.building, postalCode: fieldWords.postalCode, address: fieldWords.address,
  registeredDomicile: fieldWords.registeredDomicile, domicileHead: fieldWords.domicileHead, residentSince: fieldWords.residentSince, residentCause: fieldWords.residentCause, addressSince: fieldWords.addressSince,
  addressNotifiedOn: fieldWords.addressNotifiedOn, previousAddress: fieldWords.previousAddress, movedTo: fieldWords.movedTo, movedToOn: fieldWords.movedToOn, movedToNotifiedOn: fieldWords.movedToNotifiedOn,
  standing: fieldWords.standing, endedOn: fieldWords.endedOn, endedCause: fieldWords.endedCause,
}

export const HOUSEHOLD_LABELS: Readonly<Record<keyof HouseholdRegistration, Phrase<never>>> = {
  headId: fieldWords.head, town: fieldWords.town, addressNumber: fieldWords.addressNumber, building: fieldWords.building, postalCode: fieldWords.postalCode, address: fieldWords.address, isDissolved: fieldWords.dissolved,
}

export const SEX_WORDS = { female: fieldWords.female, male: fieldWords.male, unstated: fieldWords.unstated } as const
export const STANDING_WORDS = { resident: fieldWords.resident, 'moved-out': fieldWords.movedOut, deceased: fieldWords.deceased, removed: fieldWords.removed } as const
export const CERTAINTY_WORDS = { day: fieldWords.certainDay, month: fieldWords.certainMonth, year: fieldWords.certainYear } as const
