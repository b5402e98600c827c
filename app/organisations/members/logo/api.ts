import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../../api/operation.ts'
import { keptMember } from '../keeping.ts'
import { setLogo } from './setting.ts'

const refusals = refusalsOf<typeof setLogo>({
  'not-yours': true,
  'no-profile': true,
  'not-an-image': true,
  'image-too-large': true,
})
const answers = z.object({ set: z.boolean() })

/** A member's logo, for programs that keep its profile. */
export const logoOperations: readonly Operation[] = [
  operation({
    id: 'setLogo',
    method: 'post',
    path: '/members/{slug}/logo',
    tag: 'members',
    needs: 'members:write',
    summary: 'Put a logo on a member’s profile: PNG, JPEG or WebP, up to 300 kB, in base64.',
    body: z.strictObject({
      image: z
        .base64()
        .max(420_000)
        .meta({ examples: ['iVBORw0KGgo='] }),
    }),
    answers,
    refusals,
    async run(asked) {
      const member = await keptMember(asked.c, asked.params['slug'])
      const { services, scope } = asked.c.var
      const bytes = Uint8Array.from(Buffer.from(asked.body.image, 'base64'))
      return member && setLogo(services, scope, member.organisationId, bytes)
    },
  }),
  operation({
    id: 'removeLogo',
    method: 'post',
    path: '/members/{slug}/logo/removal',
    tag: 'members',
    needs: 'members:write',
    summary: 'Take the logo away.',
    body: z.strictObject({}),
    answers,
    refusals,
    async run(asked) {
      const member = await keptMember(asked.c, asked.params['slug'])
      const { services, scope } = asked.c.var
      return member && setLogo(services, scope, member.organisationId, null)
    },
  }),
]
