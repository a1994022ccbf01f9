import type { FamilyDeclared } from '../declaration'

/** A spouse whose document is the 港澳居民来往内地通行证. */
export const GUANGDONG: readonly FamilyDeclared[] = [
  {
    family: '广东林家',
    area: '深圳市',
    people: [
      {
        name: '林嘉豪',
        sex: 'male',
        born: '1986-11-08',
        openid: 'o-guangdong-lin-jiahao',
        scheme: 'employee',
        balanceFen: 11_300_00,
        father: '林德明',
        mother: '梁惠珍',
        spouse: '陈咏恩',
        note: '在深圳参保的授权人，妻子持港澳通行证。',
      },
      {
        name: '陈咏恩',
        sex: 'female',
        born: '1988-08-18',
        openid: 'o-guangdong-chen-yongen',
        scheme: 'employee',
        balanceFen: 4_200_00,
        document: { idType: '04', idNumber: 'H09900001' },
        note: '林嘉豪的妻子，持港澳居民来往内地通行证。',
      },
      {
        name: '林德明',
        sex: 'male',
        born: '1958-07-15',
        openid: 'o-guangdong-lin-deming',
        scheme: 'resident',
        spouse: '梁惠珍',
        note: '林嘉豪的父亲，参加居民医保。',
      },
      {
        name: '梁惠珍',
        sex: 'female',
        born: '1960-03-03',
        openid: 'o-guangdong-liang-huizhen',
        scheme: 'resident',
        note: '林嘉豪的母亲。',
      },
      {
        name: '林子乔',
        sex: 'female',
        born: '2018-04-25',
        openid: 'o-guangdong-lin-ziqiao',
        scheme: 'resident',
        father: '林嘉豪',
        mother: '陈咏恩',
        note: '林嘉豪的女儿，七岁。',
      },
    ],
  },
]
