import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The number a form carries: random, signed for one visitor. It proves that the form came from this visitor's page,
 * and names this one form, so that sending it twice does its work once.
 */
export class FormTokens {
  private readonly secret: Buffer

  constructor(secret: Buffer) {
    this.secret = secret
  }

  issue(visitor: string): string {
    const number = randomBytes(12).toString('base64url')
    return `${number}.${this.signatureOf(number, visitor)}`
  }

  isGenuine(token: string, visitor: string): boolean {
    const [number = '', signature = '', ...more] = token.split('.')
    if (more.length > 0) return false
    const expected = Buffer.from(this.signatureOf(number, visitor))
    const given = Buffer.from(signature)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  private signatureOf(number: string, visitor: string): string {
    return createHmac('sha256', this.secret).update(`${number}\n${visitor}`).digest('base64url')
  }
}
