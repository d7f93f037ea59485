/** The part of qrcode 1.5 that one-time-codes.ts uses; the package brings no types of its own. */
declare module 'qrcode' {
  export function toString(
    text: string,
    options: { readonly type: 'svg'; readonly margin: number; readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): Promise<string>
}
