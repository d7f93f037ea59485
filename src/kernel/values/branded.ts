declare const brand: unique symbol

/**
 * A string or number that went through the one constructor or parser of its kind. It costs nothing at run time; the
 * compiler alone keeps a postal code from standing where a municipality code is meant.
 */
export type Branded<Base, Kind extends string> = Base & { readonly [brand]: Kind }
