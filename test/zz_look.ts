import { chromium } from 'playwright-core'
import { openMusubi } from './journeys/musubi.ts'
import { signInLinkFor } from '../app/accounts/signInLinks.ts'

const [, , who = 'demonstration-coordinator-fbri-kobe', ...rest] = process.argv
const musubi = await openMusubi()
const { db } = musubi.services.database
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] })
const person = await db.selectFrom('person').select('id').where('address', 'like', `%${who}%`).executeTakeFirst()
const agreement = await db.selectFrom('undertaking').innerJoin('agreement', 'agreement.id', 'agreement_id').select(['reference']).executeTakeFirst()
const registered = await db.selectFrom('agreement_registration').innerJoin('agreement', 'agreement.id', 'agreement_id').select(['reference']).executeTakeFirst()
const undertaking = await db.selectFrom('undertaking_evidence').select('undertaking_id').executeTakeFirst()
console.log(person, agreement, registered)
for (const spec of rest) {
  const [path = '', locale = 'en', width = '1440', theme = 'light'] = spec.split(',')
  const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: theme as 'light' | 'dark', locale })
  const page = await context.newPage()
  if (person) {
    await page.goto(await signInLinkFor(musubi.services, person.id))
    await page.click('main form button')
  }
  const out = await db.selectFrom('introduction_meeting').innerJoin('referral','referral.id','referral_id').select('reference').executeTakeFirst() ?? await db.selectFrom('outcome').innerJoin('referral','referral.id','referral_id').select('reference').executeTakeFirst()
  const below = path.replace('AG', agreement?.reference ?? '').replace('RG', registered?.reference ?? '').replace('OU', out?.reference ?? '').replace('UN', undertaking?.undertaking_id ?? '')
  const answer = await page.goto(`${musubi.services.config.origin}/${locale}/${below}`)
  console.log(spec, answer?.status(), await page.title())
  await page.screenshot({ path: `/tmp/w5/look_${path.replaceAll('/', '_').replaceAll('?', '_')}_${locale}_${width}_${theme}.png`, fullPage: true })
  await context.close()
}
await browser.close()
await musubi.close()
