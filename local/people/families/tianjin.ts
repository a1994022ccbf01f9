import type { FamilyDeclared } from '../declaration'

/** A policyholder who signs by hand; the cap is known of no source that may stop anybody. */
export const TIANJIN: readonly FamilyDeclared[] = [
  {
    family: '天津穆家',
    area: '天津市',
    people: [
      {
        name: '穆津川',
        sex: 'male',
        born: '1984-10-06',
        openid: 'o-tianjin-mu-jinchuan',
        scheme: 'employee',
        balanceFen: 5_980_00,
        mother: '于宝珍',
        spouse: '纪晓棠',
        note: '在天津参保的授权人，承诺书签字确认。',
      },
      {
        name: '纪晓棠',
        sex: 'female',
        born: '1986-06-23',
        openid: 'o-tianjin-ji-xiaotang',
        scheme: 'employee',
        balanceFen: 2_300_00,
        note: '穆津川的妻子。',
      },
      {
        name: '于宝珍',
        sex: 'female',
        born: '1959-03-18',
        openid: 'o-tianjin-yu-baozhen',
        scheme: 'resident',
        note: '穆津川的母亲，参加居民医保。',
      },
      {
        name: '穆可为',
        sex: 'male',
        born: '2018-12-03',
        openid: null,
        scheme: 'resident',
        father: '穆津川',
        mother: '纪晓棠',
        note: '穆津川的儿子，六岁。',
      },
    ],
  },
]
