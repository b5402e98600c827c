import { expect, test } from 'vitest'
import { presence } from './attending.ts'

const at = (time: string) => new Date(`2022-03-22T${time}:00Z`)
const came = (time: string) => ({ came: true, at: at(time) })
const left = (time: string) => ({ came: false, at: at(time) })
const minutes = (...marks: Parameters<typeof presence>[0]) => presence(marks, at('11:00')).minutes

test('somebody on two devices is there until both have left', () => {
  expect(minutes(came('10:00'), came('10:05'), left('10:10'), left('11:00'))).toBe(60)
  expect(minutes(came('10:00'), came('10:30'), left('10:30'), left('11:00'))).toBe(60)
})

test('who leaves and comes again is counted for both visits, and who never left until the end', () => {
  expect(minutes(came('10:00'), left('10:10'), came('10:30'), left('10:59'))).toBe(39)
  expect(minutes(left('10:10'), came('10:30'))).toBe(30)
})
