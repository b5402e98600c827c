import type { DeclaredTime } from '../language/times.ts'

const kobe = { zone: 'Asia/Tokyo', place: { ja: '神戸', en: 'Kobe', fr: 'Kobe', de: 'Kobe', it: 'Kobe' } }

/** The signing as the announcement sets it: 22 March 2022, 17:00 to 17:40 in Kobe. */
export const ceremony: { from: DeclaredTime; to: DeclaredTime } = {
  from: { instant: '2022-03-22T08:00:00Z', ...kobe },
  to: { instant: '2022-03-22T08:40:00Z', ...kobe },
}

/** For a reader of whom no zone is known: the other side of the table. */
export const lyon = { zone: 'Europe/Paris', place: { ja: 'リヨン', en: 'Lyon', fr: 'Lyon', de: 'Lyon', it: 'Lione' } }
