import { signInFirst } from '../../accounts/signInFirst.tsx'
import { boardOf } from '../assembling.ts'
import type { Board } from '../board.ts'
import { type CeremonyEvent, findCeremony } from '../finding.ts'
import type { Locale } from '../../language/locales.ts'
import { streamAddress } from '../live/address.ts'
import type { Reader, Setting } from '../pages/reader.ts'
import type { Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'

export type Answer = Response | Promise<Response>

/** A ceremony with its run of show, and its board as it stands. */
export type Ready = { event: CeremonyEvent & { ceremony: NonNullable<CeremonyEvent['ceremony']> }; board: Board }

export const readerOf = (c: Web): Reader => ({
  t: c.var.t,
  locale: c.var.locale,
  zone: c.var.scope.person?.timeZone ?? null,
})

export const settingOf = (event: CeremonyEvent): Setting => ({
  begins: event.begins.toISOString(),
  ends: event.ends.toISOString(),
  zone: event.zone,
  place: event.place,
  languages: event.languages,
  demonstration: event.demonstration,
  cancelled: event.cancelled,
})

export const addressOf = (c: Web, slug: string, below = ''): string => `/${c.var.locale}/ceremonies/${slug}${below}`

/** Where the board of this ceremony is told as it moves. */
export const streamOf = (c: Web, event: CeremonyEvent): string => streamAddress(c.var.services.config, event)

/** The event of the address, whether or not it has a run of show yet, or the page that gives nothing away. */
export const withEvent = (handle: (c: Web, event: CeremonyEvent) => Answer) => async (c: Web) => {
  const event = await findCeremony(c.var.services.database.db, c.var.scope, c.req.param('slug') ?? '')
  return event ? handle(c, event) : errorPage(c, 'notFound')
}

/** The ceremony with its board; null without a run of show. */
export async function readyOf(c: Web, event: CeremonyEvent): Promise<Ready | null> {
  const { ceremony } = event
  const board = ceremony ? await boardOf(c.var.services.database.db, event.id) : null
  return ceremony && board ? { event: { ...event, ceremony }, board } : null
}

/** The ceremony of the address with its board; without a run of show there is nothing to see yet. */
export const withCeremony = (handle: (c: Web, ready: Ready) => Answer) =>
  withEvent(async (c, event) => {
    const ready = await readyOf(c, event)
    return ready ? handle(c, ready) : errorPage(c, 'notFound')
  })

/** Only for those who move it or write its run; others learn that there is such a page, as they may see the ceremony. */
export const withCrew = (handle: (c: Web, ready: Ready) => Answer) =>
  withCeremony((c, ready) => {
    if (!c.var.scope.person) return signInFirst(c)
    return ready.event.mayMove || ready.event.mayPlan ? handle(c, ready) : errorPage(c, 'forbidden')
  })

const REFRESH = [5, 10, 30, 60]

/** Without scripts a page stays true by being loaded again: offered as a link, never forced on who reads slowly. */
export function refreshIfAsked(c: Web): void {
  const seconds = Number(c.req.query('refresh'))
  if (REFRESH.includes(seconds)) c.header('Refresh', String(seconds))
}

/** The first two declared languages of the ceremony; the address's own where none is declared. */
export const tonguesOf = (languages: Locale[], asked: Locale): Locale[] =>
  languages.length > 0 ? languages.slice(0, 2) : [asked]
