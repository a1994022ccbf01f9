import type { FamilyDeclared } from '../declaration'

/** A policyholder who signs by hand; earlier years alone are shared, and how much that is nobody says. */
export const SHANGHAI: readonly FamilyDeclared[] = [
  {
    family: '上海顾家',
    area: '上海市',
    people: [
      {
        name: '顾申',
        sex: 'male',
        born: '1980-12-12',
        openid: 'o-shanghai-gu-shen',
        scheme: 'employee',
        balanceFen: 16_800_00,
        father: '顾根宝',
        mother: '陶玉珍',
        spouse: '倪文君',
        note: '在上海参保的授权人，承诺书手写签名。',
      },
      {
        name: '倪文君',
        sex: 'female',
        born: '1982-07-01',
        openid: 'o-shanghai-ni-wenjun',
        scheme: 'employee',
        balanceFen: 9_050_00,
        note: '顾申的妻子。',
      },
      {
        name: '顾根宝',
        sex: 'male',
        born: '1952-03-03',
        openid: 'o-shanghai-gu-genbao',
        scheme: 'employee',
        balanceFen: 6_600_00,
        spouse: '陶玉珍',
        note: '顾申的父亲，退休。',
      },
      {
        name: '陶玉珍',
        sex: 'female',
        born: '1953-11-20',
        openid: 'o-shanghai-tao-yuzhen',
        scheme: 'resident',
        note: '顾申的母亲，参加居民医保。',
      },
      {
        name: '顾念安',
        sex: 'male',
        born: '2015-09-09',
        openid: null,
        scheme: 'resident',
        father: '顾申',
        mother: '倪文君',
        note: '顾申的儿子，十岁。',
      },
    ],
  },
]
