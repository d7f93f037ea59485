/** Numbers for the few names that every document bears, in the order in which they were first met. */
export class Names {
  private readonly numbers = new Map<string, number>()
  private readonly names: string[] = []

  get size(): number {
    return this.names.length
  }

  numberOf(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    const number = this.names.push(name) - 1
    this.numbers.set(name, number)
    return number
  }

  find(name: string): number | undefined {
    return this.numbers.get(name)
  }

  nameOf(number: number): string {
    return this.names[number] as string
  }
}
