import { ulid } from 'ulid'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { deriveKeys, type Keys } from '../../platform/keys/keys'
import { type Sealed, unseal } from '../../platform/keys/sealing'
import { type Collections, INDEXES } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import { maskName } from '../../shared/values/id-document'
import {
  acceptAs,
  invite,
  linked,
  type Phone,
  post,
  refusalIn,
  relativeOf,
  startStage,
  valueIn,
} from './stage'
import { Intruder } from './stored'

type Name = keyof Collections & string
const COLLECTIONS = Object.keys(INDEXES) as Name[]

let product: Product
let policyholder: Phone
let father: Phone
let mother: Phone
let bindingId: string
let keys: Keys
let intruder: Intruder

beforeAll(async () => {
  product = await startStage()
  keys = deriveKeys(product.secrets.productSecret)
  intruder = new Intruder(product)
  policyholder = await linked(product, 'o-hebei-wang-jianguo')
  father = await linked(product, openidOf('王德福'))
  mother = await linked(product, openidOf('张玉兰'))
  bindingId = await bind(father)
})
afterAll(() => product.close())

function openidOf(name: string): string {
  const openid = PEOPLE.find((person) => person.name === name)?.openid
  if (openid == null) throw new Error(`${name} has a phone`)
  return openid
}

async function bind(relative: Phone) {
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, relative.person.name)
  const { token } = await invite(policyholder, person, relation)
  return valueIn(await acceptAs(relative, token)).bindingId
}

const timeline = async (phone: Phone, cursor?: string) =>
  valueIn(await phone.ask('records', 'timeline', cursor === undefined ? {} : { cursor }))
const whoSaw = async (phone: Phone) => valueIn(await phone.ask('records', 'who-saw', {})).readings
const checked = async (phone: Phone) => valueIn(await phone.ask('records', 'check', {}))
const clockTo = (now: string) => post(`${product.url}/clock`, { now })
const personOf = async (phone: Phone) => {
  const { person } = valueIn(await phone.ask('identity', 'me', {}))
  if (person === undefined) throw new Error('linked')
  return person.personId
}
const idIndexOf = ({ person: { idType, idNumber } }: Phone) => keys.idIndex({ idType, idNumber })

describe('the timeline', () => {
  it('tells both sides what happened, the newest first, with the other side masked', async () => {
    valueIn(await policyholder.ask('bindings', 'pause', { bindingId }))
    valueIn(await policyholder.ask('bindings', 'resume', { bindingId }))
    const { entries } = await timeline(policyholder)
    expect(entries.map(({ about, kind }) => `${about} ${kind}`)).toEqual([
      'binding resumed',
      'binding paused',
      'binding bound',
      'letter signed',
      'invitation made',
    ])
    expect([...entries].sort((left, right) => (left.at < right.at ? 1 : -1))).toEqual(entries)
    const his = (await timeline(father)).entries
    expect(his.map(({ about, kind }) => `${about} ${kind}`)).toEqual([
      'binding resumed',
      'binding paused',
      'binding bound',
      'letter signed',
      'invitation received',
    ])
    expect(his[0]).toMatchObject({ by: 'policyholder', side: 'relative', counterpart: { name: '王**' } })
    expect(JSON.stringify([entries, his])).not.toContain('王建国')
    expect((await timeline(mother)).entries).toEqual([])
  })

  it('knows what was declined, taken back and run out', async () => {
    const { person, relation } = relativeOf(policyholder.person, PEOPLE, '张玉兰')
    const first = await invite(policyholder, person, relation)
    valueIn(await mother.ask('invitations', 'decline', { token: first.token }))
    const second = await invite(policyholder, person, relation)
    valueIn(await policyholder.ask('invitations', 'revoke', { invitationId: second.invitationId }))
    const kinds = (await timeline(mother)).entries.map(({ about, kind }) => `${about} ${kind}`)
    expect(kinds.sort()).toEqual([
      'invitation declined',
      'invitation received',
      'invitation received',
      'invitation revoked',
    ])
  })

  it('comes in pages of 20, each entry once', async () => {
    for (let times = 0; times < 12; times += 1) {
      valueIn(await policyholder.ask('bindings', 'pause', { bindingId }))
      valueIn(await policyholder.ask('bindings', 'resume', { bindingId }))
    }
    const seen: string[] = []
    let cursor: string | undefined
    for (let pages = 0; pages < 5; pages += 1) {
      const { entries, next } = await timeline(father, cursor)
      seen.push(...entries.map(({ entryId }) => entryId))
      if (next === undefined) break
      expect(entries).toHaveLength(20)
      cursor = next
    }
    expect(seen).toHaveLength(29)
    expect(new Set(seen).size).toBe(29)
  })
})

