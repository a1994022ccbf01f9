import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ulid } from 'ulid'
import { PEOPLE } from '../../local/people'
import { formOf, Phone, refusalIn, sign, valueIn } from '../journeys/stage'
import { startProcess } from './product-process'

const phoneAt = (url: string, openid: string) => new Phone({ url }, openid)

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'product-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it('keeps everything that was answered when it is killed in the middle, and goes on after it', async () => {
  let running = await startProcess(dataDir)
  try {
    const policyholder = await phoneAt(running.url, 'o-hebei-wang-jianguo').link()
    const relatives = policyholder.person.family.flatMap(({ idNumber, relation }) => {
      const person = PEOPLE.find((each) => each.idNumber === idNumber)
      return person === undefined ? [] : [{ person, relation }]
    })
    const signed: string[] = []
    // The process dies at some moment among these; what it had answered by then must be there afterwards.
    const work = relatives.map(async ({ person, relation }) => {
      const created = valueIn(
        await policyholder.ask('invitations', 'create', { relative: formOf(person, relation) }),
      )
      const own = created.letters.find((letter) => letter.signer === 'policyholder')
      if (own === undefined) throw new Error('the policyholder signs')
      valueIn(await sign(policyholder, own.letterId))
      signed.push(own.letterId)
    })
    const finished = Promise.allSettled(work)
    let over = false
    void finished.then(() => {
      over = true
    })
    while (signed.length < 4 && !over) await new Promise((resolve) => setTimeout(resolve, 5))
    await running.kill()
    await finished

    running = await startProcess(dataDir)
    const again = phoneAt(running.url, 'o-hebei-wang-jianguo')
    expect(valueIn(await again.ask('identity', 'me', {})).linked).toBe(true)
    expect(signed.length).toBeGreaterThanOrEqual(4)
    const { sent } = valueIn(await again.ask('invitations', 'list', {}))
    for (const letterId of signed) {
      const letter = valueIn(await again.ask('consent-letters', 'get', { letterId }))
      expect(letter.state).toBe('signed')
      const invitation = sent.find((each) => each.letters.some((one) => one.letterId === letterId))
      expect(invitation?.state).toBe('pending')
    }
    // Nothing is half done: an invitation is pending exactly when its letter is signed.
    for (const invitation of sent) {
      const own = invitation.letters.find((letter) => letter.signer === 'policyholder')
      if (own === undefined) throw new Error('the policyholder signs')
      const letter = valueIn(await again.ask('consent-letters', 'get', { letterId: own.letterId }))
      expect([own.signed, letter.state === 'signed', invitation.state === 'pending']).toEqual(
        Array(3).fill(letter.state === 'signed'),
      )
    }
  } finally {
    await running.kill()
  }
})

it('answers a request whose answer was lost in the kill as if it had been answered', async () => {
  let running = await startProcess(dataDir)
  try {
    const phone = await phoneAt(running.url, 'o-xizang-zhaxi').link()
    const spouse = PEOPLE.find((person) => person.openid === 'o-xizang-zhuoma')
    if (spouse === undefined) throw new Error('the demo has this spouse')
    const requestId = ulid()
    const input = { relative: formOf(spouse, 'spouse') }
    const lost = phone.ask('invitations', 'create', input, requestId).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, 25))
    await running.kill()
    await lost

    running = await startProcess(dataDir)
    const again = phoneAt(running.url, 'o-xizang-zhaxi')
    const first = valueIn(await again.ask('invitations', 'create', input, requestId))
    expect(valueIn(await again.ask('invitations', 'create', input, requestId))).toEqual(first)
    const { sent } = valueIn(await again.ask('invitations', 'list', {}))
    expect(sent.map((each) => each.invitationId)).toEqual([first.invitationId])
    const other = { relative: { ...input.relative, name: '别人' } }
    expect(refusalIn(await again.ask('invitations', 'create', other, requestId)).code).toBe('request-reused')
  } finally {
    await running.kill()
  }
})
