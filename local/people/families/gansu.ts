import type { FamilyDeclared } from '../declaration'

/** A region that has questions and answers to read before its letter. */
export const GANSU: readonly FamilyDeclared[] = [
  {
    family: '甘肃祁家',
    area: '兰州市',
    people: [
      {
        name: '祁连峰',
        sex: 'male',
        born: '1982-02-14',
        openid: 'o-gansu-qi-lianfeng',
        scheme: 'employee',
        balanceFen: 3_640_00,
        father: '祁生福',
        mother: '马桂花',
        spouse: '景雪莹',
        note: '在兰州参保的授权人，先看家庭共济问答，再签承诺书。',
      },
      {
        name: '景雪莹',
        sex: 'female',
        born: '1984-12-24',
        openid: 'o-gansu-jing-xueying',
        scheme: 'employee',
        balanceFen: 1_990_00,
        note: '祁连峰的妻子。',
      },
      {
        name: '祁生福',
        sex: 'male',
        born: '1956-05-09',
        openid: 'o-gansu-qi-shengfu',
        scheme: 'resident',
        spouse: '马桂花',
        note: '祁连峰的父亲，参加居民医保。',
      },
      {
        name: '马桂花',
        sex: 'female',
        born: '1958-01-31',
        openid: 'o-gansu-ma-guihua',
        scheme: 'resident',
        note: '祁连峰的母亲。',
      },
      {
        name: '祁小雨',
        sex: 'female',
        born: '2010-04-05',
        openid: 'o-gansu-qi-xiaoyu',
        scheme: 'resident',
        father: '祁连峰',
        mother: '景雪莹',
        note: '祁连峰的女儿，十五岁，未满十六岁，由父母签字。',
      },
    ],
  },
]
