import { session } from '../../cloud/session'

/** On the local server nobody can be asked anything before a person has been chosen. */
export function needsPerson(): boolean {
  return session().kind === 'nobody'
}
