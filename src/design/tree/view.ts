import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { renderIcon } from '../icon/view.ts'

export interface TreeBranch {
  /** As printed before the name, e.g. ①, (3). */
  readonly number?: string
  readonly label: HtmlValue
  readonly href?: string
  /** Counts, marks, badges after the name. */
  readonly facts?: HtmlValue
  readonly children?: readonly TreeBranch[]
}

export interface TreeProps {
  readonly branches: readonly TreeBranch[]
  /** Levels that stand open from the start; 1 where nothing is said. */
  readonly openLevels?: number
}

/** Things within things, such as a plan's visions, measures and projects. Branches fold without a script. */
export function renderTree({ branches, openLevels = 1 }: TreeProps): Html {
  return renderLevel(branches, openLevels, 1)
}

function renderLevel(branches: readonly TreeBranch[], openLevels: number, level: number): Html {
  return html`<ul class="tree tree-${level}">
    ${branches.map((branch) => renderBranch(branch, openLevels, level))}
  </ul>`
}

function renderBranch(branch: TreeBranch, openLevels: number, level: number): Html {
  const { children = [], href, label, facts } = branch
  const number = branch.number ? html`<span class="tree-number">${branch.number}</span>` : nothing
  const name = href === undefined ? html`<span>${label}</span>` : html`<a href="${href}">${label}</a>`
  const after = facts ? html`<span class="tree-facts">${facts}</span>` : nothing
  if (children.length === 0) return html`<li class="tree-leaf">${number}${name}${after}</li>`
  // A link inside <summary> would fight with folding, so a branch that leads somewhere has its link inside.
  return html`<li>
    <details${attributes({ class: 'tree-branch', open: level <= openLevels })}>
      <summary>${number}<span class="tree-name">${label}</span>${after}</summary>
      ${href === undefined ? nothing : html`<p class="tree-own">${name}${renderIcon('right')}</p>`}
      ${renderLevel(children, openLevels, level + 1)}
    </details>
  </li>`
}
