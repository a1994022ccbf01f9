import { PEOPLE, personByOpenid, personNamed, type SyntheticPerson } from '../../../local/people'
import { mayJoin } from '../../../shared/rules'
import { day } from '../../../shared/values/day'
import type { Relation } from '../../../shared/values/relation'
import { relative } from './consistency'

const enrolmentOf = (person: SyntheticPerson) => ({
  scheme: person.scheme,
  enrolment: person.enrolment,
  regionCode: person.regionCode,
  poolingAreaCode: person.poolingArea?.code ?? null,
})
const documentOf = ({ idType, idNumber }: SyntheticPerson) => ({ idType, idNumber })

/** What the rules say when this relative accepts, `bound` others sharing with the policyholder already. */
const join = (
  policyholder: SyntheticPerson,
  idNumber: string,
  relation: Relation,
  bound: readonly { relation: Relation }[] = [],
  policyholdersOfRelative = 0,
): string => {
  const other = relative(PEOPLE, idNumber)
  const answer = mayJoin({
    policyholder: {
      ...enrolmentOf(policyholder),
      document: documentOf(policyholder),
      birthDay: policyholder.birthDay,
    },
    relative: { document: documentOf(other), birthDay: other.birthDay },
    relation,
    bound,
    relativeEnrolment: enrolmentOf(other),
    policyholdersOfRelative,
    today: day('2025-11-05'),
  })
  return answer.ok ? 'may join' : answer.refusal.code
}

describe('the people against the rules', () => {
  it.each([
    ['o-hebei-wang-jianguo'],
    ['o-hebei-chen-zhiqiang'],
    ['o-hebei-sun-wei'],
    ['o-xizang-zhaxi'],
    ['o-xizang-suolang'],
    ['o-guizhou-yang-changlin'],
    ['o-jiangxi-hu-guohua'],
    ['o-henan-zhang-hongqi'],
    ['o-anhui-wu-wei'],
    ['o-shandong-kong-fanxing'],
    ['o-shaanxi-qin-ling'],
    ['o-guangdong-lin-jiahao'],
    ['o-shanxi-guo-jinyang'],
    ['o-hubei-jiang-chutian'],
    ['o-jiangsu-xu-runsheng'],
    ['o-zhejiang-shen-haining'],
    ['o-shanghai-gu-shen'],
    ['o-beijing-guan-peng'],
    ['o-sichuan-lei-chuan'],
    ['o-chongqing-ran-yusheng'],
    ['o-gansu-qi-lianfeng'],
    ['o-fujian-hong-haisheng'],
    ['o-neimenggu-wu-en'],
    ['o-heilongjiang-chi-guanglin'],
    ['o-tianjin-mu-jinchuan'],
    ['o-hunan-yi-xiang'],
  ])('every relative of %s may join', (openid) => {
    const policyholder = personByOpenid(openid)
    for (const { idNumber, relation } of policyholder.family) {
      expect([relation, join(policyholder, idNumber, relation)]).toEqual([relation, 'may join'])
    }
  })

  it('any of the ten of 王建国 may be the eighth, and none the ninth', () => {
    const wang = personByOpenid('o-hebei-wang-jianguo')
    for (const { idNumber, relation } of wang.family) {
      const others = wang.family.filter((one) => one.idNumber !== idNumber)
      expect(join(wang, idNumber, relation, others.slice(0, 7))).toBe('may join')
      expect(join(wang, idNumber, relation, others.slice(0, 8))).toBe('member-cap-reached')
    }
  })

  it.each([
    ['o-hebei-zhao-minghui', 'sibling', 'enrolment-suspended'],
    ['o-hebei-zhao-mingxia', 'sibling', 'outside-area'],
    ['o-hebei-zhao-mingyue', 'sibling', 'not-enrolled'],
  ] as const)('%s is refused as a %s of 赵明远: %s', (openid, relation, code) => {
    const { idNumber } = personByOpenid(openid)
    expect(join(personByOpenid('o-hebei-zhao-mingyuan'), idNumber, relation)).toBe(code)
  })

  it('the cousin is refused as the child of his mother, for he is not insured', () => {
    const { idNumber } = personByOpenid('o-hebei-zhou-kai')
    expect(join(personByOpenid('o-hebei-zhao-yonghong'), idNumber, 'child')).toBe('not-enrolled')
  })

  it('spouses may each share with the other', () => {
    const [husband, wife] = [personByOpenid('o-hebei-sun-wei'), personByOpenid('o-hebei-ma-li')]
    expect(join(husband, wife.idNumber, 'spouse')).toBe('may join')
    expect(join(wife, husband.idNumber, 'spouse')).toBe('may join')
  })

  // What the note of each of these says can be seen in the demo.
  it.each([
    ['重庆: one is joined to one', '冉渝生', '谭莉', 'spouse', 1, 0, 'member-cap-reached'],
    ['重庆: and by one alone', '谭莉', '冉星语', 'child', 0, 1, 'policyholder-cap-reached'],
    ['厦门: one family account', '庄美玲', '洪子晴', 'child', 0, 1, 'policyholder-cap-reached'],
    ['福州 is not 厦门', '洪海燕', '苏丽卿', 'parent', 0, 1, 'may join'],
    ['大连: three relations', '曲航', '曲岚', 'sibling', 0, 0, 'relation-not-covered'],
    ['大连: father, mother, spouse, child', '曲航', '曲沐阳', 'child', 0, 0, 'may join'],
    ['内蒙古: no cap', '乌恩', '其其格', 'parent', 50, 0, 'may join'],
    ['内蒙古: several policyholders', '萨仁高娃', '巴特尔', 'child', 0, 5, 'may join'],
    ['大庆: the sixth', '迟广林', '迟晓北', 'child', 5, 0, 'member-cap-reached'],
    ['哈尔滨 is not 大庆', '迟广森', '迟万年', 'parent', 5, 0, 'may join'],
    ['江苏: another city of the province', '徐润生', '徐永泉', 'parent', 0, 0, 'may join'],
  ] as const)('%s', (_, who, whom, relation, bound, policyholders, expected) => {
    const others = Array.from({ length: bound }, () => ({ relation: 'sibling' as const }))
    const { idNumber } = personNamed(whom)
    expect(join(personNamed(who), idNumber, relation, others, policyholders)).toBe(expected)
  })
})
