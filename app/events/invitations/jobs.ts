import { z } from 'zod'
import { defineJob, type JobHandler } from '../../platform/jobs/handler.ts'
import type { Services } from '../../web/env.ts'
import { sendDueFollowUps } from '../attendance/sendingFollowUps.ts'
import { remindDue } from './reminding.ts'
import { tellChange } from './tellingChange.ts'
import { tellDecision } from './tellingDecision.ts'

const decisions = ['pending', 'confirmed', 'waiting', 'late', 'declined', 'withdrawn'] as const

/** Mails to those who register, and every minute what has become due: reminders and follow-up mails. */
export const invitationJobs = (services: () => Services): JobHandler[] => [
  defineJob({
    name: 'events.registration-decided',
    schema: z.object({ registrationId: z.uuid(), decision: z.enum(decisions) }),
    work: (_db, data) => tellDecision(services(), data),
  }),
  defineJob({
    name: 'events.changed',
    schema: z.object({ eventId: z.uuid(), sequence: z.int().positive() }),
    limitSeconds: 15 * 60,
    work: (_db, data) => tellChange(services(), data),
  }),
  defineJob({
    name: 'events.tell-due',
    schema: z.object({}),
    every: { cron: '* * * * *', timeZone: 'UTC' },
    limitSeconds: 15 * 60,
    async work() {
      const sent = (await remindDue(services())) + (await sendDueFollowUps(services()))
      if (sent > 0) services().log('events.told', { sent })
    },
  }),
]
