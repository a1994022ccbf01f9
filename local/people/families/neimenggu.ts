import type { FamilyDeclared } from '../declaration'

/** As many relatives as one likes, and each may have several policyholders: the region says so. */
export const NEIMENGGU: readonly FamilyDeclared[] = [
  {
    family: '内蒙古乌家',
    area: '呼和浩特市',
    people: [
      {
        name: '乌恩',
        sex: 'male',
        born: '1979-03-21',
        openid: 'o-neimenggu-wu-en',
        scheme: 'employee',
        balanceFen: 6_350_00,
        mother: '其其格',
        spouse: '萨仁高娃',
        note: '在呼和浩特参保的授权人，添加几位都行，没有上限。',
      },
      {
        name: '萨仁高娃',
        sex: 'female',
        born: '1981-06-12',
        openid: 'o-neimenggu-saren-gaowa',
        scheme: 'employee',
        balanceFen: 4_440_00,
        note: '乌恩的妻子，也能添加同一位家人。',
      },
      {
        name: '其其格',
        sex: 'female',
        born: '1956-08-18',
        openid: 'o-neimenggu-qiqige',
        scheme: 'resident',
        note: '乌恩的母亲，参加居民医保。',
      },
      {
        name: '巴特尔',
        sex: 'male',
        born: '2012-09-30',
        openid: 'o-neimenggu-ba-teer',
        scheme: 'resident',
        father: '乌恩',
        mother: '萨仁高娃',
        note: '乌恩的儿子，十三岁，父母两人都能添加他。',
      },
    ],
  },
]
