import * as v from 'valibot'
import { identity } from '../../../../shared/contract/identity'
import { EMPTY_FORM, isComplete, linkInput, linkProblems } from '../../../../src/packages/identity/link/model'

const good = { ...EMPTY_FORM, name: ' 扎西 ', idNumber: '5400991990 0616 0012', agreed: true }

describe('the form with which one says who one is', () => {
  it('lacks everything at first', () => {
    const problems = linkProblems(EMPTY_FORM)
    expect(Object.values(problems).every((problem) => problem !== null)).toBe(true)
    expect(isComplete(problems)).toBe(false)
  })

  it.each([
    ['5400991990061600', '位数'],
    ['540099199006160O12', '不该出现'],
    ['540099199002300012', '出生日期'],
    ['540099199006160013', '对不上'],
  ])('says what is wrong with %s', (idNumber, words) => {
    expect(linkProblems({ ...good, idNumber }).idNumber).toContain(words)
  })

  it.each([
    ['扎西', null],
    ['阿依古丽·买买提', null],
    ['𬱟', null],
    ["Anne-Marie O'Neill", null],
    ['扎西1', '数字或符号'],
    ['扎西，同意', '数字或符号'],
    ['  ', '请填写'],
  ])('takes a name as people have one: %s', (name, words) => {
    const { name: problem } = linkProblems({ ...good, name })
    if (words === null) expect(problem).toBeNull()
    else expect(problem).toContain(words)
  })

  it('asks no check digit of other documents', () => {
    expect(linkProblems({ ...good, idType: '04', idNumber: 'h1234567' }).idNumber).toBeNull()
  })

  it('sends nothing without consent', () => {
    expect(isComplete(linkProblems({ ...good, agreed: false }))).toBe(false)
  })

  it('is sent as the contract takes it', () => {
    expect(isComplete(linkProblems(good))).toBe(true)
    const input = { ...linkInput(good), verificationToken: 'token' }
    expect(input).toMatchObject({ name: '扎西', idType: '01', idNumber: '540099199006160012' })
    expect(v.parse(identity.actions.link.input, input)).toEqual(input)
  })
})
