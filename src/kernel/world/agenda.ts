import type { Day } from './calendar.ts'

/** What is going to happen, each on its day. Whatever happens may put more on the agenda, also for the same day. */
export class Agenda {
  private readonly items: { readonly day: Day; readonly act: (day: Day) => void }[] = []

  on(day: Day, act: (day: Day) => void): void {
    this.items.push({ day, act })
  }

  /** Lets everything happen that is due before a day, earlier days first, and on one day in the order in which it was put down. */
  run(before: Day): void {
    for (let next = this.next(before); next !== -1; next = this.next(before)) {
      const [item] = this.items.splice(next, 1)
      item?.act(item.day)
    }
  }

  private next(before: Day): number {
    let next = -1
    for (const [index, { day }] of this.items.entries()) {
      if (day < before && (next === -1 || day < (this.items[next]?.day ?? 0))) next = index
    }
    return next
  }
}