describe('who saw', () => {
  it('names the relative who opened a letter with the name in full, once a day, to both of them', async () => {
    const letters = valueIn(await father.ask('consent-letters', 'list', {})).letters
    const letterId = letters[0]?.letterId ?? ''
    for (let times = 0; times < 3; times += 1)
      valueIn(await father.ask('consent-letters', 'get', { letterId }))
    const his = await whoSaw(father)
    const hers = await whoSaw(policyholder)
    expect(hers.filter(({ kind }) => kind === 'letter-read')).toMatchObject([
      { by: 'relative', mine: false, other: { name: '王**' } },
    ])
    expect(his.filter(({ kind }) => kind === 'letter-read')).toMatchObject([{ by: 'relative', mine: true }])
    await clockTo('2025-11-06T09:00:00+08:00')
    valueIn(await father.ask('consent-letters', 'get', { letterId }))
    valueIn(await father.ask('consent-letters', 'pdf', { letterId }))
    valueIn(await father.ask('consent-letters', 'export', { letterId }))
    expect((await whoSaw(policyholder)).map(({ kind }) => kind).sort()).toEqual([
      'letter-exported',
      'letter-printed',
      'letter-read',
      'letter-read',
    ])
  })

  it('tells the signer that somebody checked the paper, and not who; her own check is none', async () => {
    const letterId = valueIn(await father.ask('consent-letters', 'list', {})).letters[0]?.letterId ?? ''
    const code = keys.letterCode(letterId)
    valueIn(await father.ask('consent-letters', 'verify', { letterId, code }))
    expect((await whoSaw(father)).filter(({ kind }) => kind === 'letter-checked')).toEqual([])
    valueIn(await mother.ask('consent-letters', 'verify', { letterId, code }))
    const [reading] = (await whoSaw(father)).filter(({ kind }) => kind === 'letter-checked')
    expect(reading).toMatchObject({ by: 'paper-holder', mine: false })
    expect(reading?.other).toBeUndefined()
    expect((await whoSaw(mother)).filter(({ kind }) => kind === 'letter-checked')).toEqual([])
  })

  it('writes nothing where only masked names are shown', async () => {
    const before = (await intruder.all('disclosures')).length
    valueIn(await father.ask('bindings', 'get', { bindingId }))
    valueIn(await policyholder.ask('bindings', 'list', {}))
    valueIn(await policyholder.ask('bindings', 'history', { bindingId }))
    valueIn(await policyholder.ask('invitations', 'list', {}))
    expect((await intruder.all('disclosures')).length).toBe(before)
  })
})

