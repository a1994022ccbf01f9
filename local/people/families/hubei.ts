import type { FamilyDeclared } from '../declaration'

/** A policyholder in whose region the letter is typed, or filled in by one tap. */
export const HUBEI: readonly FamilyDeclared[] = [
  {
    family: '湖北江家',
    area: '武汉市',
    people: [
      {
        name: '江楚天',
        sex: 'male',
        born: '1984-06-18',
        openid: 'o-hubei-jiang-chutian',
        scheme: 'employee',
        balanceFen: 7_260_00,
        mother: '熊桂芝',
        spouse: '舒晓荷',
        note: '在武汉参保的授权人，承诺书要照着打一句话，可以一键填入。',
      },
      {
        name: '舒晓荷',
        sex: 'female',
        born: '1986-02-09',
        openid: 'o-hubei-shu-xiaohe',
        scheme: 'employee',
        balanceFen: 2_450_00,
        note: '江楚天的妻子，同意书也照着打一句话。',
      },
      {
        name: '熊桂芝',
        sex: 'female',
        born: '1958-12-01',
        openid: 'o-hubei-xiong-guizhi',
        scheme: 'resident',
        note: '江楚天的母亲，参加居民医保。',
      },
      {
        name: '江一帆',
        sex: 'male',
        born: '2016-07-07',
        openid: null,
        scheme: 'resident',
        father: '江楚天',
        mother: '舒晓荷',
        note: '江楚天的儿子，九岁。',
      },
    ],
  },
]
