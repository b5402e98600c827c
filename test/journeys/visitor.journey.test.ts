import { describe, expect, it } from 'vitest'
import { accessible, enter, fits, musubi } from './visiting.ts'

describe('a visitor', () => {
  it('opens the front page', async () => {
    const page = await enter()
    await page.goto('/ja')
    console.log(await page.innerText('body'))
    await accessible(page)
    await fits(page)
    expect((await musubi()).origin).toContain('http')
  })
})
