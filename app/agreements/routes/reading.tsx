import { activityOf } from '../../platform/audit/chain.ts'
import type { Routes, Web } from '../../web/env.ts'
import { errorPage } from '../../web/errors.tsx'
import type { PageFacts } from '../../web/page.tsx'
import type { Agreement } from '../agreement.ts'
import { namesOfPeople } from '../people.ts'
import { proposalsOf } from '../proposing.ts'
import { showRegistered } from '../register/routes.tsx'
import { PublicAgreement } from '../pages/publicPage.tsx'
import { structuredDataOf } from '../pages/structuredData.ts'
import { listed, partyName, titleFor } from '../pages/words.ts'
import { powersOf, Workspace, type WorkspaceData } from '../pages/workspace.tsx'
import { publishedAgreement } from '../queries.ts'
import { unprintableOf, waitingOn } from '../waiting.ts'
import { type Answer, ownAgreement, readerOf, show } from './asking.tsx'

const ENTRIES = 30
/** The largest number that an entry can have (PostgreSQL's integer). */
const LAST_ENTRY = 2 ** 31 - 1

/** One address: the parties find their work there, everybody else the public page if there is one. */
export const readingRoutes: Routes = (app) => {
  app.get('/:locale/agreements/:reference', async (c) => {
    const own = await ownAgreement(c)
    const wantsPublic = c.req.query('view') === 'public' && own?.publication
    if (own?.registration) return showRegistered(c, own, own.registration, await loadWorkspace(c, own))
    if (own && !wantsPublic) return showWorkspace(c, own)
    const { services, scope } = c.var
    const shown = await publishedAgreement(services.database.db, scope, c.req.param('reference'), services.clock.now())
    return shown ? showPublic(c, shown, own !== null) : errorPage(c, 'notFound')
  })
}

function showPublic(c: Web, agreement: Agreement, isPreview: boolean): Answer {
  const { t, locale, services } = c.var
  const title = titleFor(agreement, locale).text
  const parties = listed(
    agreement.parties.map((party) => partyName(party, locale)),
    locale,
  )
  const facts = {
    title,
    description: t.agreements.publicPage.description({ title, parties }),
    isPublic: !isPreview,
    structuredData: structuredDataOf(agreement, services.config.origin, locale),
  }
  return show(c, facts, <PublicAgreement {...readerOf(c)} agreement={agreement} isPreview={isPreview} />)
}

/** The workspace, as it is or with what was refused. */
export async function showWorkspace(
  c: Web,
  agreement: Agreement,
  refused: { errors?: Record<string, string>; status?: PageFacts['status'] } = {},
): Promise<Response> {
  const data = await loadWorkspace(c, agreement)
  const { errors, status } = refused
  return show(
    c,
    { title: titleFor(agreement, c.var.locale).text, ...(status ? { status } : {}) },
    <Workspace {...readerOf(c)} {...data} {...(errors ? { errors } : {})} />,
  )
}

async function loadWorkspace(c: Web, agreement: Agreement): Promise<WorkspaceData> {
  const { scope, services, locale } = c.var
  const { db } = services.database
  const asked = Number(c.req.query('before'))
  const before = Number.isInteger(asked) && asked > 0 && asked <= LAST_ENTRY ? { before: asked } : {}
  const subject = { kind: 'agreement', id: agreement.id }
  const newest = await activityOf(db, subject, { limit: ENTRIES })
  const entries = 'before' in before ? await activityOf(db, subject, { limit: ENTRIES, ...before }) : newest
  const proposals = await proposalsOf(db, agreement)
  const actors = entries.map((entry) => entry.actor.person)
  const approvers = agreement.parties.map((party) => party.approval?.by ?? null)
  const people = await namesOfPeople(db, [...actors, ...approvers], locale)
  const last = entries.at(-1)
  return {
    agreement,
    powers: powersOf(scope, agreement),
    proposals,
    waiting: waitingOn(agreement, proposals, unprintableOf(agreement, newest)),
    activity: entries.map((entry) => ({ entry, who: people.get(entry.actor.person ?? '') ?? null })),
    olderActivity: last && last.seq > 1 ? last.seq : null,
    people,
  }
}
