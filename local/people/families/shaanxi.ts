import type { FamilyDeclared } from '../declaration'

/** A policyholder with spouse, parents and two children. */
export const SHAANXI: readonly FamilyDeclared[] = [
  {
    family: '陕西秦家',
    area: '西安市',
    people: [
      {
        name: '秦岭',
        sex: 'male',
        born: '1979-03-12',
        openid: 'o-shaanxi-qin-ling',
        scheme: 'employee',
        balanceFen: 8_450_00,
        father: '秦保国',
        mother: '雷桂芳',
        spouse: '白雪梅',
        note: '在西安参保的授权人，顺位可以调整。',
      },
      {
        name: '白雪梅',
        sex: 'female',
        born: '1980-12-21',
        openid: 'o-shaanxi-bai-xuemei',
        scheme: 'resident',
        note: '秦岭的妻子，参加居民医保。',
      },
      {
        name: '秦保国',
        sex: 'male',
        born: '1953-05-01',
        openid: 'o-shaanxi-qin-baoguo',
        scheme: 'employee',
        balanceFen: 4_020_00,
        spouse: '雷桂芳',
        note: '秦岭的父亲，退休职工。',
      },
      {
        name: '雷桂芳',
        sex: 'female',
        born: '1955-10-14',
        openid: null,
        scheme: 'resident',
        note: '秦岭的母亲，没有手机。',
      },
      {
        name: '秦朗',
        sex: 'male',
        born: '2005-02-28',
        openid: 'o-shaanxi-qin-lang',
        scheme: 'resident',
        father: '秦岭',
        mother: '白雪梅',
        note: '秦岭的儿子，大学生。',
      },
      {
        name: '秦悦',
        sex: 'female',
        born: '2010-09-01',
        openid: 'o-shaanxi-qin-yue',
        scheme: 'resident',
        father: '秦岭',
        mother: '白雪梅',
        note: '秦岭的女儿，十五岁。',
      },
    ],
  },
]
