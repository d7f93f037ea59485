/** Is this the text of a UUID? Asked before a text from outside meets a uuid column, which refuses others as an error. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
