export { generatePeople } from './generate'
export { INSTITUTIONS, type Institution, STAFF, type StaffMember } from './offices'
export { FAMILIES, PEOPLE, personByOpenid, personNamed } from './people'
export type { FamilyMember, SyntheticPerson } from './person'
