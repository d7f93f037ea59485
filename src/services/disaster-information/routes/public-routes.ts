import { action, everyone, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { actAgain, actAtShelter } from '../actions/shelters.ts'
import { disasterJsonShape, showPublicJson } from '../api/public-json.ts'
import { showShelterFile } from '../api/shelter-files.ts'
import { DISASTER_CHANGES } from '../facts.ts'
import { shelterActForm } from '../forms/shelters.ts'
import { showPublic } from '../pages/public-home.ts'
import { showLevels } from '../pages/public-levels.ts'
import { showShelters } from '../pages/shelter-desk.ts'
import { showShelterHistory, showWall } from '../pages/shelter-wall.ts'

const officers = holding('disaster-officer')

/** What residents read, and the shelters that staff keep. */
export const publicRoutes: readonly Route[] = [
  page('/disaster', everyone, showPublic, { emptiedBy: DISASTER_CHANGES }),
  page('/disaster/levels', everyone, showLevels, { emptiedBy: DISASTER_CHANGES }),
  file('/disaster.json', everyone, 'What is in force and which shelters are open; town= puts the nearest first, hazard= keeps those designated for it', showPublicJson, { emptiedBy: DISASTER_CHANGES, reply: disasterJsonShape }),

  page('/staff/disaster/shelters', officers, showShelters),
  action('/staff/disaster/shelters', officers, shelterActForm, actAtShelter, actAgain),
  page('/staff/disaster/shelters/wall', officers, showWall),
  page('/staff/disaster/shelters/history', officers, showShelterHistory),
  file('/staff/disaster/shelters.xlsx', officers, 'The list of shelters as a workbook', showShelterFile('xlsx')),
  file('/staff/disaster/shelters.csv', officers, 'The list of shelters as CSV', showShelterFile('csv')),
]
