import { action, everyone, holding, page, type Route } from '#kernel/web/routes.ts'
import { confirmNews, makeDigest, publishNews, refuseForm, saveNews, sendBackNews, withdrawNews } from './actions/news-acts.ts'
import { NEWS_CHANGES } from './facts.ts'
import { digestForm, newsForm, sendForm } from './forms.ts'
import { showNews, showNewsItem } from './pages/public-news.ts'
import { showDesk } from './pages/staff-desk.ts'
import { showNewNews, showStaffItem } from './pages/staff-item.ts'

const editors = holding('news-editor')
const kept = { emptiedBy: NEWS_CHANGES }

export const routes: readonly Route[] = [
  page('/news', everyone, showNews, kept),
  page('/news/:id', everyone, showNewsItem, kept),
  page('/staff/news', editors, showDesk),
  page('/staff/news/new', editors, showNewNews),
  action('/staff/news/new', editors, newsForm, saveNews, saveNews),
  action('/staff/news/digest', editors, digestForm, makeDigest, refuseForm),
  page('/staff/news/:id', editors, showStaffItem),
  action('/staff/news/:id', editors, newsForm, saveNews, saveNews),
  action('/staff/news/:id/publish', editors, sendForm, publishNews, refuseForm),
  action('/staff/news/:id/confirm', editors, sendForm, confirmNews, refuseForm),
  action('/staff/news/:id/send-back', editors, sendForm, sendBackNews, refuseForm),
  action('/staff/news/:id/withdraw', editors, sendForm, withdrawNews, refuseForm),
]
