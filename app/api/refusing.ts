import { type Refusal, refusalSentence, refusalStatus } from '../agreements/refusals.ts'
import { toldInApi as lifeRefusal } from '../agreements/life/refusals.ts'
import { toldInApi as registerRefusal } from '../agreements/register/refusals.ts'
import { toldInApi as undertakingRefusal } from '../agreements/undertakings/refusals.ts'
import { toldInApi as ceremonyRefusal } from '../ceremonies/api/refusing.ts'
import { toldInApi as accreditationRefusal } from '../events/accreditation/refusals.ts'
import { toldInApi as eventRefusal } from '../events/refusals.ts'
import { toldInApi as importRefusal } from '../organisations/import/refusals.ts'
import { toldInApi as duplicateRefusal } from '../organisations/duplicates/refusals.ts'
import { toldInApi as checkRefusal } from '../organisations/members/checks/refusals.ts'
import { toldInApi as logoRefusal } from '../organisations/members/logo/refusals.ts'
import { toldInApi as consentRefusal } from '../organisations/members/consents/refusals.ts'
import { toldInApi as memberRefusal } from '../organisations/members/refusals.ts'
import { toldInApi as referralRefusal } from '../exchange/referrals/refusals.ts'
import { toldInApi as needRefusal } from '../exchange/needs/refusals.ts'
import { toldInApi as impactRefusal } from '../impact/refusals.ts'
import { toldInApi as directoryRefusal } from '../exchange/directory/refusals.ts'
import { toldInApi as contactRefusal } from '../exchange/contacts/refusals.ts'
import { toldInApi as handoverRefusal } from '../handover/refusals.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import type { Web } from '../web/env.ts'
import { toldInApi as pressRefusal } from '../press/refusals.ts'
import { errorPage, problem } from '../web/errors.tsx'
import type { Tag } from './operation.ts'

/** Something in the request, by its JSON Pointer, that was not understood. */
export type Mistake = { pointer: string; detail: string }

/** A verb's refusal, or one of the API's own; what else it says goes into the answer as it is. */
export type Refused = { refused: string; [more: string]: unknown }

type Told = { status: number; title: string; detail?: string }

/** A refusal as a problem (RFC 9457): its key is the code, its sentence the title. */
export function refuse(c: Web, tag: Tag, { refused: code, ...more }: Refused): Response | Promise<Response> {
  if (code === 'too-often') return tooOften(c, Number(more['minutes']))
  const { status, title, detail } = tell(c.var.t, tag, { refused: code, ...more })
  return problem(c, status, title, detail, { code, ...more })
}

function tell(t: Catalogue, tag: Tag, refusal: Refused): Told {
  const own = ownRefusal(t, tag, refusal.refused)
  if (own) return own
  const known = refusal as unknown as Refusal
  return { status: refusalStatus(known), title: refusalSentence(t, known) }
}

/** The refusals of agreements have a room of their own for status and sentence. */
const ownRefusal = (t: Catalogue, tag: Tag, code: string): Told | undefined =>
  apiRefusals(t)[code] ?? roomRefusals[tag]?.(t, code)

/** Rooms whose verbs refuse in words of their own. */
const roomRefusals: Partial<Record<Tag, (t: Catalogue, code: string) => Told | undefined>> = {
  organisations: (t, code) => profileRefusals(t)[code] ?? handoverRefusal(t, code),
  events: (t, code) => accreditationRefusal(t, code) ?? eventRefusal(t, code),
  ceremonies: ceremonyRefusal,
  press: pressRefusal,
  // What the agreement's own acts refuse with keeps their sentence.
  agreements: (t, code) =>
    Object.hasOwn(t.signing.refusals, code)
      ? undefined
      : (lifeRefusal(t, code) ?? undertakingRefusal(t, code) ?? registerRefusal(t, code)),
  members: (t, code) =>
    directoryRefusal(t, code) ??
    memberRefusal(t, code) ??
    importRefusal(t, code) ??
    duplicateRefusal(t, code) ??
    consentRefusal(t, code) ??
    checkRefusal(t, code) ??
    logoRefusal(t, code),
  exchange: (t, code) => referralRefusal(t, code) ?? needRefusal(t, code) ?? contactRefusal(t, code),
  impact: impactRefusal,
}

/** The status a code comes with, for the document. */
export const statusOf = (t: Catalogue, tag: Tag, code: string): number =>
  ownRefusal(t, tag, code)?.status ?? refusalStatus({ refused: code } as unknown as Refusal)

/** What the API itself refuses, before any verb is asked. */
const apiRefusals = (t: Catalogue): Record<string, Told> => ({
  'token-needed': { status: 401, title: t.errors.pages.signInNeeded.title },
  'insufficient-scope': { status: 403, title: t.errors.pages.forbidden.title },
  'not-found': { status: 404, title: t.errors.pages.notFound.title, detail: t.errors.pages.notFound.body },
  'malformed-json': { status: 400, title: t.errors.fields.unreadable },
  'not-understood': { status: 400, title: t.errors.fields.invalid },
  'other-content-type': { status: 415, title: t.errors.fields.invalid },
  'document-damaged': { status: 500, title: t.verification.stored.damaged },
  'too-often': { status: 429, title: t.errors.pages.tooMany.title },
})

/** Those of profiles, whose sentences stand beside the profile's forms. */
function profileRefusals(t: Catalogue): Record<string, Told> {
  const { edit, register } = t.organisations
  return {
    'slug-taken': { status: 409, title: register.errors.slugTaken },
    'changed-meanwhile': { status: 409, title: edit.errors.changedMeanwhile },
    'name-in-agreements': { status: 409, title: edit.errors.nameInAgreements },
    'original-missing': { status: 422, title: edit.errors.originalMissing },
    'name-missing': { status: 422, title: edit.errors.nameMissing },
  }
}

async function tooOften(c: Web, minutes: number): Promise<Response> {
  const response = await errorPage(c, 'tooMany', { minutes })
  response.headers.set('retry-after', String(minutes * 60))
  return response
}

/** The sentence of a code for the reference page; null where it depends on the request. */
export const sentenceOf = (t: Catalogue, tag: Tag, code: string): string | null => {
  const sentences: Record<string, string> = t.signing.refusals
  return ownRefusal(t, tag, code)?.title ?? sentences[code] ?? null
}
