import type { Scope } from '../../accounts/scope.ts'
import type { Locale } from '../../language/locales.ts'
import type { Translated } from '../../language/translated.ts'
import { recordActivity } from '../../platform/audit/record.ts'
import { json } from '../../platform/db/values.ts'
import { transaction } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../web/env.ts'
import { mayOrganise } from '../policy.ts'
import { actorFor } from './activity.ts'
import type { PressEvent } from './pressEvent.ts'
import { rulesOf } from './rules.ts'

export type RulesRefusal = { refused: 'not-yours' | 'rules-empty' | 'nothing-changed' | 'changed-meanwhile' }

/**
 * Writes the next version of an event's rules of coverage. Whoever accepted an earlier one accepted that one; the texts of the others are
 * kept as they were. `basedOn`: the version that was on the page, 0 for none.
 */
export async function writeCoverageRules(
  services: Services,
  scope: Scope,
  event: PressEvent,
  input: { text: Translated; basedOn: number },
): Promise<{ version: number } | RulesRefusal> {
  if (!mayOrganise(scope, event)) return { refused: 'not-yours' }
  const text = settled(input.text)
  const [original] = [...event.languages, ...(Object.keys(text) as Locale[])].filter((language) => text[language])
  if (!original) return { refused: 'rules-empty' }
  const now = services.clock.now()
  return transaction(services.database.db, async (tx) => {
    // Two people writing at once: the second sees the first one's version before theirs becomes the next.
    await tx.selectFrom('event').select('id').where('id', '=', event.id).forUpdate().execute()
    const before = await rulesOf(tx, event.id)
    if ((before?.version ?? 0) !== input.basedOn) return { refused: 'changed-meanwhile' as const }
    if (before && same(before.text.text, text)) return { refused: 'nothing-changed' as const }
    const version = input.basedOn + 1
    await tx
      .insertInto('coverage_rules')
      .values({
        id: newId(),
        event_id: event.id,
        version,
        // The language it was first written in stays the original for as long as there is a text in it.
        text: json({ original: before && text[before.text.original] ? before.text.original : original, text }),
        written_by: scope.person?.personId ?? null,
        written_at: now,
      })
      .execute()
    await recordActivity(tx, {
      subject: { kind: 'event', id: event.id },
      verb: 'accreditation.rules-written',
      actor: actorFor(scope, event),
      facts: { version, languages: Object.keys(text) },
      at: now,
    })
    return { version }
  })
}

const settled = (text: Translated): Translated =>
  Object.fromEntries(
    Object.entries(text)
      .map(([language, words]) => [language, words.trim()])
      .filter(([, words]) => words),
  )

const same = (one: Translated, other: Translated): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (language) => one[language as Locale] === other[language as Locale],
  )
