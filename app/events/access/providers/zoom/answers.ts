import { z } from 'zod'

/** Zoom gives the same id as a number here and as a string there. */
export const zoomId = z.union([z.string().min(1), z.number().int()]).transform(String)

export const webinarAnswer = z.object({ id: zoomId })

export const webinarList = z.object({
  webinars: z.array(z.object({ id: zoomId, agenda: z.string().optional() })),
  next_page_token: z.string().optional(),
})

/** `join_url` may be missing or lead nowhere while somebody is pending: it is looked at only together with the status. */
export const registrantAnswer = z.object({
  registrant_id: z.string(),
  join_url: z.string().optional(),
  status: z.enum(['approved', 'pending', 'denied']).optional(),
})

export const batchAnswer = z.object({
  registrants: z.array(z.object({ email: z.string(), registrant_id: z.string(), join_url: z.string().optional() })),
})

export const registrantList = z.object({
  registrants: z.array(
    z.object({ id: z.string(), email: z.string(), join_url: z.string().optional(), status: z.string().optional() }),
  ),
  next_page_token: z.string().optional(),
})

export const panelistList = z.object({
  panelists: z.array(z.object({ id: z.string(), email: z.string(), join_url: z.string().optional() })),
})

export const participantList = z.object({
  participants: z.array(
    z.object({
      registrant_id: z.string().optional(),
      user_email: z.string().optional(),
      join_time: z.string(),
      leave_time: z.string().optional(),
    }),
  ),
  next_page_token: z.string().optional(),
})
