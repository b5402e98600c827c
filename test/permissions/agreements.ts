import { admitPerson } from '../../app/accounts/admitting.ts'
import { proposeChange } from '../../app/agreements/proposing.ts'
import { type Actor, type Answers, everybody, only, type Permissions, readers } from './rows.ts'
import { makeDraft, type World } from './world.ts'

const draft =
  (below = '') =>
  (world: World) =>
    `/en/agreements/${world.draft.reference}${below}`

const read = only(readers, 'hidden')

/** Readers of the draft learn that this is not theirs to do; nobody else learns that there is a draft. */
const amongReaders = (may: readonly Actor[]): Answers => ({
  ...everybody('hidden'),
  ...Object.fromEntries(readers.map((actor) => [actor, may.includes(actor) ? 'open' : 'forbidden'])),
})

/** The leading party's coordinator and manager hold the pen. */
const pen = amongReaders(['manager', 'coordinator'])
const negotiators = amongReaders(['manager', 'coordinator', 'partner-manager'])
const nobodyYet = amongReaders([])

const wording = { 'heading.en': 'Doors', 'body.en': 'Whoever may enter, enters.' }

const clauseOf = async (world: World, agreementId: string): Promise<string> => {
  const found = await world.at.db
    .selectFrom('clause')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return found.id
}

const clause =
  (below = '') =>
  async (world: World) =>
    draft(`/clauses/${await clauseOf(world, world.draft.id)}${below}`)(world)

/** The clause of a draft of its own, for a door that removes it. */
const doomedClause =
  (below: string) =>
  async (world: World): Promise<string> => {
    const own = await makeDraft(world)
    return draft(`/clauses/${await clauseOf(world, own.id)}${below}`)({ ...world, draft: own })
  }

/** Something the other party proposes in a draft of its own: doors answer it and take it back. */
const proposal =
  (below = '') =>
  async (world: World) => {
    const own = await makeDraft(world)
    const scope = await admitPerson(world.at.db, world.people['partner-manager'].id, {
      via: 'session',
      tokenScopes: null,
    })
    if (!scope) throw new Error('The manager was made with the world')
    const proposed = await proposeChange(world.at.services, scope, own.id, {
      organisationId: world.theirs.id,
      clauseId: await clauseOf(world, own.id),
      wordings: [{ language: 'en', heading: 'Purpose', body: 'To see who may enter, and when.' }],
      basedOn: { en: 1 },
      reason: 'Doors have hours.',
    })
    if ('refused' in proposed) throw new Error(`No proposal: ${proposed.refused}`)
    return draft(`/proposals/${proposed.proposalId}${below}`)({ ...world, draft: own })
  }

const signatory =
  (below = '') =>
  (world: World) =>
    draft(`/signatories/${world.ours.slug}${below}`)(world)

const drafters: Answers = {
  ...everybody('forbidden'),
  anonymous: 'sign-in',
  manager: 'open',
  coordinator: 'open',
  'partner-manager': 'open',
  'outside-manager': 'open',
}

const forOurs = (world: World) => ({ organisationId: world.ours.id })

/** Agreements: a draft is known to its parties and to the operator. */
export const agreementPermissions: Permissions = {
  'GET /:locale/agreements': { answers: everybody('open') },
  'GET /:locale/agreements/new': { answers: drafters },
  'POST /:locale/agreements': { answers: drafters },
  'GET /:locale/agreements/:reference': { path: draft(), answers: read },
  // A draft has no file yet.
  'GET /:locale/agreements/:reference/document.pdf': { path: draft('/document.pdf'), answers: everybody('hidden') },

  'GET /:locale/agreements/:reference/clauses/new': { path: draft('/clauses/new'), answers: pen },
  'POST /:locale/agreements/:reference/clauses': { path: draft('/clauses'), form: wording, answers: pen },
  'GET /:locale/agreements/:reference/clauses/:clause': { path: clause(), answers: read },
  'POST /:locale/agreements/:reference/clauses/:clause': {
    path: clause(),
    form: { ...wording, 'basedOn.en': '1' },
    answers: pen,
  },
  'POST /:locale/agreements/:reference/clauses/:clause/position': {
    path: clause('/position'),
    form: { direction: 'up' },
    answers: pen,
  },
  'GET /:locale/agreements/:reference/clauses/:clause/removal': { path: clause('/removal'), answers: pen },
  'POST /:locale/agreements/:reference/clauses/:clause/removal': { path: doomedClause('/removal'), answers: pen },

  'GET /:locale/agreements/:reference/clauses/:clause/proposal': { path: clause('/proposal'), answers: negotiators },
  'POST /:locale/agreements/:reference/clauses/:clause/proposal': {
    path: clause('/proposal'),
    form: (world) => ({ ...wording, ...forOurs(world), 'basedOn.en': '1', reason: 'To be clear.' }),
    answers: pen,
  },
  'GET /:locale/agreements/:reference/proposals/:proposal': { path: proposal(), answers: read },
  'POST /:locale/agreements/:reference/proposals/:proposal/answers': {
    path: proposal('/answers'),
    form: (world) => ({ ...forOurs(world), answer: 'accepted' }),
    answers: pen,
  },
  'POST /:locale/agreements/:reference/proposals/:proposal/withdrawal': {
    path: proposal('/withdrawal'),
    answers: amongReaders(['partner-manager']),
  },

  'GET /:locale/agreements/:reference/signatories': { path: draft('/signatories'), answers: read },
  'GET /:locale/agreements/:reference/signatories/:party': { path: signatory(), answers: pen },
  'POST /:locale/agreements/:reference/signatories/:party': { path: signatory(), answers: pen },
  // Nobody is named yet, so every reader is told that there is nobody to invite.
  'POST /:locale/agreements/:reference/signatories/:party/invitations': {
    path: signatory('/invitations'),
    answers: read,
  },

  'GET /:locale/agreements/:reference/approval': { path: draft('/approval'), answers: read },
  'POST /:locale/agreements/:reference/approvals': {
    path: draft('/approvals'),
    form: (world) => ({ ...forOurs(world), textHash: '0'.repeat(64) }),
    answers: amongReaders(['manager']),
  },
  'POST /:locale/agreements/:reference/approvals/withdrawal': {
    path: draft('/approvals/withdrawal'),
    form: forOurs,
    answers: amongReaders(['manager']),
  },
  'GET /:locale/agreements/:reference/publication': { path: draft('/publication'), answers: pen },
  'POST /:locale/agreements/:reference/publication': { path: draft('/publication'), answers: pen },
  'POST /:locale/agreements/:reference/publication/withdrawal': {
    path: draft('/publication/withdrawal'),
    answers: pen,
  },

  'GET /:locale/signing/:token': { path: () => '/en/signing/nonsense', answers: everybody('gone') },
  'POST /:locale/signing/:token': { path: () => '/en/signing/nonsense', answers: everybody('gone') },
  'GET /:locale/agreements/:reference/sign': { path: draft('/sign'), answers: { ...read, anonymous: 'sign-in' } },
  // Nobody is named to sign the draft, so even its readers cannot.
  'POST /:locale/agreements/:reference/passkey-options': { path: draft('/passkey-options'), answers: nobodyYet },
  'POST /:locale/agreements/:reference/codes': { path: draft('/codes'), answers: nobodyYet },
  'POST /:locale/agreements/:reference/consents': { path: draft('/consents'), answers: read },
  'POST /:locale/agreements/:reference/consents/withdrawal': {
    path: draft('/consents/withdrawal'),
    answers: nobodyYet,
  },
  'POST /:locale/agreements/:reference/signatures': { path: draft('/signatures'), answers: read },
}
