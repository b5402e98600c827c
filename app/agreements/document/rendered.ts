import type { AgreementDocument, RenderedAgreement } from './document.ts'
import { exampleDocument } from './exampleDocument.ts'
import { renderAgreement } from './rendering.ts'

/** For tests of what is on the paper: a refusal there is a failure. */
export async function rendered(document: AgreementDocument): Promise<RenderedAgreement> {
  const outcome = await renderAgreement(document)
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome
}

/** The example in Japanese alone, with one clause that says `body`. */
export const plainAgreement = (body: string): AgreementDocument => ({
  ...exampleDocument,
  languages: ['ja'],
  demonstration: null,
  clauses: [{ number: 1, heading: { ja: '目的' }, body: { ja: body }, binding: false }],
})
