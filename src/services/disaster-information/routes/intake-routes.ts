import { action, delivery, file, holding, page, type Route } from '#kernel/web/routes.ts'
import { askLostAgain, makeKey } from '../actions/keep-ways.ts'
import { takePush } from '../actions/take-push.ts'
import { showTelegramsXlsx } from '../api/telegram-files.ts'
import { showTelegram, showTelegramFile } from '../pages/telegram.ts'
import { showTelegramWays } from '../pages/telegram-ways.ts'
import { showTelegrams } from '../pages/telegrams.ts'
import { showRefusedTelegram, showRefusedTelegrams } from '../pages/telegrams-refused.ts'
import { TELEGRAM_LIMITS } from '../rules/telegrams/limits.ts'

const officers = holding('disaster-officer')

/** Where telegrams come in, and where staff look at them. */
export const intakeRoutes: readonly Route[] = [
  delivery('/telegrams', { mostBytes: TELEGRAM_LIMITS.bytes, summary: 'A telegram of the weather agency, signed (HMAC-SHA-256) with the key that staff made', act: takePush }),
  page('/staff/disaster/telegrams', officers, showTelegrams),
  file('/staff/disaster/telegrams.xlsx', officers, 'The telegrams that the list shows under the same filter (day, type, way, effect, realm), 5,000 at most', showTelegramsXlsx),
  page('/staff/disaster/telegrams/refused', officers, showRefusedTelegrams),
  page('/staff/disaster/telegrams/refused/:id', officers, showRefusedTelegram),
  page('/staff/disaster/telegrams/ways', officers, showTelegramWays),
  action('/staff/disaster/telegrams/ways/key', officers, {}, makeKey, showTelegramWays),
  action('/staff/disaster/telegrams/ways/again', officers, {}, askLostAgain, showTelegramWays),
  page('/staff/disaster/telegrams/:id', officers, showTelegram),
  file('/staff/disaster/telegrams/:id/xml', officers, 'A telegram as it was sent', showTelegramFile),
]
