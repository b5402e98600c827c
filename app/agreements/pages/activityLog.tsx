import type { ActivityEntry } from '../../platform/audit/chain.ts'
import { Lines } from '../../ui/card.tsx'
import { Moment } from '../../ui/moment.tsx'
import type { Agreement } from '../agreement.ts'
import { comma, leadOf, momentAt, partyById, partyName, type Reader } from './words.ts'

/** An entry of the record with the actor's name, if the person is still known. */
export type ActivityLine = { entry: ActivityEntry; who: string | null }

/** What happened, newest first, in words. */
export function ActivityLog(reader: Reader & { agreement: Agreement; lines: ActivityLine[]; older: number | null }) {
  const { t, locale, agreement, lines, older } = reader
  const words = t.agreements.view
  return (
    <section class="stack" aria-labelledby="activity">
      <h2 id="activity">{words.activityTitle}</h2>
      <Lines>
        {lines.map((line) => (
          <>
            <p>
              {verbInWords(line.entry, reader)} <span class="soft">{actorInWords(line, reader)}</span>
            </p>
            <p class="soft small">
              <Moment time={momentAt(line.entry.at, reader, leadOf(agreement))} isInline />
            </p>
          </>
        ))}
      </Lines>
      {older === null ? null : (
        <p>
          <a href={`/${locale}/agreements/${agreement.reference}?before=${older}#activity`}>{words.olderActivity}</a>
        </p>
      )}
    </section>
  )
}

function verbInWords({ verb, facts }: ActivityEntry, { t }: Reader): string {
  const { by: _by, system: _system, other, ...verbs } = t.agreements.verbs
  const phrase = (verbs as Record<string, string | ((facts: never) => string)>)[verb]
  if (phrase === undefined) return `${other}: ${verb}`
  return typeof phrase === 'string' ? phrase : phrase(facts as never)
}

function actorInWords(
  { entry, who }: ActivityLine,
  { t, locale, agreement }: Reader & { agreement: Agreement },
): string {
  const party = partyById(agreement, entry.actor.organisation)
  const named = [who, party ? partyName(party, locale) : null].filter(Boolean).join(comma(locale))
  return named ? t.agreements.verbs.by({ who: named }) : t.agreements.verbs.system
}
