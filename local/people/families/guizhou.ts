import type { FamilyDeclared } from '../declaration'

/** A policyholder with spouse, parents and two children. */
export const GUIZHOU: readonly FamilyDeclared[] = [
  {
    family: '贵州杨家',
    area: '贵阳市',
    people: [
      {
        name: '杨昌林',
        sex: 'male',
        born: '1986-09-09',
        openid: 'o-guizhou-yang-changlin',
        scheme: 'employee',
        balanceFen: 5_540_00,
        father: '杨胜华',
        mother: '吴桂莲',
        spouse: '罗秀萍',
        note: '在贵阳参保的授权人。',
      },
      {
        name: '罗秀萍',
        sex: 'female',
        born: '1988-03-15',
        openid: 'o-guizhou-luo-xiuping',
        scheme: 'employee',
        balanceFen: 2_310_00,
        note: '杨昌林的妻子。',
      },
      {
        name: '杨胜华',
        sex: 'male',
        born: '1959-12-01',
        openid: 'o-guizhou-yang-shenghua',
        scheme: 'resident',
        spouse: '吴桂莲',
        note: '杨昌林的父亲，参加居民医保。',
      },
      {
        name: '吴桂莲',
        sex: 'female',
        born: '1962-02-18',
        openid: 'o-guizhou-wu-guilian',
        scheme: 'resident',
        note: '杨昌林的母亲。',
      },
      {
        name: '杨思源',
        sex: 'male',
        born: '2013-07-20',
        openid: 'o-guizhou-yang-siyuan',
        scheme: 'resident',
        father: '杨昌林',
        mother: '罗秀萍',
        note: '杨昌林的儿子，十二岁。',
      },
      {
        name: '杨思甜',
        sex: 'female',
        born: '2019-01-11',
        openid: 'o-guizhou-yang-sitian',
        scheme: 'resident',
        father: '杨昌林',
        mother: '罗秀萍',
        note: '杨昌林的女儿，六岁。',
      },
    ],
  },
]
