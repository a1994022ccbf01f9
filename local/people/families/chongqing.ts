import type { FamilyDeclared } from '../declaration'

/** One person is joined to one: the second relative is refused, and so is the second policyholder. */
export const CHONGQING: readonly FamilyDeclared[] = [
  {
    family: '重庆冉家',
    area: '重庆市',
    people: [
      {
        name: '冉渝生',
        sex: 'male',
        born: '1978-11-03',
        openid: 'o-chongqing-ran-yusheng',
        scheme: 'employee',
        balanceFen: 6_120_00,
        mother: '向朝碧',
        spouse: '谭莉',
        note: '在重庆参保的授权人，当地一对一，只能添加一位。',
      },
      {
        name: '谭莉',
        sex: 'female',
        born: '1980-09-19',
        openid: 'o-chongqing-tan-li',
        scheme: 'employee',
        balanceFen: 2_980_00,
        note: '冉渝生的妻子，婆婆不能由她添加。',
      },
      {
        name: '向朝碧',
        sex: 'female',
        born: '1955-07-27',
        openid: 'o-chongqing-xiang-chaobi',
        scheme: 'resident',
        note: '冉渝生的母亲，先添加了她，别人就满了。',
      },
      {
        name: '冉星语',
        sex: 'female',
        born: '2013-06-16',
        openid: 'o-chongqing-ran-xingyu',
        scheme: 'resident',
        father: '冉渝生',
        mother: '谭莉',
        note: '冉渝生的女儿，十二岁，父母都能添加她，但只能由一位。',
      },
    ],
  },
]
