/** Who drafted, changed or submitted an entry never approves it, whatever duties they hold; nor does the city's machinery. */
export function mayApprove(actorId: string, entry: { readonly authors: readonly string[] }): boolean {
  return actorId !== 'system' && actorId !== 'visitor' && !entry.authors.includes(actorId)
}
