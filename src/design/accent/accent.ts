/**
 * The colours a city may choose as its own: ladders of the Digital Agency's design tokens. Red (error) and yellow
 * (focus) keep their meaning and are not offered.
 */
export const ACCENTS = ['green', 'blue', 'light-blue', 'cyan', 'lime', 'orange', 'magenta', 'purple'] as const
export type Accent = (typeof ACCENTS)[number]

export function isAccent(name: string): name is Accent {
  return (ACCENTS as readonly string[]).includes(name)
}
