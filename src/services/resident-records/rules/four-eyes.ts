/** Who drafted or submitted an entry never approves it, whatever duties they hold; nor does the city's machinery. */
export function mayApprove(actorId: string, entry: { readonly draftedBy: string; readonly submittedBy: string | null }): boolean {
  return actorId !== 'system' && actorId !== 'visitor' && actorId !== entry.draftedBy && actorId !== entry.submittedBy
}
