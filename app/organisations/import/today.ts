import { localTime } from '../../language/times.ts'

/** The day it is where the cluster's office is, `YYYY-MM-DD`. */
export const dayIn = (timeZone: string, now: Date): string => localTime(now.toISOString(), timeZone).date
