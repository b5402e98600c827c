import { z } from 'zod'
import { locales } from '../../language/locales.ts'
import { isCalendarDate } from '../../language/dates.ts'
import type { StoredName } from '../storedName.ts'
import { readEmdn, readJmdn } from './classes.ts'
import {
  euClasses,
  facilityKinds,
  type FieldGroup,
  japanClasses,
  organisationSizes,
  type PartContents,
  valueChainLinks,
} from './profile.ts'

const translation = z.strictObject({
  from: z.int().min(1),
  by: z.uuid().nullable(),
  at: z.string(),
  credit: z.string().optional(),
})

/** A text with its original language, and who translated it from which revision. */
const profileText = z.strictObject({
  original: z.enum(locales),
  text: z.partialRecord(z.enum(locales), z.string().trim().max(4000)),
  revision: z.int().min(1).optional(),
  translations: z.partialRecord(z.enum(locales), translation).optional(),
})

const country = z.string().regex(/^[A-Z]{2}$/)
const code = (read: (text: string) => string | null) =>
  z.string().transform((text, context) => read(text) ?? (context.addIssue('code'), z.NEVER))
const line = z.string().trim().max(300)

const contents = {
  about: z.strictObject({
    description: profileText.nullable(),
    size: z.enum(organisationSizes).nullable(),
    founded: z.int().min(1000).max(2200).nullable(),
  }),
  products: z.strictObject({
    items: z
      .array(
        z.strictObject({
          name: profileText,
          emdn: z.array(code(readEmdn)).max(20),
          jmdn: z.array(code(readJmdn)).max(20),
          euClass: z.enum(euClasses).nullable(),
          japanClass: z.enum(japanClasses).nullable(),
          trl: z.int().min(1).max(9).nullable(),
        }),
      )
      .max(60),
    valueChain: z.array(z.enum(valueChainLinks)),
  }),
  certificates: z.strictObject({
    items: z
      .array(
        z.strictObject({
          kind: line.min(1),
          scope: profileText.nullable(),
          body: line,
          number: line.nullable(),
          validUntil: z.string().refine(isCalendarDate).nullable(),
        }),
      )
      .max(60),
  }),
  markets: z.strictObject({
    served: z.array(country).max(100),
    sought: z.array(country).max(100),
    languages: z.array(z.string().regex(/^[a-z]{2}$/)).max(40),
  }),
  facilities: z.strictObject({
    items: z.array(z.strictObject({ kind: z.enum(facilityKinds), description: profileText })).max(40),
  }),
  contacts: z.strictObject({
    people: z
      .array(
        z.strictObject({
          name: z.custom<StoredName>((value) => typeof value === 'object' && value !== null),
          office: z
            .strictObject({ original: z.enum(locales), text: z.partialRecord(z.enum(locales), line) })
            .nullable(),
          address: z.email().max(254).nullable(),
          phone: line.nullable(),
        }),
      )
      .max(20),
  }),
} satisfies Record<FieldGroup, z.ZodType>

/** What a part may hold; codes come out in their one spelling. Null for what is not of that shape. */
export function readContent<Group extends FieldGroup>(group: Group, content: unknown): PartContents[Group] | null {
  const read = contents[group].safeParse(content)
  return read.success ? (read.data as PartContents[Group]) : null
}
