import { expect, test } from 'vitest'
import { checkRooms } from '../../tools/check-rooms.ts'
import { printed } from '../../tools/rooms/finding.ts'
import { ROOT } from '../../tools/tool.ts'

test('every service has its rooms, and every file keeps to the house', () => {
  const errors = checkRooms(ROOT).filter((finding) => finding.weight === 'error')
  expect(errors.map(printed)).toEqual([])
})
