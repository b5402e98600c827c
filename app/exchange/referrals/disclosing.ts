import type { Side, Standing } from './standing.ts'

/** Whose names a side may see. */
type Names = { asker: boolean; company: boolean }

/**
 * Names are shown step by step. The asking company's: to its own coordinator, to the other once it agreed, to the company only with the
 * introduction. The other company's: to its own coordinator, and to the asking side only with the introduction, unless that side named it.
 * Whoever takes consent back takes the name back, also after the introduction.
 */
export function disclosedNames(sides: readonly Side[], standing: Standing): Names {
  const { stage, consents, wantedId, companyId } = standing
  const isIntroduced = stage === 'introduced' && consents.asker && consents.company
  const isAsking = sides.includes('asker') || sides.includes('home')
  const isPartner = sides.includes('partner')
  return {
    asker: isAsking || isIntroduced || (isPartner && consents.asker),
    company:
      isPartner ||
      sides.includes('company') ||
      isIntroduced ||
      (isAsking && companyId !== null && companyId === wantedId),
  }
}
