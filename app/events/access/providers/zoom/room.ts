import type { RoomPlan } from '../provider.ts'

const MINUTE = 60_000

/**
 * A webinar as our events need it: nobody registers there by themselves (approval by hand, and only we push people in), no mail goes out
 * but ours, no link can be passed on from inside, one device a link, and the hosts meet before the doors open.
 */
export function webinarOf(plan: RoomPlan): Record<string, unknown> {
  return {
    topic: plan.topic.slice(0, 200).toWellFormed(),
    // The public page of the event: useful to whoever runs the room, and what we know it by.
    agenda: plan.page,
    type: 5,
    start_time: plan.begins.toISOString().replace(/\.\d+Z$/, 'Z'),
    duration: Math.max(1, Math.round((plan.ends.getTime() - plan.begins.getTime()) / MINUTE)),
    timezone: plan.zone,
    settings: {
      approval_type: 1,
      registrants_restrict_number: plan.capacity ?? 0,
      allow_multiple_devices: false,
      registrants_email_notification: false,
      registrants_confirmation_email: false,
      panelists_invitation_email_notification: false,
      show_share_button: false,
      practice_session: true,
      meeting_authentication: false,
      auto_recording: 'none',
      // Questions are asked and moderated on our own pages: Zoom tells nobody of them before the end.
      question_and_answer: { enable: false },
    },
  }
}
