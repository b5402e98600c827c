import { z } from 'zod'
import { inEveryLanguage, slug, text } from '../../agreements/templates/schema.ts'
import { locales } from '../../language/locales.ts'
import { isZone } from '../../language/times.ts'

/** A time on the day of the ceremony, by the clock on the wall there. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const locale = z.enum(locales)
const nameForm = z.strictObject({ family: text, given: text })

const stage = z.strictObject({
  kind: z.enum(['rehearsal', 'doors', 'opening', 'speech', 'signing', 'photo', 'questions', 'closing', 'other']),
  at: wallTime,
  minutes: z.int().positive(),
  title: inEveryLanguage,
})

const journalist = z.strictObject({
  slug,
  name: z
    .strictObject({
      order: z.enum(['family-first', 'given-first']),
      native: nameForm,
      kana: nameForm.optional(),
      latin: nameForm.optional(),
    })
    .transform(({ order, native, kana, latin }) => ({
      order,
      native,
      ...(kana ? { kana } : {}),
      ...(latin ? { latin } : {}),
    })),
  outlet: text,
  role: z.enum(['writer', 'photographer', 'tv-crew']),
  address: z.string().regex(/^[a-z.-]+@demo\.example$/),
  locale,
  timeZone: z.string().refine(isZone, 'is no time zone'),
  appliedAt: z.iso.datetime(),
  wishesToAsk: z.boolean(),
})

const asked = {
  slug,
  by: slug,
  askedAt: wallTime,
  language: locale,
  text: inEveryLanguage,
  /** When the operators decide what becomes of it. */
  at: wallTime,
}

const question = z.discriminatedUnion('fate', [
  z.strictObject({
    ...asked,
    fate: z.literal('live'),
    answer: z.strictObject({ language: locale, at: wallTime, text: inEveryLanguage }),
  }),
  z.strictObject({ ...asked, fate: z.literal('declined'), reason: inEveryLanguage }),
  z.strictObject({ ...asked, fate: z.literal('merged'), into: slug }),
])

/** `demonstration-ceremony.yaml`: an afternoon that could have been, to be replayed. */
export const afternoonFile = z.strictObject({
  demonstration: z.literal(true),
  stages: z.array(stage).min(1),
  ready: z.array(wallTime),
  signatures: z.array(wallTime),
  access: z.strictObject({ minutesAfterDeadline: z.int().nonnegative() }),
  press: z.strictObject({ decidesAt: wallTime, tooLate: inEveryLanguage }),
  journalists: z.array(journalist).min(1),
  questions: z.array(question),
  release: z.strictObject({ embargo: wallTime, title: inEveryLanguage, body: inEveryLanguage }),
})

export type Afternoon = z.output<typeof afternoonFile>
export type AfternoonJournalist = Afternoon['journalists'][number]
export type AfternoonQuestion = Afternoon['questions'][number]
