/** A table whose cells hold any text: a line break or a bar would end it early. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '–\n'
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ') || '–').join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line), ''].join('\n')
}

export function code(text: string): string {
  return `\`${text}\``
}

export function listed(texts: readonly string[]): string {
  return texts.join(', ')
}
