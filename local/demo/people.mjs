/** The synthetic people, by family, as the two choosers show them. */

const REGIONS = {
  11: '北京',
  12: '天津',
  13: '河北',
  14: '山西',
  15: '内蒙古',
  21: '辽宁',
  22: '吉林',
  23: '黑龙江',
  31: '上海',
  32: '江苏',
  33: '浙江',
  34: '安徽',
  35: '福建',
  36: '江西',
  37: '山东',
  41: '河南',
  42: '湖北',
  43: '湖南',
  44: '广东',
  45: '广西',
  46: '海南',
  50: '重庆',
  51: '四川',
  52: '贵州',
  53: '云南',
  54: '西藏',
  61: '陕西',
  62: '甘肃',
  63: '青海',
  64: '宁夏',
  65: '新疆',
}
const SCHEMES = { employee: '职工医保', resident: '居民医保' }
const ENROLMENTS = { suspended: '（已停保）', none: '', active: '' }

// A city with rules of its own is a region of its own.
const CITIES = { 210200: '大连' }
const AREAS = { 1: '华北', 2: '东北', 3: '华东', 4: '中南', 5: '西南', 6: '西北' }

function nameOf(regionCode) {
  return CITIES[regionCode] ?? REGIONS[regionCode.slice(0, 2)] ?? ''
}

function regionOf(person) {
  return person.regionCode === null ? '' : nameOf(person.regionCode)
}

/** The regions that have a family, by the parts of the country: where the demo can be walked. */
export function regionsOf(families) {
  const codes = [...new Set(families.flatMap(({ regionCode }) => (regionCode === null ? [] : [regionCode])))]
  return Object.entries(AREAS)
    .map(([digit, title]) => ({
      title,
      regions: codes
        .filter((code) => code.startsWith(digit))
        .sort()
        .map((code) => ({ regionCode: code, name: nameOf(code) })),
    }))
    .filter(({ regions }) => regions.length > 0)
}

/** Families: people who are linked by relation, in the order in which the server lists them. */
export function familiesOf(people) {
  const byNumber = new Map(people.map((person) => [person.idNumber, person]))
  const familyOf = new Map()
  const families = []
  for (const first of people) {
    if (familyOf.has(first)) continue
    const members = new Set([first])
    for (const person of members) {
      for (const { idNumber } of person.family)
        if (byNumber.has(idNumber)) members.add(byNumber.get(idNumber))
      for (const other of people)
        if (other.family.some(({ idNumber }) => idNumber === person.idNumber)) members.add(other)
    }
    for (const member of members) familyOf.set(member, first)
    families.push({
      label: `${regionOf(first)} · ${first.name}一家`,
      regionCode: first.regionCode,
      members: people.filter((person) => members.has(person)),
    })
  }
  return families
}

/** The family of somebody with a phone; undefined where nobody is asked for or found. */
export function familyOf(openid, families) {
  if (openid === null) return undefined
  return families.find(({ members }) => members.some((member) => member.openid === openid))
}

/** Everybody can be chosen: those of the region first, so that they are at hand. */
export function fillChooser(select, families, regionCode) {
  const here = families.filter((family) => family.regionCode === regionCode)
  const elsewhere = families.filter((family) => family.regionCode !== regionCode)
  const chosen = select.value
  select.replaceChildren(
    ...[...here, ...elsewhere].map(({ label, members }) => {
      const group = document.createElement('optgroup')
      group.label = label
      for (const person of members) {
        const option = document.createElement('option')
        option.value = person.openid ?? ''
        option.disabled = person.openid === null
        option.textContent = person.openid === null ? `${person.name}（没有手机）` : person.name
        group.append(option)
      }
      return group
    }),
  )
  // A chooser that is filled anew still shows whose phone it is.
  if (chosen !== '') select.value = chosen
}

export function fillRegions(select, families) {
  select.replaceChildren(
    ...regionsOf(families).map(({ title, regions }) => {
      const group = document.createElement('optgroup')
      group.label = title
      for (const { regionCode, name } of regions) group.append(new Option(name, regionCode))
      return group
    }),
  )
}

/** One line about a person: where and how insured, what is in the account, and what she is good for here. */
export function describe(person) {
  const place = person.poolingArea === null ? '' : `${regionOf(person)} ${person.poolingArea.name}`
  const scheme =
    person.scheme === null ? '没有参保' : `${SCHEMES[person.scheme]}${ENROLMENTS[person.enrolment]}`
  const balance = person.balanceFen === null ? '' : `个人账户 ${(person.balanceFen / 100).toFixed(2)} 元`
  return { facts: [place, scheme, balance].filter((part) => part !== '').join(' · '), note: person.note }
}
