/** The same keys with other texts: a key too many or too few does not compile. */
export type SameKeys<Of> = { [Key in keyof Of]: Of[Key] extends string ? string : SameKeys<Of[Key]> };
