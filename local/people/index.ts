export { generatePeople } from './generate'
export { INSTITUTIONS, type Institution, STAFF, type StaffMember } from './offices'
export { PEOPLE, personByOpenid, personNamed } from './people'
export type { SyntheticPerson } from './person'
