import { everyone, file, page, type Route } from '#kernel/web/routes.ts'
import { NOTICE_CHANGES } from '../facts.ts'
import { showCableTvText } from '../feeds/cable-tv-text.ts'
import { showCap } from '../feeds/cap-file.ts'
import { showAtom, showCapIndex, showRss } from '../feeds/news-feeds.ts'
import { showSignage, showSignageJson, showSignageScript, showSignageStyle, signageShape } from '../feeds/signage-files.ts'
import { showSpokenText } from '../feeds/spoken-text.ts'
import { showFollowing } from '../pages/following.ts'
import { showNotice } from '../pages/notice.ts'

/** Read by crowds on a bad night: all of it is kept until a notice is issued or its time is over. */
const kept = { emptiedBy: NOTICE_CHANGES }

export const feedRoutes: readonly Route[] = [
  page('/notices/feeds', everyone, showFollowing),
  file('/notices/feed.atom', everyone, 'Notices as Atom; ?lang=ja, ja-x-yasashii, en or pt, ?topic=', showAtom, kept),
  file('/notices/feed.rss', everyone, 'Notices as RSS 2.0; ?lang=ja, ja-x-yasashii, en or pt, ?topic=', showRss, kept),
  file('/notices/cap.atom', everyone, 'Index of the CAP messages; ?lang=, ?topic=', showCapIndex, kept),
  file('/notices/cable-tv.txt', everyone, 'What holds now as plain text for cable television; ?lang=, ?encoding=utf-8 or shift_jis', showCableTvText, kept),
  file('/notices/signage.json', everyone, 'What a screen shows now, and until when', showSignageJson, { ...kept, reply: signageShape }),
  file('/notices/signage', everyone, 'A page that fills a screen and keeps itself fresh', showSignage, kept),
  file('/notices/signage.css', everyone, 'Style of the screen', showSignageStyle, kept),
  file('/notices/signage.js', everyone, 'Script of the screen', showSignageScript, kept),
  page('/notices/:id', everyone, showNotice, kept),
  file('/notices/:id(^[0-9a-f-]+).cap.xml', everyone, 'A notice in the Common Alerting Protocol 1.2', showCap, kept),
  file('/notices/:id/spoken.txt', everyone, 'A notice to be read aloud, by its readings; ?lang=', showSpokenText, kept),
]
