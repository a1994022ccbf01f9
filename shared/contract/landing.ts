/** The page that a forwarded invitation opens. The card and the code carry the token and nothing else. */
export const LANDING_PAGE = 'pages/join/index'

export function landingPath(token: string): string {
  return `${LANDING_PAGE}?token=${token}`
}

/** For a 小程序码, whose `scene` holds at most 32 characters: the token itself is 22. */
export function landingScene(token: string): string {
  return token
}
