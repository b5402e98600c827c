import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../api/operation.ts'
import { id } from '../api/shapes.ts'
import { presentAlliance, presentClusterPage, presentDirectory, presentOrganisation } from './api/presenting.ts'
import * as own from './api/shapes.ts'
import { describeOrganisation } from './describing.ts'
import { allianceBySlug, clusterBySlug, directory, organisationBySlug } from './queries.ts'
import { type OrganisationEntry, registerOrganisation } from './registering.ts'

const tag = 'organisations'

/** What programs do with organisations, clusters and alliances. */
export const organisationOperations: readonly Operation[] = [
  operation({
    id: 'listOrganisations',
    method: 'get',
    path: '/organisations',
    tag,
    needs: 'public',
    summary:
      'All alliances, clusters and organisations of this installation: as many as an alliance has, so in one page.',
    answers: own.directory,
    run: async ({ c }) => presentDirectory(await directory(c.var.services.database.db, c.var.scope)),
  }),
  operation({
    id: 'readOrganisation',
    method: 'get',
    path: '/organisations/{slug}',
    tag,
    needs: 'public',
    summary: 'One organisation with its profile.',
    answers: own.organisation,
    async run({ c, params }) {
      const found = await organisationBySlug(c.var.services.database.db, c.var.scope, params['slug'] ?? '')
      return found && presentOrganisation(found)
    },
  }),
  operation({
    id: 'readCluster',
    method: 'get',
    path: '/clusters/{slug}',
    tag,
    needs: 'public',
    summary: 'One cluster with its figures: what is counted, as of when, and by whose word.',
    answers: own.cluster,
    async run({ c, params }) {
      const found = await clusterBySlug(c.var.services.database.db, c.var.scope, params['slug'] ?? '')
      return found && presentClusterPage(found)
    },
  }),
  operation({
    id: 'readAlliance',
    method: 'get',
    path: '/alliances/{slug}',
    tag,
    needs: 'public',
    summary: 'One alliance with its member clusters, its partners and its public agreements.',
    answers: own.alliance,
    async run({ c, params }) {
      const found = await allianceBySlug(c.var.services.database.db, c.var.scope, params['slug'] ?? '')
      return found && presentAlliance(found)
    },
  }),
  operation({
    id: 'registerOrganisation',
    method: 'post',
    path: '/organisations',
    tag,
    needs: 'organisations:write',
    summary: 'Enter an organisation. The operator does that.',
    body: own.organisationEntry,
    status: 201,
    answers: z.object({ id }),
    refusals: refusalsOf<typeof registerOrganisation>({ 'not-yours': true, 'slug-taken': true }),
    run: ({ c, body }) => registerOrganisation(c.var.services, c.var.scope, body as OrganisationEntry),
  }),
  operation({
    id: 'describeOrganisation',
    method: 'put',
    path: '/organisations/{slug}/profile',
    tag,
    needs: 'organisations:write',
    summary: 'Rewrite an organisation’s name and description. Its manager does that.',
    body: own.description,
    answers: z.object({ described: z.literal(true) }),
    refusals: refusalsOf<typeof describeOrganisation>({
      'not-yours': true,
      'no-such-organisation': true,
      'changed-meanwhile': true,
      'original-missing': true,
      'name-missing': true,
      'name-in-agreements': true,
    }).filter((code) => code !== 'no-such-organisation'),
    async run({ c, params, body }) {
      const outcome = await describeOrganisation(c.var.services, c.var.scope, params['slug'] ?? '', body)
      return 'refused' in outcome && outcome.refused === 'no-such-organisation' ? null : outcome
    },
  }),
]
