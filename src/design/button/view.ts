import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import { renderIcon, type IconName } from '../icon/view.ts'

/** One `primary` a page at most: what most people came to do. `danger` removes or cannot be taken back. */
export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'link'

interface ButtonLook {
  readonly label: HtmlValue
  /** `primary` where nothing is said. */
  readonly kind?: ButtonKind
  /** Stands before the label and is hidden from screen readers. */
  readonly icon?: IconName
  /** `small` is for rows of tables; it still has 44 px to touch. */
  readonly size?: 'standard' | 'small' | 'wide'
  /** A single letter that presses it where a part listens for keys, e.g. question-card. */
  readonly key?: string
}

export interface ButtonProps extends ButtonLook {
  /** Sent with the form when this button was used. */
  readonly name?: string
  readonly value?: string
  /** Sends the form elsewhere than its own action says. */
  readonly formAction?: string
  /** The form's id, for a button that stands outside it. */
  readonly form?: string
}

/** A button that sends its form. */
export function renderButton(props: ButtonProps): Html {
  const { name, value, formAction, form } = props
  const own = { type: 'submit', name, value, formaction: formAction, form }
  const given = attributes({ class: classOf(props), ...own, ...keyOf(props) })
  return html`<button${given}>${contentOf(props)}</button>`
}

export interface LinkButtonProps extends ButtonLook {
  readonly href: string
  /** Offers the target as a file instead of opening it. */
  readonly isDownload?: boolean
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function renderLinkButton(props: LinkButtonProps): Html {
  const own = { href: props.href, download: props.isDownload === true }
  const given = attributes({ class: classOf(props), ...own, ...keyOf(props) })
  return html`<a${given}>${contentOf(props)}</a>`
}

function classOf({ kind = 'primary', size = 'standard' }: ButtonLook): string {
  return `button button-${kind}${size === 'standard' ? '' : ` button-${size}`}`
}

function keyOf({ key }: ButtonLook): Readonly<Record<string, string | undefined>> {
  return { 'data-key': key, 'aria-keyshortcuts': key }
}

function contentOf({ icon, label }: ButtonLook): Html {
  return html`${icon === undefined ? nothing : renderIcon(icon)}<span>${label}</span>`
}
