import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { visibilities } from '../members/profile.ts'
import { applyImport } from './applying.ts'
import { chooseReading } from './choosing.ts'
import { exportList } from './exporting/exporting.ts'
import { listRows } from './exporting/rows.ts'
import { fields } from './mapping/fields.ts'
import { previewOf } from './previewing.ts'
import { listCluster } from '../lists.ts'
import { memberImport } from './queries.ts'
import { encodings } from './reading/encoding.ts'
import { undoImport } from './undoing.ts'
import { uploadList } from './uploading.ts'

const tag = 'members'
const counts = z.record(z.string(), z.int()).meta({ examples: [{ rows: 3, created: 2, updated: 1 }] })
const unreadable = {
  'no-file': true,
  'file-too-large': true,
  'other-file': true,
  'old-workbook': true,
  macros: true,
  bomb: true,
  'damaged-file': true,
  'too-many-rows': true,
  'too-many-columns': true,
  'no-rows': true,
} as const

const reading = z.strictObject({
  encoding: z.enum(encodings).optional(),
  separator: z
    .string()
    .length(1)
    .optional()
    .meta({ examples: [';'] }),
  sheet: shapes.text(200, 'Members').optional(),
  headerRow: z.int().min(1).max(1000).optional(),
  columns: z
    .array(z.enum(fields).nullable())
    .max(200)
    .optional()
    .describe('What each column is, null for those left out'),
  country: shapes.country.describe('The country of rows that name none'),
  language: shapes.locale,
  visibility: z.enum(visibilities),
  basedOn: z.int().min(0).describe('The revision that was read'),
})

/** Member lists as files: uploaded, read, looked at, applied, undone. */
export const importOperations: readonly Operation[] = [
  operation({
    id: 'uploadList',
    method: 'post',
    path: '/imports/{cluster}',
    tag,
    needs: 'members:write',
    status: 201,
    summary: 'Upload a member list as CSV or XLSX. Nothing reaches the cluster before it is applied.',
    body: z.strictObject({
      fileName: shapes.text(200, 'members.csv'),
      contents: z
        .base64()
        .max(28_000_000)
        .meta({ examples: ['TmFtZQ=='] })
        .describe('The file, in base64'),
      language: shapes.locale,
    }),
    answers: z.object({ id: shapes.id }),
    refusals: refusalsOf<typeof uploadList>({ ...unreadable, 'not-yours': true }),
    async run({ c, params, body }) {
      const { scope, services } = c.var
      const cluster = await listCluster(services.database.db, scope, params['cluster'] ?? '')
      const upload = {
        fileName: body.fileName,
        bytes: Uint8Array.from(Buffer.from(body.contents, 'base64')),
        language: body.language,
      }
      return cluster ? uploadList(services, scope, cluster, upload) : null
    },
  }),
  operation({
    id: 'exportList',
    method: 'get',
    path: '/imports/{cluster}/export',
    tag,
    needs: 'members:read',
    summary:
      'The members of a cluster as a list that an import understands; contact persons are in it, and that it was taken is recorded.',
    answers: z.object({ header: z.array(z.string()), rows: z.array(z.array(z.string())) }),
    async run({ c, params }) {
      const { scope, services, t, locale } = c.var
      const cluster = await listCluster(services.database.db, scope, params['cluster'] ?? '')
      if (!cluster) return null
      const [header = [], ...rows] = listRows(t, locale, await exportList(services, scope, cluster))
      return { header, rows }
    },
  }),
  operation({
    id: 'previewImport',
    method: 'get',
    path: '/imports/{cluster}/{import}',
    tag,
    needs: 'members:read',
    summary: 'What applying a list would do now, counted.',
    answers: z.object({
      revision: z.int(),
      seen: z.string(),
      headers: z.array(z.string()),
      columns: z.array(z.enum(fields).nullable()),
      counts,
    }),
    refusals: [...Object.keys(unreadable), 'file-gone'],
    async run({ c, params }) {
      const { scope, services } = c.var
      const list = await memberImport(services.database.db, scope, params['import'] ?? '')
      if (!list || list.cluster.slug !== params['cluster']) return null
      const preview = await previewOf(services.database.db, scope, list, services.clock.now())
      if ('refused' in preview) return preview
      const { seen, columns, plan, table } = preview
      return { revision: list.revision, seen, headers: table.headers, columns, counts: plan.counts }
    },
  }),
  operation({
    id: 'chooseReading',
    method: 'post',
    path: '/imports/{cluster}/{import}',
    tag,
    needs: 'members:write',
    summary: 'Say how a list is read and which column is what. It is remembered for lists with the same header.',
    body: reading,
    answers: z.object({ revision: z.int() }),
    refusals: refusalsOf<typeof chooseReading>({
      ...unreadable,
      'not-yours': true,
      'file-gone': true,
      'list-changed': true,
      'applied-already': true,
      'name-column-missing': true,
      'column-twice': true,
    }),
    async run({ c, params, body: { basedOn, ...choices } }) {
      const { scope, services } = c.var
      const list = await memberImport(services.database.db, scope, params['import'] ?? '')
      if (!list || list.cluster.slug !== params['cluster']) return null
      return chooseReading(services, scope, list, { basedOn, choices })
    },
  }),
  operation({
    id: 'applyImport',
    method: 'post',
    path: '/imports/{cluster}/{import}/application',
    tag,
    needs: 'members:write',
    summary: 'Take the list into the cluster, all of it or nothing.',
    body: z.strictObject({
      seen: z
        .string()
        .max(40)
        .meta({ examples: [''] }),
      basedOn: z.int().min(0),
    }),
    answers: z.object({ counts }),
    refusals: refusalsOf<typeof applyImport>({
      ...unreadable,
      'not-yours': true,
      'file-gone': true,
      'list-changed': true,
      'applied-already': true,
      'name-column-missing': true,
    }),
    async run({ c, params, body }) {
      const { scope, services } = c.var
      const list = await memberImport(services.database.db, scope, params['import'] ?? '')
      if (!list || list.cluster.slug !== params['cluster']) return null
      return applyImport(services, scope, list, body)
    },
  }),
  operation({
    id: 'undoImport',
    method: 'post',
    path: '/imports/{cluster}/{import}/undoing',
    tag,
    needs: 'members:write',
    summary: 'Put back what an import changed. What was edited since is kept only where `rest` says so.',
    body: z.strictObject({ rest: z.boolean() }),
    answers: z.object({ undone: z.int(), kept: z.int() }),
    refusals: refusalsOf<typeof undoImport>({
      'not-yours': true,
      'not-applied': true,
      'undone-already': true,
      'later-import': true,
      'edited-since': true,
    }),
    async run({ c, params, body }) {
      const { scope, services } = c.var
      const list = await memberImport(services.database.db, scope, params['import'] ?? '')
      if (!list || list.cluster.slug !== params['cluster']) return null
      return undoImport(services, scope, list, body)
    },
  }),
]
