import { expect, test } from 'vitest'
import { indexDue } from '../../app/exchange/search/indexing.ts'
import { messyList } from '../../app/organisations/import/testing/workbook.ts'
import { accessible, enterAs, fits, follow, musubi } from './visiting.ts'

test('a messy workbook is read, corrected, taken in as one act, found in the directory, and undone', async () => {
  const { services } = await musubi()
  const office = await enterAs('Demonstration coordinator, FBRI')
  await office.goto('/ja/imports/kobe-biomedical-innovation-cluster')
  await accessible(office)
  await office.getByLabel('ファイル').setInputFiles({
    name: '会員名簿.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(messyList('試')),
  })
  await follow(office.getByRole('button', { name: 'アップロードして確認する' }))
  await accessible(office)
  const shown = () => office.locator('body').innerText()
  expect(await shown()).toContain('デモ内視鏡洗浄試')
  expect(await shown()).toContain('新規会員: 3')

  // What stands under “設立年” is read; the notes of the office are left out, by hand.
  await office.getByLabel('No.', { exact: true }).selectOption('')
  await office.getByLabel('社数', { exact: true }).selectOption('')
  await follow(office.getByRole('button', { name: '読み直す' }))
  await follow(office.getByRole('button', { name: '名簿を反映する' }))
  expect(await shown()).toContain('名簿を反映しました')
  await accessible(office)
  await fits(office)
  await indexDue(services)

  const reader = await enterAs('Demonstration manager, FBRI')
  const search = async () => {
    await reader.goto(`/de/directory?q=${encodeURIComponent('デモ検査機器')}`)
    return reader.locator('main').innerText()
  }
  expect(await search()).toContain('デモ検査機器試')
  await follow(office.getByRole('button', { name: '取り込みを取り消す' }))
  expect(await shown()).toContain('取り込みを取り消しました')
  await indexDue(services)
  expect(await search()).not.toContain('デモ検査機器試')
})
