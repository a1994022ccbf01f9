import type { FamilyDeclared } from '../declaration'

/** The premium of the resident scheme can be paid from 30 November 2025: the clock has to be moved. */
export const BEIJING: readonly FamilyDeclared[] = [
  {
    family: '北京关家',
    area: '北京市',
    people: [
      {
        name: '关鹏',
        sex: 'male',
        born: '1981-01-08',
        openid: 'o-beijing-guan-peng',
        scheme: 'employee',
        balanceFen: 5_500_00,
        mother: '金淑敏',
        spouse: '佟欣',
        note: '在北京参保的授权人，2025年11月30日起才能缴2026年的居民医保。',
      },
      {
        name: '佟欣',
        sex: 'female',
        born: '1984-04-17',
        openid: 'o-beijing-tong-xin',
        scheme: 'employee',
        balanceFen: 3_700_00,
        note: '关鹏的妻子。',
      },
      {
        name: '金淑敏',
        sex: 'female',
        born: '1956-02-25',
        openid: 'o-beijing-jin-shumin',
        scheme: 'resident',
        note: '关鹏的母亲，居民医保按老年人缴费。',
      },
      {
        name: '关悦',
        sex: 'female',
        born: '2017-10-10',
        openid: null,
        scheme: 'resident',
        father: '关鹏',
        mother: '佟欣',
        note: '关鹏的女儿，居民医保按学生儿童缴费。',
      },
    ],
  },
]
