import type { Scope } from '../accounts/scope.ts'
import type { Locale } from '../language/locales.ts'
import type { Translated } from '../language/translated.ts'
import type { Services } from '../web/env.ts'
import { choicesFor } from './choosing.ts'
import { draftAgreement, type DraftRefusal } from './drafting.ts'
import { fillTemplate } from './templates/filling.ts'
import type { Template } from './templates/reading.ts'

export type TemplateDraft = {
  languages: Locale[]
  /** In the order of display. */
  parties: { organisationId: string; allianceId?: string }[]
  /** Instead of the template's own, in the languages given. */
  title: Translated
  /** In each of the languages. */
  field: Translated
  purpose: Translated
  termMonths: number
  noticeMonths: number
  /** How long confidentiality outlives the agreement. */
  secrecyMonths: number
  leadOrganisationId: string
}

/** Fills a template with what was entered and drafts the agreement. */
export async function draftFromTemplate(
  services: Services,
  scope: Scope,
  template: Template,
  { title, field, purpose, secrecyMonths, ...terms }: TemplateDraft,
): Promise<{ id: string; reference: string } | DraftRefusal> {
  const named = await nameParties(services, scope, terms.parties)
  if (!Array.isArray(named)) return named
  if (terms.parties.length < 2) return { refused: 'too-few-parties' }
  const { languages, termMonths, noticeMonths } = terms
  const filled = fillTemplate(
    { ...template, title: { ...template.title, ...title } },
    { languages, parties: named, field, purpose, termMonths, noticeMonths, secrecyMonths },
  )
  // Every value is asked for before, so a gap is a mistake in the template.
  if ('refused' in filled)
    throw new Error(`Template ${template.name} lacks ${filled.placeholder} in ${filled.language}.`)
  return draftAgreement(services, scope, { ...filled, ...terms, template: template.name })
}

/** The parties' names as they stand in the text; whoever was chosen from a list may have gone meanwhile. */
async function nameParties({ database }: Services, scope: Scope, parties: TemplateDraft['parties']) {
  const { organisations, alliances } = await choicesFor(database.db, scope)
  const named = parties.map(({ organisationId, allianceId }) => {
    const alliance = alliances.find(({ id }) => id === allianceId)
    return {
      name: organisations.find(({ id }) => id === organisationId)?.name.text ?? {},
      ...(alliance ? { alliance: { name: alliance.name.text } } : {}),
    }
  })
  if (named.some(({ name }) => Object.keys(name).length === 0)) return { refused: 'no-such-organisation' as const }
  if (parties.some(({ allianceId }, index) => allianceId && !named[index]?.alliance))
    return { refused: 'no-such-alliance' as const }
  return named
}
