import type { Scope } from '../../accounts/scope.ts'
import type { Answer, Asked } from '../../api/operation.ts'
import { notUnderstood } from '../../api/reading.ts'
import type { Refused } from '../../api/refusing.ts'
import type { Locale } from '../../language/locales.ts'
import type { Services, Web } from '../../web/env.ts'
import type { Agreement } from '../agreement.ts'
import { agreementByReference } from '../queries.ts'
import type { Wording } from '../revising.ts'

type AnyAsked = Pick<Asked<unknown, unknown>, 'c' | 'params'>

export const part = ({ params }: Pick<AnyAsked, 'params'>, name: string): string => params[name] ?? ''

type Subject = { services: Services; scope: Scope; agreement: Agreement; id: string; c: Web }

/** An act on an agreement that the asker may see; to everybody else there is none. */
export async function withAgreement(asked: AnyAsked, act: (subject: Subject) => Promise<Answer>): Promise<Answer> {
  const { services, scope } = asked.c.var
  const agreement = await ownAgreement(asked)
  return agreement ? act({ services, scope, agreement, id: agreement.id, c: asked.c }) : null
}

export function ownAgreement(asked: AnyAsked): Promise<Agreement | null> {
  const { services, scope } = asked.c.var
  return agreementByReference(services.database.db, scope, part(asked, 'reference'), services.clock.now())
}

/** The refusal of a text in a language that the agreement does not have, or null. */
export function strayLanguage(agreement: Agreement, texts: object, name = 'texts'): Refused | null {
  const strays = Object.keys(texts).filter((language) => !agreement.languages.some((own) => own === language))
  if (strays.length === 0) return null
  return notUnderstood(
    strays.map((language) => ({ pointer: `/${name}/${language}`, detail: 'Not a language of this agreement' })),
  )
}

/** The refusal of a text that lacks one of the agreement's languages, or null. */
export function missingLanguage(agreement: Agreement, text: object, name: string): Refused | null {
  const missing = agreement.languages.filter((language) => !(language in text))
  if (missing.length === 0) return null
  return notUnderstood(
    missing.map((language) => ({ pointer: `/${name}/${language}`, detail: 'Missing in this language' })),
  )
}

type Texts = Partial<Record<Locale, { heading: string; body: string }>>

/** Texts by language as the verbs take them. */
export const wordingsOf = (texts: Texts): Wording[] =>
  Object.entries(texts).map(([language, { heading, body }]) => ({ language: language as Locale, heading, body }))

export const basedOnOf = (texts: Partial<Record<Locale, { basedOn: number }>>): Partial<Record<Locale, number>> =>
  Object.fromEntries(Object.entries(texts).map(([language, { basedOn }]) => [language, basedOn]))
