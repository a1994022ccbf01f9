import type { FamilyDeclared } from '../declaration'

/** A policyholder in whose region the balance of earlier years alone is shared. */
export const ZHEJIANG: readonly FamilyDeclared[] = [
  {
    family: '浙江沈家',
    area: '宁波市',
    people: [
      {
        name: '沈海宁',
        sex: 'male',
        born: '1983-03-15',
        openid: 'o-zhejiang-shen-haining',
        scheme: 'employee',
        balanceFen: 10_400_00,
        mother: '竺月仙',
        spouse: '潘雨薇',
        note: '在宁波参保的授权人，当地只能用历年账户里的钱。',
      },
      {
        name: '潘雨薇',
        sex: 'female',
        born: '1985-08-26',
        openid: 'o-zhejiang-pan-yuwei',
        scheme: 'employee',
        balanceFen: 4_150_00,
        note: '沈海宁的妻子。',
      },
      {
        name: '竺月仙',
        sex: 'female',
        born: '1957-06-06',
        openid: 'o-zhejiang-zhu-yuexian',
        scheme: 'resident',
        note: '沈海宁的母亲，参加居民医保。',
      },
      {
        name: '沈知夏',
        sex: 'female',
        born: '2019-05-05',
        openid: null,
        scheme: 'resident',
        father: '沈海宁',
        mother: '潘雨薇',
        note: '沈海宁的女儿，六岁。',
      },
    ],
  },
]
