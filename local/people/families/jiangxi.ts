import type { FamilyDeclared } from '../declaration'

/** A policyholder with spouse, parents and an adult child. */
export const JIANGXI: readonly FamilyDeclared[] = [
  {
    family: '江西胡家',
    area: '新余市',
    people: [
      {
        name: '胡国华',
        sex: 'male',
        born: '1975-04-22',
        openid: 'o-jiangxi-hu-guohua',
        scheme: 'employee',
        balanceFen: 9_900_00,
        father: '胡水根',
        mother: '熊菊香',
        spouse: '万小红',
        note: '在新余参保的授权人。',
      },
      {
        name: '万小红',
        sex: 'female',
        born: '1977-10-17',
        openid: 'o-jiangxi-wan-xiaohong',
        scheme: 'resident',
        note: '胡国华的妻子，参加居民医保。',
      },
      {
        name: '胡水根',
        sex: 'male',
        born: '1950-06-03',
        openid: 'o-jiangxi-hu-shuigen',
        scheme: 'resident',
        spouse: '熊菊香',
        note: '胡国华的父亲。',
      },
      {
        name: '熊菊香',
        sex: 'female',
        born: '1952-11-25',
        openid: null,
        scheme: 'resident',
        note: '胡国华的母亲，没有手机。',
      },
      {
        name: '胡嘉怡',
        sex: 'female',
        born: '2004-08-13',
        openid: 'o-jiangxi-hu-jiayi',
        scheme: 'resident',
        father: '胡国华',
        mother: '万小红',
        note: '胡国华的女儿，大学生。',
      },
    ],
  },
]
