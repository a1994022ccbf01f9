import type { FamilyDeclared } from '../declaration'

/** One relative, one policyholder: known of 厦门, where this family is enrolled, and of no other city. */
export const FUJIAN: readonly FamilyDeclared[] = [
  {
    family: '福建洪家',
    area: '厦门市',
    people: [
      {
        name: '洪海生',
        sex: 'male',
        born: '1980-10-20',
        openid: 'o-fujian-hong-haisheng',
        scheme: 'employee',
        balanceFen: 9_700_00,
        mother: '苏丽卿',
        spouse: '庄美玲',
        note: '在厦门参保的授权人，家人只能在一个家庭账户里。',
      },
      {
        name: '庄美玲',
        sex: 'female',
        born: '1982-03-12',
        openid: 'o-fujian-zhuang-meiling',
        scheme: 'employee',
        balanceFen: 5_200_00,
        note: '洪海生的妻子，丈夫添加了孩子，她就不能再添加。',
      },
      {
        name: '苏丽卿',
        sex: 'female',
        born: '1957-09-08',
        openid: 'o-fujian-su-liqing',
        scheme: 'resident',
        note: '洪海生的母亲，参加居民医保。',
      },
      {
        name: '洪子晴',
        sex: 'female',
        born: '2014-02-02',
        openid: null,
        scheme: 'resident',
        father: '洪海生',
        mother: '庄美玲',
        note: '洪海生的女儿，十一岁。',
      },
      {
        name: '洪海燕',
        sex: 'female',
        born: '1984-07-19',
        openid: 'o-fujian-hong-haiyan',
        scheme: 'employee',
        balanceFen: 2_100_00,
        area: '福州市',
        mother: '苏丽卿',
        note: '洪海生的妹妹，在福州参保：厦门的上限对她不算。',
      },
    ],
  },
]
