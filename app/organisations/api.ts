import { z } from 'zod'
import { operation, type Operation } from '../api/operation.ts'
import * as shapes from '../api/shapes.ts'
import { describeOrganisation } from './describing.ts'
import { allianceBySlug, clusterBySlug, directory, organisationBySlug } from './queries.ts'
import { type OrganisationEntry, registerOrganisation } from './registering.ts'

const tag = 'organisations'

export const organisationOperations: readonly Operation[] = [
  operation({
    id: 'listOrganisations',
    method: 'get',
    path: '/organisations',
    tag,
    needs: 'public',
    summary: 'The alliances, clusters and organisations of this installation.',
    answers: z.object({
      alliances: z.array(shapes.done),
      clusters: z.array(shapes.done),
      organisations: z.array(shapes.done),
    }),
    run: ({ c }) => directory(c.var.services.database.db, c.var.scope),
  }),
  operation({
    id: 'readOrganisation',
    method: 'get',
    path: '/organisations/{slug}',
    tag,
    needs: 'public',
    summary: 'One organisation with its profile.',
    answers: shapes.done,
    run: ({ c, params }) => organisationBySlug(c.var.services.database.db, c.var.scope, params['slug'] ?? ''),
  }),
  operation({
    id: 'readCluster',
    method: 'get',
    path: '/clusters/{slug}',
    tag,
    needs: 'public',
    summary:
      'One cluster with its figures: what is counted, as of when, and by whose word. Figures are never added up.',
    answers: shapes.done,
    run: ({ c, params }) => clusterBySlug(c.var.services.database.db, c.var.scope, params['slug'] ?? ''),
  }),
  operation({
    id: 'readAlliance',
    method: 'get',
    path: '/alliances/{slug}',
    tag,
    needs: 'public',
    summary: 'One alliance with its member clusters.',
    answers: shapes.done,
    run: ({ c, params }) => allianceBySlug(c.var.services.database.db, c.var.scope, params['slug'] ?? ''),
  }),
  operation({
    id: 'registerOrganisation',
    method: 'post',
    path: '/organisations',
    tag,
    needs: 'organisations:write',
    summary: 'Enter an organisation (operator).',
    body: shapes.organisationEntry,
    status: 201,
    answers: z.object({ id: shapes.id }),
    run: ({ c, body }) => registerOrganisation(c.var.services, c.var.scope, body as OrganisationEntry),
  }),
  operation({
    id: 'describeOrganisation',
    method: 'put',
    path: '/organisations/{slug}/profile',
    tag,
    needs: 'organisations:write',
    summary: 'Rewrite an organisation’s name and description; `version` is that of the profile the writer saw.',
    body: shapes.description,
    answers: shapes.done,
    run: ({ c, params, body }) => describeOrganisation(c.var.services, c.var.scope, params['slug'] ?? '', body),
  }),
]
