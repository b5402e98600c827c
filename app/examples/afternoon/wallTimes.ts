import { Temporal } from 'temporal-polyfill'
import type { ExampleCeremony } from '../reading.ts'

/** `17:00` on the day of the ceremony, where it was declared. */
export function atTheCeremony({ time, zone }: ExampleCeremony, wall: string): Date {
  const day = Temporal.Instant.from(time.begins).toZonedDateTimeISO(zone).toPlainDate()
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime: wall }).epochMilliseconds)
}
