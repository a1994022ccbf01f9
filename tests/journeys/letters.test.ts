import { personNamed } from '../../local/people'
import type { Product } from '../../local/product'
import { sm3OfBytes } from '../../platform/keys/keyed-hash'
import { deriveKeys } from '../../platform/keys/keys'
import { exportProblem } from '../../platform/letters/exported-letter'
import type { LetterDocument } from '../../platform/store/collections'
import { FUNCTIONS } from '../../shared/contract/functions'
import { scanned } from '../platform/paper/scan'
import {
  acceptAs,
  formOf,
  HANDWRITTEN,
  invite,
  linked,
  Phone,
  post,
  refusalIn,
  sign,
  startStage,
  valueIn,
} from './stage'
import { Intruder } from './stored'

let product: Product
let intruder: Intruder
let policyholder: Phone
let relative: Phone
let stranger: Phone
/** Both have signed: hers and his letter of one binding. */
let hers: string
let his: string

beforeAll(async () => {
  product = await startStage()
  intruder = new Intruder(product)
  policyholder = await linked(product, 'o-hebei-chen-zhiqiang')
  relative = await linked(product, 'o-hebei-liu-lihua')
  stranger = await linked(product, 'o-xizang-wangdui')
  const sent = await invite(policyholder, relative.person, 'spouse')
  valueIn(await acceptAs(relative, sent.token))
  his = sent.letters.find(({ signer }) => signer === 'policyholder')?.letterId ?? ''
  hers = sent.letters.find(({ signer }) => signer === 'relative')?.letterId ?? ''
})
afterAll(() => product.close())

/** The code as it is printed. It is made with a key of the product, which nobody outside has. */
function codeOf(letterId: string): string {
  const code = deriveKeys(product.secrets.productSecret).letterCode(letterId)
  return (code.match(/.{4}/g) ?? []).join('-')
}

async function verify(input: { letterId?: string; code: string }, headers: Record<string, string> = {}) {
  const event = { action: 'verify', input }
  const { status, body } = await post(`${product.url}/call/consent-letters`, event, headers)
  expect(status).toBe(200)
  return body as { ok: boolean; value: Record<string, unknown>; refusal: { code: string; message: string } }
}

describe('my letters', () => {
  it('are those that I signed, with state, region and the other side masked', async () => {
    const { letters } = valueIn(await relative.ask('consent-letters', 'list', {}))
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({
      letterId: hers,
      purpose: 'accept',
      state: 'signed',
      regionCode: '130000',
      counterpart: { name: '陈**' },
      signer: 'relative',
    })
    expect(valueIn(await stranger.ask('consent-letters', 'list', {})).letters).toEqual([])
  })

  it('hold what waits for a signature, for as long as it can be signed', async () => {
    const child = personNamed('陈浩然')
    const input = { relative: formOf(child, 'child') }
    const made = await policyholder.ask('invitations', 'create', input)
    if (!made.ok) throw new Error(JSON.stringify(made.refusal))
    const listed = async () =>
      valueIn(await policyholder.ask('consent-letters', 'list', {})).letters.map(({ state }) => state)
    expect(await listed()).toEqual(['unsigned', 'unsigned', 'signed'])
    valueIn(await policyholder.ask('invitations', 'revoke', { invitationId: made.value.invitationId }))
    expect(await listed()).toEqual(['signed'])
  })

  it('open with the lines that were sealed, for nobody but their signer', async () => {
    const letter = valueIn(await relative.ask('consent-letters', 'get', { letterId: hers }))
    expect(letter.facts.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['授权人', '家人', '用途', '开始', '到期', '按哪里的规定']),
    )
    expect(JSON.stringify(letter.facts)).not.toContain(relative.person.idNumber)
    for (const phone of [policyholder, stranger]) {
      for (const action of ['get', 'pdf', 'export'] as const) {
        expect(refusalIn(await phone.ask('consent-letters', action, { letterId: hers })).code).toBe(
          'not-found',
        )
      }
    }
  })
})

