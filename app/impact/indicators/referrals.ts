import { localTime } from '../../language/times.ts'
import { pick } from '../../language/translated.ts'
import type { Db } from '../../platform/db/tables.ts'
import { bounds, type Period } from '../period.ts'
import type { CountedRow, Indicator } from './indicator.ts'

/** Introductions and support asked of or by the members of the organisation's clusters. */
export const referrals: Indicator = {
  key: 'referrals',
  async rows(db, organisationId, period) {
    const { start, end } = bounds(period)
    const rows = await throughOffice(db, organisationId)
      .where('referral.asked_at', '>=', start)
      .where('referral.asked_at', '<', end)
      .orderBy('referral.asked_at')
      .execute()
    return rows.map((row) => counted(row, row.asked_at, period))
  },
}

/** Introductions that were made. */
export const introductions: Indicator = {
  key: 'introductions',
  async rows(db, organisationId, period) {
    const { start, end } = bounds(period)
    const rows = await throughOffice(db, organisationId)
      .innerJoin('introduction', 'introduction.referral_id', 'referral.id')
      .select('introduction.introduced_at')
      .where('introduction.introduced_at', '>=', start)
      .where('introduction.introduced_at', '<', end)
      .orderBy('introduction.introduced_at')
      .execute()
    return rows.map((row) => counted(row, row.introduced_at, period))
  },
}

/** What went through the organisation's hands, from either side. */
export const throughOffice = (db: Db, organisationId: string) =>
  db
    .selectFrom('referral')
    .innerJoin('cluster as home', 'home.id', 'referral.from_cluster_id')
    .innerJoin('cluster as partner', 'partner.id', 'referral.to_cluster_id')
    .select(['referral.id', 'referral.reference', 'referral.subject', 'referral.asked_at'])
    .where((where) =>
      where.or([
        where('home.managing_organisation_id', '=', organisationId),
        where.and([
          where('partner.managing_organisation_id', '=', organisationId),
          // Before its own coordinator passed it on, the other side knows nothing of it.
          where.exists(
            where
              .selectFrom('referral_step as step')
              .select('step.id')
              .whereRef('step.referral_id', '=', 'referral.id')
              .where('step.act', '=', 'passed-on'),
          ),
        ]),
      ]),
    )

type Row = Awaited<ReturnType<ReturnType<typeof throughOffice>['execute']>>[number]

const counted = ({ id, reference, subject }: Row, at: Date, period: Period): CountedRow => ({
  id,
  day: localTime(at.toISOString(), period.zone).date,
  text: (_t, locale) => pick(subject.text, locale, subject.original)?.text ?? reference,
  closed: () => reference,
  path: `/referrals/${reference}`,
})
