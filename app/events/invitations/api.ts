import { z } from 'zod'
import { type Asked, operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { nameText } from '../../language/names.ts'
import { attendanceList } from '../attendance/attendanceList.ts'
import { confirmFollowUp, takeFollowUpBack } from '../attendance/followingUp.ts'
import { addMaterial, removeMaterial } from '../attendance/material.ts'
import { recordAttendance } from '../attendance/recording.ts'
import type { EventView } from '../event.ts'
import { findEvent } from '../finding.ts'
import { mayOrganise } from '../policy.ts'
import { reminderChoices } from './reminding.ts'
import { setReminders } from './settingReminders.ts'

const tag = 'events'
const needs = 'events:write'
const here = '/events/{slug}'

const ids = z.array(shapes.id).max(5000)
const audience = z.enum(['came', 'absent']).describe('Those recorded as present, or all others with a place')
const attending = z.object({
  registrationId: shapes.id,
  name: z.string().meta({ examples: ['Ada Example'] }),
  affiliation: z.string().nullable(),
  category: z.enum(['press', 'member', 'guest', 'speaker']),
  came: z.boolean().nullable().describe('Null: nothing is recorded'),
  source: z.enum(['provider', 'hand']).nullable(),
  minutes: z.int().nullable(),
})

/** The event of the address as far as the asker may know of it. */
async function withEvent(
  { c, params }: Asked<never, unknown>,
  act: (event: EventView) => Promise<object | null>,
): Promise<object | null> {
  const event = await findEvent(c.var.services.database.db, c.var.scope, params['slug'] ?? '')
  return event && act(event)
}

/** Before and after an event: reminders, attendance, follow-up mails, material. */
export const invitationOperations: readonly Operation[] = [
  operation({
    id: 'setReminders',
    method: 'put',
    path: `${here}/reminders`,
    tag,
    needs,
    summary:
      'Set when everybody registered is reminded by mail, in minutes before the beginning; an empty list: never.',
    body: z.strictObject({
      minutes: z.array(z.literal(reminderChoices)).meta({ examples: [[1440, 60]] }),
    }),
    answers: z.object({ minutes: z.array(z.int()) }),
    refusals: refusalsOf<typeof setReminders>({
      'no-such-event': true,
      'not-yours': true,
      cancelled: true,
      'not-readable': true,
    }),
    run: (asked) =>
      withEvent(asked as never, (event) =>
        setReminders(asked.c.var.services, asked.c.var.scope, event.id, asked.body.minutes),
      ),
  }),
  operation({
    id: 'readAttendance',
    method: 'get',
    path: `${here}/attendance`,
    tag,
    needs: 'events:read',
    summary: 'Everybody with a place at an event that one organises, with what is recorded of their presence.',
    answers: z.object({ people: z.array(attending) }),
    run: (asked) =>
      withEvent(asked as never, async (event) => {
        const { services, scope } = asked.c.var
        if (!mayOrganise(scope, event)) return null
        const people = await attendanceList(services.database.db, event.id)
        return {
          people: people.map(({ registrationId, name, affiliation, kind, came, source, minutes }) => ({
            registrationId,
            name: nameText(name, 'en'),
            affiliation,
            category: kind,
            came,
            source,
            minutes,
          })),
        }
      }),
  }),
  operation({
    id: 'recordAttendance',
    method: 'put',
    path: `${here}/attendance`,
    tag,
    needs,
    summary:
      'Record who was present and who was not, which outweighs what the online room reports. Others stay as they are.',
    body: z.strictObject({ present: ids, absent: ids }),
    answers: z.object({ recorded: z.int() }),
    refusals: refusalsOf<typeof recordAttendance>({
      'no-such-event': true,
      'not-yours': true,
      'not-begun': true,
      'no-such-registration': true,
    }),
    run: (asked) =>
      withEvent(asked as never, (event) =>
        recordAttendance(asked.c.var.services, asked.c.var.scope, event.id, asked.body),
      ),
  }),
  operation({
    id: 'confirmFollowUp',
    method: 'post',
    path: `${here}/follow-ups`,
    tag,
    needs,
    summary: 'Confirm a mail to those who came or to those who did not. It goes out in ten minutes, once.',
    body: z.strictObject({
      audience,
      language: shapes.locale,
      subject: shapes.text(200, 'Thank you for coming'),
      body: shapes.text(20_000, 'The recording can now be seen.'),
    }),
    status: 201,
    answers: z.object({ id: shapes.id, dueAt: shapes.instant }),
    refusals: refusalsOf<typeof confirmFollowUp>({
      'no-such-event': true,
      'not-yours': true,
      'not-over': true,
      already: true,
      nobody: true,
    }),
    run: (asked) =>
      withEvent(asked as never, (event) =>
        confirmFollowUp(asked.c.var.services, asked.c.var.scope, event.id, asked.body),
      ),
  }),
  operation({
    id: 'takeFollowUpBack',
    method: 'delete',
    path: `${here}/follow-ups/{id}`,
    tag,
    needs,
    summary: 'Take a confirmed mail back before it goes out.',
    answers: z.object({ takenBack: z.literal(true) }),
    refusals: refusalsOf<typeof takeFollowUpBack>({
      'no-such-event': true,
      'not-yours': true,
      'no-such-follow-up': true,
      'too-late': true,
    }),
    run: (asked) =>
      withEvent(asked as never, (event) =>
        takeFollowUpBack(asked.c.var.services, asked.c.var.scope, event.id, asked.params['id'] ?? ''),
      ),
  }),
  operation({
    id: 'addMaterial',
    method: 'post',
    path: `${here}/material`,
    tag,
    needs,
    summary:
      'Add a link to a recording or other material, for everybody, for those who had a place, or for those who came.',
    body: z.strictObject({
      kind: z.enum(['recording', 'material']),
      title: shapes.content,
      audience: z.enum(['everybody', 'registered', 'came']),
      address: z.url({ protocol: /^https$/ }).meta({ examples: ['https://example.org/recording'] }),
    }),
    status: 201,
    answers: z.object({ id: shapes.id }),
    refusals: refusalsOf<typeof addMaterial>({
      'no-such-event': true,
      'not-yours': true,
      'bad-address': true,
      'too-large': true,
      'nothing-given': true,
      // A body that is too large is refused before anything looks at it, and stands among what every operation may answer.
    }).filter((code) => code !== 'too-large'),
    run: (asked) =>
      withEvent(asked as never, (event) => addMaterial(asked.c.var.services, asked.c.var.scope, event.id, asked.body)),
  }),
  operation({
    id: 'removeMaterial',
    method: 'delete',
    path: `${here}/material/{id}`,
    tag,
    needs,
    summary: 'Take a recording or other material away.',
    answers: z.object({ removed: z.literal(true) }),
    refusals: refusalsOf<typeof removeMaterial>({
      'no-such-event': true,
      'not-yours': true,
      'no-such-material': true,
    }),
    run: (asked) =>
      withEvent(asked as never, (event) =>
        removeMaterial(asked.c.var.services, asked.c.var.scope, event.id, asked.params['id'] ?? ''),
      ),
  }),
]