describe('the paper', () => {
  it('is one file however often it is asked for, behind a link that runs out', async () => {
    const first = valueIn(await relative.ask('consent-letters', 'pdf', { letterId: hers }))
    const response = await fetch(first.url)
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-type')).toContain('application/pdf')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(sm3OfBytes(bytes)).toBe(first.sm3)
    const again = valueIn(await relative.ask('consent-letters', 'pdf', { letterId: hers }))
    expect(again.sm3).toBe(first.sm3)
    expect(await intruder.all('papers')).toHaveLength(1)

    product.clock.set(product.clock.now() + 11 * 60_000)
    expect((await fetch(first.url)).status).toBe(404)
    // Asked again so late that a link would outlive the file, it is made anew in the place of the first.
    const [made] = await intruder.all('papers')
    product.clock.set(product.clock.now() + 40 * 60_000)
    const late = valueIn(await relative.ask('consent-letters', 'pdf', { letterId: hers }))
    expect((await fetch(late.url)).status).toBe(200)
    const papers = await intruder.all('papers')
    expect(papers.map(({ fileId }) => fileId)).toEqual([made?.fileId])
    expect((papers[0]?.madeAt ?? '') > (made?.madeAt ?? '')).toBe(true)
  })

  it('is gone after its hour, and made again when it is asked for', async () => {
    const { url, sm3 } = valueIn(await relative.ask('consent-letters', 'pdf', { letterId: hers }))
    expect((await fetch(url)).status).toBe(200)
    const [paper] = await intruder.all('papers')
    product.clock.set(product.clock.now() + 61 * 60_000)
    await product.cloudbase.runDueTimers()
    expect(await intruder.all('papers')).toEqual([])
    expect(await product.cloudbase.files.get(paper?.fileId ?? '')).toBeNull()
    expect(valueIn(await relative.ask('consent-letters', 'pdf', { letterId: hers })).sm3).toHaveLength(
      sm3.length,
    )
  })

  it('is of a signed letter', async () => {
    const person = personNamed('陈浩然')
    const made = valueIn(
      await policyholder.ask('invitations', 'create', { relative: formOf(person, 'child') }),
    )
    const letterId = made.letters[0]?.letterId ?? ''
    for (const action of ['pdf', 'export'] as const) {
      const refusal = refusalIn(await policyholder.ask('consent-letters', action, { letterId }))
      expect(refusal.code).toBe('letter-not-signed')
    }
    valueIn(await policyholder.ask('invitations', 'revoke', { invitationId: made.invitationId }))
  })
})

describe('the code on the paper', () => {
  it('is read from the page as it looks, and finds this letter intact', async () => {
    const papers: Buffer[] = []
    for (const [phone, letterId] of [
      [policyholder, his],
      [relative, hers],
    ] as const) {
      const { url } = valueIn(await phone.ask('consent-letters', 'pdf', { letterId }))
      papers.push(Buffer.from(await (await fetch(url)).arrayBuffer()))
    }
    const addresses: string[] = []
    for (const paper of papers) addresses.push((await scanned(paper)) ?? '')
    // Behind the #, so that whoever serves the page never learns which letter was looked at.
    expect(addresses.map((address) => address.split('#')[0])).toEqual(papers.map(() => `${product.url}/h5/`))
    const asked = addresses.map((address) => new URL(address.replace('#', '')).searchParams)
    expect(asked.map((each) => each.get('letterId'))).toEqual([his, hers])
    for (const [index, purpose] of ['invite', 'accept'].entries()) {
      const input = Object.fromEntries(asked[index] ?? []) as { letterId: string; code: string }
      expect((await verify(input)).value).toMatchObject({ intact: true, purpose })
    }
  })
})

describe('an export', () => {
  it('is checked with the published keys alone, and stands in the chain behind his letter', async () => {
    const { letter, fileName } = valueIn(await relative.ask('consent-letters', 'export', { letterId: hers }))
    const { body } = await post(`${product.url}/call/consent-letters`, { action: 'seal-keys', input: {} })
    const { keys } = (body as { value: { keys: { keyId: string; publicKey: string }[] } }).value
    expect(keys.map(({ keyId }) => keyId)).toEqual([product.secrets.sealKeyId])
    const file: unknown = JSON.parse(JSON.stringify(letter))
    expect(exportProblem(file, keys)).toBeNull()
    expect(exportProblem(file, [])).toBe('unknown-key')
    expect(fileName).toBe(`letter-${hers}.json`)
    expect(letter.content).toMatchObject({
      signature: { kind: 'handwritten', strokes: HANDWRITTEN.strokes },
      chain: { number: 2 },
      certificate: null,
    })
    const before = await intruder.read('letters', his)
    expect(letter.earlierSeals).toEqual([before.seal])
  })
})

