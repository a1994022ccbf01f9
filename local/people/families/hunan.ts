import type { FamilyDeclared } from '../declaration'

/** A region whose form asks for a last day; that it begins today is written by machines alone and stops nobody. */
export const HUNAN: readonly FamilyDeclared[] = [
  {
    family: '湖南易家',
    area: '长沙市',
    people: [
      {
        name: '易湘',
        sex: 'male',
        born: '1982-12-29',
        openid: 'o-hunan-yi-xiang',
        scheme: 'employee',
        balanceFen: 4_310_00,
        mother: '龙桂香',
        spouse: '文芷若',
        note: '在长沙参保的授权人，表上要填到哪天为止。',
      },
      {
        name: '文芷若',
        sex: 'female',
        born: '1984-09-14',
        openid: 'o-hunan-wen-zhiruo',
        scheme: 'employee',
        balanceFen: 3_520_00,
        note: '易湘的妻子。',
      },
      {
        name: '龙桂香',
        sex: 'female',
        born: '1958-05-01',
        openid: 'o-hunan-long-guixiang',
        scheme: 'resident',
        note: '易湘的母亲，参加居民医保。',
      },
      {
        name: '易南星',
        sex: 'female',
        born: '2021-08-17',
        openid: null,
        scheme: 'resident',
        father: '易湘',
        mother: '文芷若',
        note: '易湘的女儿，四岁。',
      },
    ],
  },
]
