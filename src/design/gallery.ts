import { attributes, html, type Html } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import type { ExamplePage } from './example.ts'
import { renderHeading, renderPageTitle } from './heading/view.ts'
import { examplePages } from './design.ts'
import { renderSection } from './layout/view.ts'
import { galleryWords } from './sample-text.ts'

/** The contents of the page of examples (`main` of the shell): every part as it is used. */
export function renderGallery(voice: Voice): Html {
  return html`${renderPageTitle({ title: voice.say(galleryWords.title), lead: voice.say(galleryWords.lead) })}
    <nav class="gallery-contents"${attributes({ 'aria-label': voice.plain(galleryWords.contents) })}>
      <ul class="cluster">
        ${examplePages.map(({ name, title }) => html`<li><a href="#part-${name}">${voice.say(title)}</a></li>`)}
      </ul>
    </nav>
    ${examplePages.map((page) => renderPart(voice, page))}`
}

function renderPart(voice: Voice, { name, title, examples }: ExamplePage): Html {
  return renderSection({
    id: `part-${name}`,
    heading: html`${voice.say(title)} <code>${name}</code>`,
    body: examples.map(
      (example) => html`${renderHeading({ level: 3, content: voice.say(example.title) })} ${example.render(voice)}`,
    ),
  })
}
