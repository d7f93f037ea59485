/** Something a rule of the house found. Only errors fail a run; advice is printed when asked for. */
export interface Finding {
  /** Below the project's folder. */
  readonly file: string
  /** 0 when it is about the file as a whole. */
  readonly line: number
  readonly weight: 'error' | 'advice'
  readonly says: string
}

export function errorAt(file: string, line: number, says: string): Finding {
  return { file, line, weight: 'error', says }
}

export function adviceAt(file: string, line: number, says: string): Finding {
  return { file, line, weight: 'advice', says }
}

export function printed({ file, line, says }: Finding): string {
  return line === 0 ? `${file}: ${says}` : `${file}:${line}: ${says}`
}
