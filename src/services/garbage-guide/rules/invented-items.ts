import type { Item, WasteClass, Wording } from '../model.ts'

/** Things for tests and measurements: name, reading, aliases, English, Portuguese, class. */
const THINGS = `
ペットボトル	ぺっとぼとる	PETボトル	PET bottle	garrafa PET	pet
乾電池	かんでんち	電池;でんち;アルカリ電池	dry battery	pilha	hazardous
ボタン電池	ぼたんでんち	コイン電池	button cell	pilha botão	hazardous
電球	でんきゅう	ランプ	light bulb	lâmpada	hazardous
蛍光管	けいこうかん	蛍光灯;けいこうとう	fluorescent tube	lâmpada fluorescente	hazardous
スプレー缶	すぷれーかん	エアゾール缶	spray can	lata de spray	hazardous
ライター	らいたー	使い捨てライター	cigarette lighter	isqueiro	hazardous
傘	かさ	雨傘;日傘	umbrella	guarda-chuva	crush
アイロン	あいろん		clothes iron	ferro de passar	crush
セーター	せーたー	ニット	sweater	suéter	cloth
毛布	もうふ	ブランケット	blanket	cobertor	cloth
ふとん	ふとん	布団;敷きぶとん	futon	acolchoado	bulky
座布団	ざぶとん	クッション	floor cushion	almofada	burnable
新聞紙	しんぶんし	新聞;ちらし	newspaper	jornal	paper
段ボール	だんぼーる	ダンボール箱	cardboard	papelão	paper
牛乳パック	ぎゅうにゅうぱっく	紙パック	milk carton	caixa de leite	paper
茶碗	ちゃわん	ご飯茶碗;瀬戸物	rice bowl	tigela de arroz	crush
コップ	こっぷ	グラス	drinking glass	copo de vidro	crush
包丁	ほうちょう	ナイフ;刃物	kitchen knife	faca de cozinha	metal
フライパン	ふらいぱん		frying pan	frigideira	metal
やかん	やかん	ケトル	kettle	chaleira	metal
空き瓶	あきびん	ジャムの瓶	empty bottle	garrafa de vidro	bottles
空き缶	あきかん	アルミ缶;スチール缶	empty can	lata vazia	cans
冷蔵庫	れいぞうこ	冷凍庫	refrigerator	geladeira	appliance-law
洗濯機	せんたくき	せんたっき;乾燥機	washing machine	máquina de lavar	appliance-law
テレビ	てれび	液晶テレビ	television	televisão	appliance-law
エアコン	えあこん	クーラー	air conditioner	ar-condicionado	appliance-law
パソコン	ぱそこん	ノートパソコン;PC	personal computer	computador	pc
携帯電話	けいたいでんわ	スマートフォン;スマホ	mobile phone	celular	small-appliance
扇風機	せんぷうき		electric fan	ventilador	bulky
自転車	じてんしゃ	三輪車	bicycle	bicicleta	bulky
たんす	たんす	箪笥;整理だんす	chest of drawers	cômoda	bulky
ソファー	そふぁー	長いす	sofa	sofá	bulky
生ごみ	なまごみ	残飯;野菜くず	kitchen waste	lixo orgânico	burnable
紙おむつ	かみおむつ	オムツ	disposable nappy	fralda descartável	burnable
割り箸	わりばし	はし;木のはし	wooden chopsticks	pauzinhos	burnable
ぬいぐるみ	ぬいぐるみ	人形	soft toy	bicho de pelúcia	burnable
食用油	しょくようあぶら	天ぷら油;廃油	cooking oil	óleo de cozinha	oil
剪定枝	せんていし	木の枝;庭木	pruned branches	galhos podados	branches
古タイヤ	ふるたいや	タイヤ	used tyre	pneu usado	shop
消火器	しょうかき		fire extinguisher	extintor	shop
発泡スチロール	はっぽうすちろーる	トロ箱	polystyrene foam	isopor	plastic
卵パック	たまごぱっく	玉子のパック	egg carton	embalagem de ovos	plastic
レジ袋	れじぶくろ	ビニール袋;ポリ袋	plastic bag	sacola plástica	plastic
植木鉢	うえきばち	プランター	flower pot	vaso de planta	crush
金づち	かなづち	ハンマー;トンカチ	hammer	martelo	metal
体温計	たいおんけい	水銀体温計	thermometer	termômetro	hazardous
リュックサック	りゅっくさっく	かばん	rucksack	mochila	cloth
ヴァイオリン	ゔぁいおりん	バイオリン	violin	violino	bulky
CD	しーでぃー	ＤＶＤ;ディスク	compact disc	disco CD	burnable
`

/** What such things are made of or made for: with each of the things a name of its own. */
const MADE = `
木製	もくせい	wooden	de madeira
金属製	きんぞくせい	metal	de metal
プラスチック製	ぷらすちっくせい	plastic	de plástico
布製	ぬのせい	cloth	de tecido
大型	おおがた	large	grande
小型	こがた	small	pequeno
業務用	ぎょうむよう	commercial	comercial
子ども用	こどもよう	for children	infantil
折りたたみ式	おりたたみしき	folding	dobrável
電動	でんどう	electric	elétrico
充電式	じゅうでんしき	rechargeable	recarregável
部品	ぶひん	parts	peças
`

/** Fifty things, each by its own name only. */
export const INVENTED_ITEMS: readonly Item[] = linesOf(THINGS).map((cells) => itemOf(cells))

/** The same fifty and each of them in twelve makes: 650 items. */
export const MANY_INVENTED_ITEMS: readonly Item[] = [
  ...INVENTED_ITEMS,
  ...linesOf(THINGS).flatMap((cells) => linesOf(MADE).map((made) => itemOf(cells, made))),
]

export const INVENTED_CLASSES: readonly WasteClass[] = [
  ...new Set(INVENTED_ITEMS.flatMap(({ ways }) => ways.map(({ classKey }) => classKey))),
].map((key) => ({
  key,
  name: wording(`${key}の類`, `class ${key}`, `classe ${key}`),
  how: wording('朝8時までに出す', 'By 8 a.m.', 'Até as 8h'),
  colour: '#1a5fb4',
  isCollected: key !== 'shop',
}))

function linesOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
}

function itemOf(cells: readonly string[], made: readonly string[] = []): Item {
  const [ja = '', reading = '', aliases = '', en = '', pt = '', classKey = ''] = cells
  const [madeJa, madeReading = '', madeEn = '', madePt = ''] = made
  return {
    key: [en, madeEn]
      .filter((word) => word !== '')
      .join('-')
      .toLowerCase()
      .replaceAll(' ', '-'),
    name: wording(madeJa === undefined ? ja : `${ja}（${madeJa}）`, `${madeEn} ${en}`.trim(), `${pt} ${madePt}`.trim()),
    reading: reading + madeReading,
    aliases: aliases.split(';').filter((alias) => alias !== ''),
    ways: [{ classKey, size: wording('', '', ''), note: wording('', '', '') }],
    dangerKey: null,
  }
}

function wording(ja: string, en: string, pt: string): Wording {
  return { ja, 'ja-x-yasashii': ja, en, pt }
}
