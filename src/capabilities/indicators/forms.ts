import { hiddenField } from '#kernel/forms/form.ts'

/** The year, and what whoever sets the figure down saw: place of the chain and value. */
export const freezeForm = { year: hiddenField(), seen: hiddenField() }
