import fc from 'fast-check'
import {
  type Moment,
  subscribedAfterFailure,
  subscribedIn,
  type Template,
  templatesAt,
} from '../../../src/messages/model'

const none: Readonly<Record<Template, string>> = { 'invitation-answered': '', 'sharing-changed': '' }
const both = { 'invitation-answered': 'answered-1', 'sharing-changed': 'changed-1' }
const moment = fc.constantFrom<Moment>('invitation-sent', 'joined')

describe('the templates that are asked for', () => {
  it('are none where a deployment has set none, so that nothing is asked', () => {
    expect(templatesAt('invitation-sent', none)).toEqual([])
    expect(templatesAt('joined', { ...none, 'sharing-changed': '  ' })).toEqual([])
  })

  it('fit the moment', () => {
    expect(templatesAt('invitation-sent', both)).toEqual(['answered-1', 'changed-1'])
    expect(templatesAt('joined', both)).toEqual(['changed-1'])
    expect(templatesAt('joined', { ...both, 'sharing-changed': '' })).toEqual([])
  })

  it('are three at most, each once, none empty', () => {
    const id = fc.constantFrom('', ' ', 'a', 'b')
    fc.assert(
      fc.property(moment, id, id, (at, answered, changed) => {
        const ids = templatesAt(at, { 'invitation-answered': answered, 'sharing-changed': changed })
        expect(ids.length).toBeLessThanOrEqual(3)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.every((one) => one.trim() !== '')).toBe(true)
      }),
    )
  })
})

describe('what came of asking', () => {
  it('is a yes only where WeChat says accept for one of them', () => {
    expect(subscribedIn({ errMsg: 'requestSubscribeMessage:ok', a: 'accept', b: 'reject' }, ['a', 'b'])).toBe(
      'will-be-told',
    )
    expect(subscribedIn({ errMsg: 'requestSubscribeMessage:ok', a: 'reject', b: 'ban' }, ['a', 'b'])).toBe(
      'refused',
    )
    expect(subscribedIn({ errMsg: 'requestSubscribeMessage:ok', c: 'accept' }, ['a'])).toBe('refused')
  })

  it('is a refusal where all messages are switched off, else it could not be asked', () => {
    expect(subscribedAfterFailure({ errCode: 20004, errMsg: 'fail' })).toBe('refused')
    expect(subscribedAfterFailure({ errCode: 10002 })).toBe('not-possible')
    expect(subscribedAfterFailure(new Error('fail'))).toBe('not-possible')
    expect(subscribedAfterFailure(undefined)).toBe('not-possible')
  })
})
