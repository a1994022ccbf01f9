import type { FamilyDeclared } from '../declaration'

/** A rare character in a name: 𬱟 lies outside the basic plane and takes two UTF-16 units. */
export const ANHUI: readonly FamilyDeclared[] = [
  {
    family: '安徽吴家',
    area: '合肥市',
    people: [
      {
        name: '吴𬱟',
        sex: 'female',
        born: '1989-07-01',
        openid: 'o-anhui-wu-wei',
        scheme: 'employee',
        balanceFen: 6_150_00,
        father: '吴学文',
        mother: '徐秀云',
        spouse: '方志远',
        note: '名字里有生僻字，显示时不能断开。',
      },
      {
        name: '方志远',
        sex: 'male',
        born: '1987-02-23',
        openid: 'o-anhui-fang-zhiyuan',
        scheme: 'employee',
        balanceFen: 2_700_00,
        note: '吴𬱟的丈夫。',
      },
      {
        name: '吴学文',
        sex: 'male',
        born: '1962-08-16',
        openid: 'o-anhui-wu-xuewen',
        scheme: 'employee',
        balanceFen: 5_190_00,
        spouse: '徐秀云',
        note: '吴𬱟的父亲，退休职工。',
      },
      {
        name: '徐秀云',
        sex: 'female',
        born: '1963-03-29',
        openid: 'o-anhui-xu-xiuyun',
        scheme: 'resident',
        note: '吴𬱟的母亲。',
      },
      {
        name: '方小满',
        sex: 'male',
        born: '2016-05-20',
        openid: 'o-anhui-fang-xiaoman',
        scheme: 'resident',
        father: '方志远',
        mother: '吴𬱟',
        note: '吴𬱟的儿子，九岁。',
      },
    ],
  },
]
