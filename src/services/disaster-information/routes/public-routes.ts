import { action, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { actAgain, actAtShelter } from '../actions/shelters.ts'
import { showShelterFile } from '../api/shelter-files.ts'
import { shelterActForm } from '../forms/shelters.ts'
import { showShelters } from '../pages/shelter-desk.ts'
import { showShelterHistory, showWall } from '../pages/shelter-wall.ts'

const officers = holding('disaster-officer')

/** What residents read, and the shelters that staff keep. */
export const publicRoutes: readonly Route[] = [
  page('/staff/disaster/shelters', officers, showShelters),
  action('/staff/disaster/shelters', officers, shelterActForm, actAtShelter, actAgain),
  page('/staff/disaster/shelters/wall', officers, showWall),
  page('/staff/disaster/shelters/history', officers, showShelterHistory),
  file('/staff/disaster/shelters.xlsx', officers, 'The list of shelters as a workbook', showShelterFile('xlsx')),
  file('/staff/disaster/shelters.csv', officers, 'The list of shelters as CSV', showShelterFile('csv')),
]