describe('the chained record', () => {
  it('is whole, also after many changes at the same moment', async () => {
    const settings = Array.from({ length: 12 }, (_, index) =>
      mother.ask('identity', 'update-settings', { elderMode: index % 2 === 0 }),
    )
    for (const answer of await Promise.all(settings)) valueIn(answer)
    const chain = await personOf(mother)
    const events = (await intruder.all('audit')).filter((event) => event.chain === chain)
    expect(events.map(({ number }) => number).sort((left, right) => left - right)).toEqual(
      events.map((_, index) => index + 1),
    )
    for (const phone of [policyholder, father, mother]) {
      expect(await checked(phone)).toMatchObject({ intact: true })
    }
  })

  it.each([
    ['a changed act', (events: Collections['audit'][]) => ({ ...at(events, 1), action: 'pause' }), null],
    [
      'a changed time',
      (events: Collections['audit'][]) => ({ ...at(events, 0), at: at(events, 1).at }),
      null,
    ],
    ['one missing in the middle', null, 1],
    ['one cut off at the end', null, -1],
    ['one cut off at the beginning', null, 0],
  ])('shows %s', async (_what, change, missing) => {
    const chain = await personOf(father)
    const events = (await intruder.all('audit'))
      .filter((event) => event.chain === chain)
      .sort((left, right) => left.number - right.number)
    const victim = change === null ? at(events, missing ?? 0) : at(events, change(events).number - 1)
    if (change === null) await intruder.remove('audit', victim._id)
    else await intruder.write('audit', change(events))
    expect(await checked(father)).toMatchObject({ intact: false })
    await intruder.write('audit', victim)
    expect(await checked(father)).toMatchObject({ intact: true })
  })

  it('shows a changed reading', async () => {
    const [reading] = (await intruder.all('disclosures')).filter(({ by }) => by === 'relative')
    if (reading === undefined) throw new Error('somebody read')
    await intruder.write('disclosures', { ...reading, by: 'reviewer' })
    expect(await checked(policyholder)).toMatchObject({ intact: false })
    await intruder.write('disclosures', reading)
    expect(await checked(policyholder)).toMatchObject({ intact: true })
  })
})

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items.at(index)
  if (item === undefined) throw new Error('there are as many')
  return item
}

