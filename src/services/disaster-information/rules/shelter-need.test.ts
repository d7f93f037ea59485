import { describe, expect, test } from 'vitest'
import { HAZARDS, type Hazard, type Level } from '../model.ts'
import { meets, needNow, NOTHING_NEEDED, type ShelterNeed } from './shelter-need.ts'
import { isMeantFor, SHELTER_HAZARDS, type ShelterHazard, type ShelterKind } from './shelters.ts'

const warned = (hazard: Hazard, level: Level | null) => ({ hazard, level })

describe('what a shelter must be just now', () => {
  test.each<[string, { hazard: Hazard }[], { hazard: Hazard; level: Level | null }[], ShelterNeed]>([
    ['nothing threatens', [], [], NOTHING_NEEDED],
    ['level 2 asks for none', [], [warned('landslide', 2)], NOTHING_NEEDED],
    ['two orders', [{ hazard: 'landslide' }, { hazard: 'flood' }], [], { hazards: ['landslide', 'flood'], needsBuilding: false }],
    ['landslide 4 and flood 4', [], [warned('landslide', 4), warned('flood', 4)], { hazards: ['landslide', 'flood'], needsBuilding: false }],
    ['an order, and a warning that is graver', [{ hazard: 'landslide' }], [warned('heavy-rain', 5)], { hazards: ['landslide', 'flood'], needsBuilding: false }],
    ['the same from both', [{ hazard: 'flood' }], [warned('heavy-rain', 3), warned('flood', 4)], { hazards: ['flood'], needsBuilding: false }],
    ['wind alone', [], [warned('wind', 3)], { hazards: [], needsBuilding: true }],
    ['wind and landslide', [{ hazard: 'wind' }], [warned('landslide', 3)], { hazards: ['landslide'], needsBuilding: true }],
    ['what cannot be read', [], [warned('flood', null)], { hazards: ['flood'], needsBuilding: false }],
    ['an earthquake', [], [warned('earthquake', 3)], { hazards: ['earthquake'], needsBuilding: false }],
  ])('%s', (_, orders, warnings, need) => {
    expect(needNow(orders, warnings)).toEqual(need)
  })

  test('of one hazard is what the law asks for it', () => {
    const kinds: readonly ShelterKind[][] = [['shelter'], ['emergency-site'], ['shelter', 'emergency-site'], []]
    const designations: readonly ShelterHazard[][] = [[], [...SHELTER_HAZARDS], ...SHELTER_HAZARDS.map((hazard) => [hazard])]
    for (const hazard of HAZARDS) {
      for (const shelter of kinds.flatMap((each) => designations.map((hazards) => ({ kinds: each, hazards })))) {
        expect(meets(shelter, needNow([{ hazard }], []))).toBe(isMeantFor(shelter, hazard))
      }
    }
  })

  test.each<[ShelterHazard[], ShelterKind[], boolean]>([
    [['landslide', 'flood'], ['shelter'], true], [['landslide'], ['shelter'], false], [['flood'], ['shelter'], false], [['landslide', 'flood'], ['emergency-site'], false],
  ])('designated for %j as %j on a night of landslide, flood and wind: %s', (hazards, kinds, isNamed) => {
    expect(meets({ hazards, kinds }, { hazards: ['landslide', 'flood'], needsBuilding: true })).toBe(isNamed)
  })
})