describe('whoever holds the paper', () => {
  it('sees intact, when, what for and who, masked, and nothing else', async () => {
    const expected = { intact: true, purpose: 'accept', signer: '刘**', signedAt: expect.any(String) }
    expect((await verify({ letterId: hers, code: codeOf(hers) })).value).toEqual(expected)
    // The code alone, typed in small letters and with a lookalike, by somebody the platform does not know.
    const typed = codeOf(hers).toLowerCase().replace(/0/g, 'o').replace(/-/g, ' ')
    expect((await verify({ code: typed })).value).toEqual(expected)
    expect((await verify({ code: codeOf(his) }, { 'x-openid': 'o-nobody' })).value).toMatchObject({
      intact: true,
      purpose: 'invite',
      signer: '陈**',
    })
  })

  it('hears the same of a wrong code, of another letter’s code and of a letter that is not there', async () => {
    const headers = { 'x-openid': 'o-curious' }
    const wrong = await verify({ letterId: hers, code: 'AAAA-AAAA-AAAA-AAAA' }, headers)
    expect(wrong.refusal.code).toBe('not-found')
    expect(wrong.refusal.message).toContain('查验码')
    for (const input of [
      { letterId: hers, code: codeOf(his) },
      { letterId: '01JBZZZZZZZZZZZZZZZZZZZZZZ', code: codeOf(hers) },
      { letterId: hers, code: '' },
      { code: 'AAAA-AAAA-AAAA-AAAB' },
    ]) {
      expect(await verify(input, headers)).toEqual(wrong)
    }
  })

  it('is stopped after too many wrong codes, also with the right one, and nobody else is', async () => {
    const headers = { 'x-openid': 'o-guesser' }
    const codes: string[] = []
    for (let tries = 0; tries < 22; tries += 1) {
      codes.push((await verify({ code: 'AAAA-AAAA-AAAA-AAAA' }, headers)).refusal.code)
    }
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'not-found'))
    expect(codes.slice(20)).toEqual(['too-many-attempts', 'too-many-attempts'])
    expect((await verify({ code: codeOf(hers) }, headers)).refusal.code).toBe('too-many-attempts')
    expect((await verify({ code: codeOf(hers) })).ok).toBe(true)
  })

  it('is stopped at one letter, whoever calls, signed in or not', async () => {
    let stopped = 0
    for (let tries = 0; tries < 40 && stopped < 2; tries += 1) {
      const headers: Record<string, string> = tries % 2 === 0 ? {} : { 'x-openid': `o-many-${tries}` }
      const answer = await verify({ letterId: his, code: 'AAAA-AAAA-AAAA-AAAA' }, headers)
      if (answer.refusal.code === 'too-many-attempts') stopped += 1
    }
    expect(stopped).toBe(2)
    expect((await verify({ letterId: his, code: codeOf(his) })).refusal.code).toBe('too-many-attempts')
    product.clock.set(product.clock.now() + 24 * 60 * 60_000)
    expect((await verify({ letterId: his, code: codeOf(his) })).ok).toBe(true)
  })
})