describe('an export', () => {
  it('holds every document in which something of hers stands, and no other’s name or number', async () => {
    const { url, fileName } = valueIn(await father.ask('records', 'export', {}))
    expect(fileName).toMatch(/\.json$/)
    const text = await (await fetch(url)).text()
    const { data } = JSON.parse(text) as { data: Record<Name, object[]> }
    expect(Object.keys(data).sort()).toEqual([...COLLECTIONS].sort())
    for (const collection of COLLECTIONS) {
      // The paper of this very file is written after it was made.
      const own = (await ofHers(father, collection)).length - (collection === 'papers' ? 1 : 0)
      expect({ collection, documents: data[collection].length }).toEqual({ collection, documents: own })
    }
    expect(data.letters.length).toBeGreaterThan(1)
    expect(text).toContain('王德福')
    expect(text).toContain('strokes')
    for (const { name, idNumber } of PEOPLE) {
      expect(text).not.toContain(idNumber)
      if (name !== '王德福' && [...name].length > 2) expect(text).not.toContain(name)
    }
    for (const secret of [idIndexOf(father), idIndexOf(policyholder), father.openid]) {
      expect(text).not.toContain(secret)
    }
    expect((await whoSaw(father))[0]).toMatchObject({ kind: 'data-exported', by: 'self' })
  })

  it('is a paper too, and each lies under a name that tells nothing', async () => {
    const { url, fileName } = valueIn(await father.ask('records', 'export', { format: 'pdf' }))
    expect(fileName).toMatch(/\.pdf$/)
    const bytes = Buffer.from(await (await fetch(url)).arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const papers = (await intruder.all('papers')).filter(({ fileId }) => fileId.includes('exports/'))
    expect(papers).toHaveLength(2)
    for (const { fileId } of papers) expect(fileId).toMatch(/exports\/[0-9a-f]{64}\.(json|pdf)$/)
  })
})

/** Every document of a collection that names her by anything under which the product knows her. */
async function ofHers(phone: Phone, collection: Name): Promise<object[]> {
  const personId = await personOf(phone)
  const userKey = keys.userKey(phone.openid)
  const invitations = (await intruder.all('invitations')).filter((each) =>
    [each.policyholderId, each.idIndex, ...each.guardianIndexes].some((id) =>
      [personId, idIndexOf(phone)].includes(id),
    ),
  )
  const letters = (await intruder.all('letters')).filter(({ invitationId }) =>
    invitations.some(({ _id }) => _id === invitationId),
  )
  const marks = [
    ...[personId, userKey, idIndexOf(phone)],
    ...(['invitations', 'letters', 'bindings', 'binding-events', 'attempts', 'papers'].includes(collection)
      ? [...invitations.map(({ _id }) => _id), ...letters.map(({ _id }) => _id), bindingId]
      : []),
    ...letters.map(({ _id }) => keys.fileName(`letter:${_id}`)),
    ...['json', 'pdf'].map((format) => keys.fileName(`export:${personId}:${format}`)),
  ]
  // The other side's roster has her index: that is the other's document.
  const isOthers = (document: { _id: string }) => collection === 'persons' && document._id !== personId
  // What was bound, invited or signed is others' too; by its own id it is hers when she is in it.
  const isByReplyAlone = (document: object) =>
    collection === 'requests' &&
    ![personId, userKey].some((chain) => (document as Collections['requests']).chain === chain)
  const isOthersNotice = (document: object) =>
    collection === 'notices' && (document as Collections['notices']).personId !== personId
  return (await intruder.all(collection)).filter(
    (document) =>
      !isOthers(document) &&
      !isByReplyAlone(document) &&
      !isOthersNotice(document) &&
      marks.some((mark) => JSON.stringify(document).includes(mark)),
  )
}

describe('withdrawing consent', () => {
  it('says before what would happen, and changes nothing by it', async () => {
    const { person, relation } = relativeOf(policyholder.person, PEOPLE, '张玉兰')
    await invite(policyholder, person, relation)
    const said = valueIn(await policyholder.ask('records', 'prepare-withdraw', {}))
    expect(said).toMatchObject({
      bindings: [{ bindingId, side: 'policyholder', counterpart: { name: '王**' }, lastDay: '2025-11-06' }],
      invitations: 1,
      eraseFrom: '2025-11-07',
    })
    expect(said.letters).toBeGreaterThan(0)
    expect(said.lettersKeptUntil?.slice(0, 4)).toMatch(/^20[3-9]/)
    expect(valueIn(await policyholder.ask('bindings', 'get', { bindingId })).state).toBe('active')
  })

  it('needs a fresh verification of her own', async () => {
    const strangers = await father.verification(mother.person.idNumber)
    for (const verificationToken of ['x', strangers]) {
      const answer = await father.ask('records', 'withdraw', { verificationToken })
      expect(refusalIn(answer).code).toBe('verification-failed')
    }
    expect(valueIn(await father.ask('bindings', 'get', { bindingId })).state).toBe('active')
  })

  it('ends her bindings, takes back her invitations, tells the other, and answers a repetition', async () => {
    const input = { verificationToken: await policyholder.verification() }
    const requestId = ulid()
    const done = { ended: 1, revoked: 1, eraseFrom: '2025-11-07' }
    expect(valueIn(await policyholder.ask('records', 'withdraw', input, requestId))).toEqual(done)
    // Her answer was lost and her link is gone, and still she hears what became of it.
    expect(valueIn(await policyholder.ask('records', 'withdraw', input, requestId))).toEqual(done)
    expect(refusalIn(await policyholder.ask('records', 'timeline', {})).code).toBe('not-linked')
    expect(valueIn(await father.ask('bindings', 'get', { bindingId }))).toMatchObject({
      state: 'ending',
      lastDay: '2025-11-06',
      ending: { cause: 'consent-withdrawn', by: 'policyholder', mayUndo: false },
    })
    expect(valueIn(await father.ask('records', 'inbox', {})).notices[0]).toMatchObject({
      kind: 'unbinding-announced',
      facts: { cause: 'consent-withdrawn' },
    })
    expect(valueIn(await mother.ask('invitations', 'list', {})).received[0]?.state).toBe('revoked')
  })

  it('gives her back her account when she comes back before she was erased', async () => {
    await policyholder.link()
    const kinds = (await timeline(policyholder)).entries.map(({ kind }) => kind)
    expect(kinds.slice(0, 2).sort()).toEqual(['revoked', 'unbinding'])
    const again = { verificationToken: await policyholder.verification() }
    expect(valueIn(await policyholder.ask('records', 'withdraw', again))).toMatchObject({
      ended: 0,
      eraseFrom: '2025-11-07',
    })
  })

  it('leaves of her what the law keeps, and erases the rest once nothing holds', async () => {
    const { name, idNumber, idType } = policyholder.person
    const [identity] = (await intruder.all('identities')).filter(({ _id }) => _id === idIndexOf(policyholder))
    const personId = identity?.personId ?? ('' as never)
    const signed = (await intruder.all('letters')).filter(
      ({ signedByIndex }) => signedByIndex === idIndexOf(policyholder),
    )
    expect(signed.length).toBeGreaterThan(0)
    await clockTo('2025-11-07T00:00:30+08:00')
    await clockTo('2025-11-07T00:30:00+08:00')
    await clockTo('2025-11-07T01:30:00+08:00')

    const left = await everything()
    const where = (mark: string) =>
      [...new Set(left.filter(({ text }) => text.includes(mark)).map(({ collection }) => collection))].sort()
    for (const mark of [name, idNumber, policyholder.openid]) expect(where(mark)).toEqual([])
    // Without the number and the name, the index and the ids say nothing of her: they hold the record together.
    expect(where(keys.idIndex({ idType, idNumber }))).toEqual(['letters'])
    expect(where(keys.userKey(policyholder.openid))).toEqual(['audit', 'requests'])
    expect(where(personId)).toEqual([
      'audit',
      'bindings',
      'disclosures',
      'invitations',
      'letters',
      'requests',
    ])
    expect(
      (await intruder.all('letters')).filter(({ signedAt }) => signedAt !== null).map(({ _id }) => _id),
    ).toEqual(expect.arrayContaining(signed.map(({ _id }) => _id)))
    // What is sealed at rest is opened here: her name stands in signed letters alone.
    const sealedNames = await opened()
    expect(sealedNames.length).toBeGreaterThan(5)
    const withName = sealedNames.filter(({ text }) => text.includes(name) || text.includes(idNumber))
    expect([...new Set(withName.map(({ collection }) => collection))]).toEqual(['letters'])
    for (const { id } of withName) {
      expect((await intruder.read('letters', id as never)).signedAt).not.toBeNull()
    }
  })

  it('leaves the other side what is theirs, with the name as they have always seen it', async () => {
    const binding = valueIn(await father.ask('bindings', 'get', { bindingId }))
    expect(binding).toMatchObject({
      state: 'ended',
      endedBecause: 'consent-withdrawn',
      counterpart: { name: maskName(policyholder.person.name) },
    })
    expect(valueIn(await father.ask('bindings', 'history', { bindingId })).intact).toBe(true)
    const letterId = valueIn(await father.ask('consent-letters', 'list', {})).letters[0]?.letterId ?? ''
    const code = keys.letterCode(letterId)
    expect(valueIn(await mother.ask('consent-letters', 'verify', { letterId, code })).intact).toBe(true)
    expect((await timeline(father)).entries[0]).toMatchObject({ kind: 'ended' })
    valueIn(await father.ask('records', 'export', {}))
    expect(await checked(father)).toMatchObject({ intact: true })
    // She may begin anew, as somebody whom the product does not know.
    await policyholder.link()
    expect((await timeline(policyholder)).entries.map(({ about }) => about)).not.toContain('binding')
    expect(await bind(mother)).not.toBe(bindingId)
  })
})

async function everything(): Promise<{ collection: Name; text: string }[]> {
  const all = await Promise.all(
    COLLECTIONS.map(async (collection) =>
      (await intruder.all(collection)).map((document) => ({ collection, text: JSON.stringify(document) })),
    ),
  )
  return all.flat()
}

/** Every sealed text of the store, opened. A place that is not known here would be missed, so each is asked for. */
async function opened(): Promise<{ collection: Name; id: string; text: string }[]> {
  const found: { collection: Name; id: string; text: string }[] = []
  for (const collection of COLLECTIONS) {
    for (const document of await intruder.all(collection)) {
      for (const [field, value] of Object.entries(document)) {
        if (typeof value !== 'string' || !/^s1\./.test(value)) continue
        const places = Object.values(PLACES).map((place) => (place as (id: string) => string)(document._id))
        const text = places.map((place) => openedAt(place, value as Sealed)).find((each) => each !== null)
        if (text == null) throw new Error(`${collection}.${field} is sealed for no place`)
        found.push({ collection, id: document._id, text })
      }
    }
  }
  return found
}

function openedAt(place: string, sealed: Sealed): string | null {
  try {
    return unseal(keys, place, sealed)
  } catch {
    return null
  }
}
