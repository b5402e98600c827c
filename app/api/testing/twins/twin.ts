/** A form of a screen and the operation that does the same: the verb both call, and the files (below app/) that call it. */
export type Twin = { operation: string; verb: string; screen: string; program: string }

/** A room's forms by path: those with a twin, and those for screens only with the reason why. */
export type RoomTwins = { twins: Record<string, Twin>; screensOnly: Record<string, string> }
