/** The page on which anyone checks a printed letter. */
export const CHECK_PAGE = 'packages/letters/check/index'

/**
 * The address in the code under a printed letter.
 *
 * @param appUrl where the H5 app is served, such as `https://example.org/h5/`
 */
export function addressOfCheck(appUrl: string, letterId: string, code: string): string {
  const root = appUrl.replace(/[#?].*$/u, '').replace(/\/*$/u, '/')
  return `${root}#/${CHECK_PAGE}?letterId=${letterId}&code=${code}`
}
