/** Names to sign in with: letters, digits, and single `.`, `-` or `_` between them. */
export const LOGIN_PATTERN = /^[a-z0-9]+([._-][a-z0-9]+)*$/
export const LOGIN_MIN = 3
export const LOGIN_MAX = 40

/** As it is kept: small letters of normal width, whatever the keyboard was set to. */
export function normalLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

export function isLogin(login: string): boolean {
  return login.length >= LOGIN_MIN && login.length <= LOGIN_MAX && LOGIN_PATTERN.test(login)
}
