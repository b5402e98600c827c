import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { registerAgreement } from '../../agreements/register/registering.ts'
import { actAs, done, found } from '../loading.ts'
import type { Year } from './loading.ts'

const registerFile = z.strictObject({
  source: z.string(),
  keeper: z.string(),
  parties: z.array(z.string()),
  termMonths: z.int(),
  agreements: z.array(
    z.strictObject({
      title: z.string(),
      others: z.array(z.strictObject({ name: z.string(), country: z.string().length(2) })),
      note: z.string().optional(),
    }),
  ),
})

/** What MAGIA is publicly known to have signed before, as an example of a register: little is known, and the rest says so. */
export async function loadRegister({ services, root, loaded, coordinatorOf }: Year): Promise<void> {
  const text = await readFile(join(root, 'examples/magia-register/register.yaml'), 'utf8')
  const { source, keeper, parties, termMonths, agreements } = registerFile.parse(parse(text))
  const scope = await actAs(services, loaded, coordinatorOf(keeper))
  for (const { title, others, note } of agreements)
    done(
      await registerAgreement(services, scope, found(loaded.organisations, keeper), {
        kind: 'memorandum',
        title,
        titleLanguage: 'en',
        languages: [],
        parties: parties.map((slug) => found(loaded.organisations, slug)),
        others,
        signedOn: null,
        inForceFrom: null,
        until: null,
        termMonths,
        noticeMonths: null,
        contacts: null,
        source,
        note: note ?? null,
        responsiblePersonId: scope.person?.personId ?? null,
        scan: null,
      }),
    )
}
