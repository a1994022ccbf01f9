import type { FamilyDeclared } from '../declaration'

/** A policyholder whose father is enrolled in another city of the province. */
export const JIANGSU: readonly FamilyDeclared[] = [
  {
    family: '江苏徐家',
    area: '扬州市',
    people: [
      {
        name: '徐润生',
        sex: 'male',
        born: '1979-09-21',
        openid: 'o-jiangsu-xu-runsheng',
        scheme: 'employee',
        balanceFen: 8_900_00,
        father: '徐永泉',
        mother: '钱素琴',
        spouse: '姚静怡',
        note: '在扬州参保的授权人，要填开始和结束日期，承诺书手写签名。',
      },
      {
        name: '姚静怡',
        sex: 'female',
        born: '1981-05-30',
        openid: 'o-jiangsu-yao-jingyi',
        scheme: 'employee',
        balanceFen: 3_310_00,
        note: '徐润生的妻子，当地只有夫妻之间要对方确认。',
      },
      {
        name: '徐永泉',
        sex: 'male',
        born: '1953-04-11',
        openid: 'o-jiangsu-xu-yongquan',
        scheme: 'employee',
        balanceFen: 1_020_00,
        area: '无锡市',
        spouse: '钱素琴',
        note: '徐润生的父亲，在无锡参保：同省别的市，可以添加。',
      },
      {
        name: '钱素琴',
        sex: 'female',
        born: '1954-10-02',
        openid: 'o-jiangsu-qian-suqin',
        scheme: 'resident',
        note: '徐润生的母亲，参加居民医保。',
      },
      {
        name: '徐可心',
        sex: 'female',
        born: '2011-01-19',
        openid: 'o-jiangsu-xu-kexin',
        scheme: 'resident',
        father: '徐润生',
        mother: '姚静怡',
        note: '徐润生的女儿，十四岁。',
      },
    ],
  },
]
