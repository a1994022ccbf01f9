import type { FamilyDeclared } from '../declaration'

/** A region of which little is published: our readings and the national rules answer. */
export const SICHUAN: readonly FamilyDeclared[] = [
  {
    family: '四川雷家',
    area: '成都市',
    people: [
      {
        name: '雷川',
        sex: 'male',
        born: '1985-05-12',
        openid: 'o-sichuan-lei-chuan',
        scheme: 'employee',
        balanceFen: 4_880_00,
        mother: '蒲秀兰',
        spouse: '岳小满',
        note: '在成都参保的授权人，当地公布得少，页面多用通用的说法。',
      },
      {
        name: '岳小满',
        sex: 'female',
        born: '1987-05-21',
        openid: 'o-sichuan-yue-xiaoman',
        scheme: 'resident',
        note: '雷川的妻子，参加居民医保。',
      },
      {
        name: '蒲秀兰',
        sex: 'female',
        born: '1960-08-14',
        openid: 'o-sichuan-pu-xiulan',
        scheme: 'resident',
        note: '雷川的母亲。',
      },
      {
        name: '雷子骞',
        sex: 'male',
        born: '2020-03-28',
        openid: null,
        scheme: 'resident',
        father: '雷川',
        mother: '岳小满',
        note: '雷川的儿子，五岁。',
      },
    ],
  },
]
