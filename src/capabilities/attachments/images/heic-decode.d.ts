/** The part of heic-decode 2 that the darkroom uses; the package brings no types of its own. */
declare module 'heic-decode' {
  interface Picture {
    readonly width: number
    readonly height: number
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
  }

  interface Decode {
    (terms: { buffer: Uint8Array }): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
    all(terms: { buffer: Uint8Array }): Promise<readonly Picture[] & { dispose(): void }>
  }

  const decode: Decode
  export default decode
}
