import { z } from 'zod'
import type { Answer, Asked } from '../../api/operation.ts'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import type { Scope } from '../../accounts/scope.ts'
import type { Services } from '../../web/env.ts'
import { addSubscriber, makeList } from '../distribution/lists.ts'
import { addAsset, publishAsset, removeAsset } from '../kit/adding.ts'
import { pressOrganisation } from '../organisation.ts'
import { describePress } from '../profiling.ts'
import * as own from './shapes.ts'

const tag = 'press'
const needs = 'press:write'
const here = '/press/{slug}'

type Room = { services: Services; scope: Scope; organisationId: string }

async function inRoom(asked: Pick<Asked<unknown, unknown>, 'c' | 'params'>, act: (room: Room) => Promise<Answer>) {
  const { services, scope } = asked.c.var
  const found = await pressOrganisation(services.database.db, scope, asked.params['slug'] ?? '')
  return found ? act({ services, scope, organisationId: found.id }) : null
}

const title = shapes.content.describe('In one language at least')
const changes = { 'not-yours': true, 'no-such-file': true } as const

/** The press room of one organisation: contacts, files, lists. */
export const roomOperations: readonly Operation[] = [
  operation({
    id: 'describePress',
    method: 'put',
    path: `${here}/profile`,
    tag,
    needs,
    summary: 'Contacts, boilerplate and trademark notice that releases begun from now on carry.',
    body: own.notes,
    answers: z.object({ described: z.literal(true) }),
    refusals: refusalsOf<typeof describePress>({ 'not-yours': true }),
    run: (asked) =>
      inRoom(asked, ({ services, scope, organisationId }) =>
        describePress(services, scope, organisationId, asked.body),
      ),
  }),
  operation({
    id: 'addAsset',
    method: 'post',
    path: `${here}/assets`,
    tag,
    needs,
    summary: 'Add a file to the kit; nobody outside sees it before it is made public or comes with a public release.',
    body: z.strictObject({
      kind: z.enum(['logo', 'portrait', 'photograph', 'document']),
      title,
      alternative: shapes.content.nullable().describe('What is to be seen; pictures need it'),
      credit: shapes.text(500, 'FBRI'),
      licence: shapes.text(500, 'Free for reporting on the alliance'),
      trademark: shapes.content.nullable(),
      fileName: shapes.text(200, 'logo.svg'),
      file: z
        .base64()
        .describe('PNG, JPEG, SVG or PDF in base64')
        .meta({ examples: ['iVBORw0KGgo='] }),
    }),
    status: 201,
    answers: z.object({ id: shapes.id }),
    refusals: refusalsOf<typeof addAsset>({
      'not-yours': true,
      'no-file': true,
      'file-too-large': true,
      'other-file': true,
      'alternative-missing': true,
    }),
    run: (asked) =>
      inRoom(asked, ({ services, scope, organisationId }) => {
        const { file, title: named, alternative, trademark, ...rest } = asked.body
        return addAsset(services, scope, organisationId, {
          ...rest,
          title: named,
          alternative,
          trademark,
          bytes: new Uint8Array(Buffer.from(file, 'base64')),
        })
      }),
  }),
  operation({
    id: 'publishAsset',
    method: 'put',
    path: `${here}/assets/{asset}/publication`,
    tag,
    needs,
    summary: 'Show a file in the public kit of its organisation, or no longer.',
    body: z.strictObject({ isPublic: z.boolean() }),
    answers: z.object({ done: z.literal(true) }),
    refusals: refusalsOf<typeof publishAsset>(changes),
    run: ({ c, params, body }) => publishAsset(c.var.services, c.var.scope, own.uuidOr(params['asset']), body.isPublic),
  }),
  operation({
    id: 'removeAsset',
    method: 'delete',
    path: `${here}/assets/{asset}`,
    tag,
    needs,
    summary: 'Take a file away for good, from releases too.',
    answers: z.object({ done: z.literal(true) }),
    refusals: refusalsOf<typeof removeAsset>(changes),
    run: ({ c, params }) => removeAsset(c.var.services, c.var.scope, own.uuidOr(params['asset'])),
  }),
  operation({
    id: 'makeList',
    method: 'post',
    path: `${here}/lists`,
    tag,
    needs,
    summary: 'Make a mailing list; an open one can be joined by whoever confirms by mail.',
    body: z.strictObject({ name: shapes.text(500, 'Medical press'), isOpen: z.boolean() }),
    status: 201,
    answers: z.object({ id: shapes.id }),
    refusals: refusalsOf<typeof makeList>({ 'not-yours': true, 'list-exists': true }),
    run: (asked) =>
      inRoom(asked, ({ services, scope, organisationId }) => makeList(services, scope, organisationId, asked.body)),
  }),
  operation({
    id: 'addSubscriber',
    method: 'post',
    path: `${here}/lists/{list}/subscribers`,
    tag,
    needs,
    summary: 'Enter somebody who asked the press office for releases by mail, and how they agreed.',
    body: z.strictObject({
      name: shapes.text(500, 'Ada Example'),
      outlet: shapes.text(500, 'The Example'),
      address: z.email().meta({ examples: ['ada@example.org'] }),
      locale: shapes.locale,
      consent: shapes.text(500, 'Asked by telephone on 14 March 2022'),
    }),
    status: 201,
    answers: z.object({ id: shapes.id }),
    refusals: refusalsOf<typeof addSubscriber>({ 'not-yours': true, 'no-such-list': true, 'already-listed': true }),
    run: ({ c, params, body }) => addSubscriber(c.var.services, c.var.scope, own.uuidOr(params['list']), body),
  }),
]
