/** Somebody who does not exist, as the peers write to them: what is personal in a letter, as long as in ours. */
export interface InventedReader {
  readonly address: string
  readonly returnTo: string
  readonly messageId: string
  readonly leave: string
  readonly language: number
}

export function invented(count: number): InventedReader[] {
  return Array.from({ length: count }, (_, number) => {
    const token = String(number).padStart(38, 'x')
    return {
      address: `someone${number}@example.jp`, returnTo: `b-${token}0123456789@bounces.city.example`, messageId: `<${token}.${token}@city.example>`,
      leave: `<https://city.example/notices/leave/${token}>, <mailto:leave-${token}@bounces.city.example>`, language: number % 4,
    }
  })
}

/** About as long as an evacuation order in each language. */
const TEXTS = ['川の水が増えています。危ない場所から全員避難してください。', '川の 水が 増えて います。逃げて ください。', 'The river is rising. Leave now. ', 'O rio está subindo. Saia agora. ']
  .map((sentence) => (sentence.repeat(6)))

export function textOf({ language }: InventedReader): string {
  return TEXTS[language] ?? ''
}

const BODIES = TEXTS.map((text) => Buffer.from(text).toString('base64').replace(/.{1,76}/g, '$&\r\n'))

/** The letter but for its signature. */
export function letterOf(reader: InventedReader): { headers: [string, string][]; body: string } {
  return {
    headers: [
      ['From', '=?UTF-8?B?5LqA5bGx5biC?= <notices@city.example>'], ['To', reader.address], ['Subject', '=?UTF-8?B?6K2m5oiS44Os44OZ44Or77yU?='],
      ['Date', 'Sun, 22 Nov 2026 09:00:00 +0900'], ['Message-ID', reader.messageId], ['List-Unsubscribe', reader.leave],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'], ['MIME-Version', '1.0'], ['Content-Type', 'text/plain; charset=utf-8'], ['Content-Transfer-Encoding', 'base64'],
    ],
    body: BODIES[reader.language] ?? '',
  }
}