describe('a change in the store', () => {
  const changes: [string, (letter: LetterDocument) => LetterDocument][] = [
    ['one byte of the text', (letter) => ({ ...letter, sealedText: flipped(letter.sealedText) })],
    ['one byte of the lines', (letter) => ({ ...letter, sealedFacts: flipped(letter.sealedFacts) })],
    [
      'one byte of the strokes',
      (letter) => ({ ...letter, sealedSignature: letter.sealedSignature && flipped(letter.sealedSignature) }),
    ],
    ['the title', (letter) => ({ ...letter, title: `${letter.title}。` })],
    ['the purpose', (letter) => ({ ...letter, purpose: 'guardian' as const })],
    ['the region', (letter) => ({ ...letter, regionCode: '540000' })],
    ['the version', (letter) => ({ ...letter, version: '2025-11-06' })],
    [
      'the time',
      (letter) => ({ ...letter, signedAt: '2025-11-05T01:00:00.001Z' as LetterDocument['signedAt'] }),
    ],
    ['who signed', (letter) => ({ ...letter, signedByIndex: 'f'.repeat(64) })],
    ['how she was verified', (letter) => ({ ...letter, verifiedBy: 'face' })],
    ['the place in the chain', (letter) => ({ ...letter, chain: { number: 1, previous: '0'.repeat(64) } })],
    ['the seal', (letter) => ({ ...letter, seal: letter.seal && { ...letter.seal, sm3: 'a'.repeat(64) } })],
    [
      'the signature of the seal',
      (letter) => ({
        ...letter,
        seal: letter.seal && { ...letter.seal, signature: Buffer.alloc(64, 1).toString('base64') },
      }),
    ],
    ['the key', (letter) => ({ ...letter, seal: letter.seal && { ...letter.seal, keyId: 'k-other' } })],
  ]

  it.each(changes)('%s is found', async (_, change) => {
    const before = await intruder.read('letters', hers)
    await intruder.write('letters', change(before))
    const answer = await verify({ letterId: hers, code: codeOf(hers) })
    await intruder.write('letters', before)
    expect(answer.value).toMatchObject({ intact: false })
    expect((await verify({ letterId: hers, code: codeOf(hers) })).value).toMatchObject({ intact: true })
  })

  it('a letter before it that is missing, or one too few in the invitation’s count, is found', async () => {
    const before = await intruder.read('letters', his)
    await intruder.remove('letters', his)
    expect((await verify({ code: codeOf(hers) })).value).toMatchObject({ intact: false })
    await intruder.write('letters', before)
    const after = await intruder.read('letters', hers)
    await intruder.remove('letters', hers)
    expect((await verify({ code: codeOf(his) })).value).toMatchObject({ intact: false })
    await intruder.write('letters', after)
    expect((await verify({ code: codeOf(his) })).value).toMatchObject({ intact: true })
  })
})

describe('a signed letter', () => {
  it('is signed once, and not a field of it is changed by anything that is done afterwards', async () => {
    const before = [await intruder.read('letters', his), await intruder.read('letters', hers)]
    for (const [phone, letterId] of [
      [policyholder, his],
      [relative, hers],
    ] as const) {
      expect(refusalIn(await sign(phone, letterId))).toMatchObject({
        code: 'not-allowed',
        facts: { reason: 'already-signed' },
      })
    }
    // Every write of every function, with what it needs to find this letter and its binding.
    const { asRelative } = valueIn(await relative.ask('bindings', 'list', {}))
    const { invitationId } = before[0] ?? { invitationId: '' }
    const input = { letterId: hers, bindingId: asRelative[0]?.bindingId, invitationId, sm3: 'a'.repeat(64) }
    for (const [name, { actions }] of Object.entries(FUNCTIONS)) {
      for (const [action, { kind }] of Object.entries(actions)) {
        if (kind !== 'write' || name === 'identity') continue
        for (const phone of [policyholder, relative]) {
          await phone.event(name, { action, requestId: '01JBZZZZZZZZZZZZZZZZZZZZZZ', input })
        }
      }
    }
    expect([await intruder.read('letters', his), await intruder.read('letters', hers)]).toEqual(before)
  })
})

describe('what is kept', () => {
  it('is kept while the binding holds and five years after its end, and then erased', async () => {
    const shift = async (to: string) => {
      product.clock.set(Date.parse(to))
      await product.cloudbase.runDueTimers()
    }
    await shift('2040-01-01T12:00:00+08:00')
    expect(await intruder.read('letters', hers)).toBeDefined()
    const [binding] = await intruder.all('bindings')
    if (binding === undefined) throw new Error('the binding of this family')
    await intruder.write('bindings', { ...binding, lastDay: '2040-01-31' as typeof binding.lastDay })
    await shift('2045-01-31T12:00:00+08:00')
    expect(await intruder.read('letters', hers)).toBeDefined()
    await shift('2045-02-02T12:00:00+08:00')
    expect(await intruder.read('letters', hers)).toBeUndefined()
    expect(await intruder.read('letters', his)).toBeUndefined()
    expect((await verify({ code: codeOf(hers) })).refusal.code).toBe('not-found')
  })
})

/** Another character in the middle of a sealed text. */
function flipped<Text extends string>(text: Text): Text {
  const middle = Math.floor(text.length / 2)
  const other = text[middle] === 'A' ? 'B' : 'A'
  return `${text.slice(0, middle)}${other}${text.slice(middle + 1)}` as Text
}

it('a phone without a person sees no letters', async () => {
  const nobody = new Phone(product, 'o-hebei-ma-li')
  expect(refusalIn(await nobody.ask('consent-letters', 'list', {})).code).toBe('not-linked')
})
