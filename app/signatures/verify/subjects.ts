import type { Certificate, RelativeDistinguishedNames } from 'pkijs'
import { DEMONSTRATION } from '../demonstration.ts'
import { OID } from '../oids.ts'

/** Who a certificate speaks of, as the report shows it. */
export type Holder = { commonName: string; organisation: string | null; title: string | null; country: string | null }

export function holderOf(certificate: Certificate): Holder {
  const { subject } = certificate
  return {
    commonName: part(subject, OID.commonName) ?? '',
    organisation: part(subject, OID.organisation),
    title: part(subject, OID.title),
    country: part(subject, OID.country),
  }
}

/** Whether a root says of itself that it is for trial. */
export const isDemonstration = (root: Certificate): boolean =>
  part(root.subject, OID.organisationalUnit) === DEMONSTRATION

function part(name: RelativeDistinguishedNames, type: string): string | null {
  const found = name.typesAndValues.find((item) => item.type === type)
  const value: unknown = found?.value.valueBlock.value
  return typeof value === 'string' ? value : null
}
