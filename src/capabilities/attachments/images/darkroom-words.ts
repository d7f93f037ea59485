/** What the two sides of the darkroom's wall say to each other. */
export interface DarkroomJob {
  readonly id: number
  readonly kind: 'jpeg' | 'heic'
  readonly bytes: Uint8Array
  /** EXIF orientation of a JPEG; a HEIC says its own. */
  readonly orientation: number
  readonly mostPoints: number
}

export type Developed =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly reason: 'picture-too-large' | 'picture-not-readable' | 'busy' }

export interface DarkroomAnswer {
  readonly id: number
  readonly developed: Developed
}
