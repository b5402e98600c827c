type Given<T> = T extends Date
  ? T
  : T extends readonly (infer One)[]
    ? Given<One>[]
    : T extends object
      ? { [Key in keyof T as undefined extends T[Key] ? never : Key]: Given<T[Key]> } & {
          [Key in keyof T as undefined extends T[Key] ? Key : never]?: Given<Exclude<T[Key], undefined>>
        }
      : T

/** What a program left out of its request is left out of what a verb is told, instead of being told as nothing. JSON itself has no `undefined`. */
export const withoutUndefined = <T extends object>(given: T): Given<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Given<T>
