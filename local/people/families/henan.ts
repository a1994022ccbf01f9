import type { FamilyDeclared } from '../declaration'

/** A policyholder with spouse, mother, brother and child. */
export const HENAN: readonly FamilyDeclared[] = [
  {
    family: '河南张家',
    area: '郑州市',
    people: [
      {
        name: '张红旗',
        sex: 'male',
        born: '1981-10-01',
        openid: 'o-henan-zhang-hongqi',
        scheme: 'employee',
        balanceFen: 4_725_00,
        mother: '牛改英',
        spouse: '杜鹃',
        note: '在郑州参保的授权人。',
      },
      {
        name: '杜鹃',
        sex: 'female',
        born: '1983-04-04',
        openid: 'o-henan-du-juan',
        scheme: 'employee',
        balanceFen: 3_880_00,
        note: '张红旗的妻子。',
      },
      {
        name: '牛改英',
        sex: 'female',
        born: '1957-01-30',
        openid: 'o-henan-niu-gaiying',
        scheme: 'resident',
        note: '张红旗的母亲，参加居民医保。',
      },
      {
        name: '张卫星',
        sex: 'male',
        born: '1985-05-28',
        openid: 'o-henan-zhang-weixing',
        scheme: 'resident',
        mother: '牛改英',
        note: '张红旗的弟弟。',
      },
      {
        name: '张梓萱',
        sex: 'female',
        born: '2012-12-12',
        openid: 'o-henan-zhang-zixuan',
        scheme: 'resident',
        father: '张红旗',
        mother: '杜鹃',
        note: '张红旗的女儿，十二岁。',
      },
    ],
  },
]
