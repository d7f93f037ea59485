/** WCAG 2.2, 1.4.3: text and the sign beside it must be told apart from white paper. */
export const LOWEST_CONTRAST = 4.5

/** WCAG 2.2, “contrast ratio” and “relative luminance”; `colour` is `#rrggbb`. */
export function contrastToWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
