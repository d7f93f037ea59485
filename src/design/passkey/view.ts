import { attributes, html, nothing, type Html, type HtmlValue } from '#kernel/html/html.ts'
import type { Voice } from '#kernel/text/text.ts'
import { renderButton } from '../button/view.ts'
import { renderForm } from '../form/view.ts'
import { passkeyWords } from '../text.ts'

/** Name of the hidden field that brings the authenticator's answer, as JSON. */
const CREDENTIAL_FIELD_NAME = 'credential'

export interface PasskeyProps {
  readonly voice: Voice
  /** `get` asks for a passkey the person has, `create` makes a new one. */
  readonly ceremony: 'get' | 'create'
  /** Options of WebAuthn as JSON (PublicKeyCredentialRequestOptionsJSON or …CreationOptionsJSON). */
  readonly options: string
  readonly action: string
  readonly csrfToken: string
  readonly hidden?: Readonly<Record<string, string>>
  /** Fields to fill in first, such as a name for the new passkey. */
  readonly fields?: HtmlValue
  readonly label: HtmlValue
  readonly hint?: HtmlValue
  /** Stands here instead while the browser cannot do it; nothing where nothing is said. */
  readonly fallback?: HtmlValue
}

/**
 * A button that asks the person's device for a passkey and sends its answer with an ordinary form. Passkeys exist for
 * scripts alone, so the form stays hidden until client.ts has found that this browser knows them.
 */
export function renderPasskey(props: PasskeyProps): Html {
  const { voice, ceremony, options, action, csrfToken, hidden = {}, fields, label, hint, fallback } = props
  const words = attributes({
    ceremony,
    'data-options': options,
    'data-cancelled': voice.plain(passkeyWords.cancelled),
    'data-known': voice.plain(passkeyWords.known),
    'data-failed': voice.plain(passkeyWords.failed),
  })
  const button = renderButton({ label, icon: 'key', kind: ceremony === 'get' ? 'secondary' : 'primary' })
  return html`<passkey-form${words}>
    ${fallback ? html`<p class="passkey-fallback">${fallback}</p>` : nothing}
    <div class="passkey" hidden>
      ${renderForm({
        voice,
        action,
        csrfToken,
        hidden: { ...hidden, [CREDENTIAL_FIELD_NAME]: '' },
        body: fields ?? nothing,
        buttons: html`${button} ${hint ? html`<span class="passkey-hint">${hint}</span>` : nothing}`,
      })}
      <p class="passkey-trouble" role="status"></p>
    </div>
  </passkey-form>`
}
