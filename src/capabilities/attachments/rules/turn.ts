/** A picture as points: red, green, blue, opacity, row by row. */
export interface Points {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
}

/**
 * Draws a picture upright that lies by one of the eight EXIF orientations (EXIF 2.32, 4.6.4 A): 3 upside down, 6 and 8 on
 * a side, the even and the odd ones between them mirrored.
 */
export function turned(picture: Points, orientation: number): Points {
  if (orientation <= 1 || orientation > 8) return picture
  const { width, height } = picture
  const isOnSide = orientation >= 5
  const [wide, high] = isOnSide ? [height, width] : [width, height]
  const from = new Uint32Array(picture.data.buffer, picture.data.byteOffset, width * height)
  const to = new Uint32Array(wide * high)
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) to[y * wide + x] = from[sourceOf(x, y, picture, orientation)] as number
  }
  return { width: wide, height: high, data: new Uint8Array(to.buffer) }
}

function sourceOf(x: number, y: number, { width, height }: Points, orientation: number): number {
  switch (orientation) {
    case 2:
      return y * width + (width - 1 - x)
    case 3:
      return (height - 1 - y) * width + (width - 1 - x)
    case 4:
      return (height - 1 - y) * width + x
    case 5:
      return x * width + y
    case 6:
      return (height - 1 - x) * width + y
    case 7:
      return (height - 1 - x) * width + (width - 1 - y)
    default:
      // 8: a quarter turn to the left.
      return x * width + (width - 1 - y)
  }
}
