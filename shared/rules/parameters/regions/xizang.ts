import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import { RELATIONS, USES } from '../../../values/relation'
import type { Region } from '../layer'

const lastChecked = day('2026-11-21')

/** 西藏自治区. One pooling area since the region pools as a whole. */
export const XIZANG: Region = {
  regionCode: '540000',
  name: '西藏自治区',
  shortName: '西藏',
  lastChecked,
  parameters: {
    system: [{ value: '西藏医保小程序', sources: ['seed002', 'xz_nq'], lastChecked }],
    channels: [
      {
        value: ['西藏医保小程序', '国家医保服务平台APP西藏专区', '医保窗口'],
        sources: ['seed002', 'xz_lasa'],
        lastChecked,
      },
    ],
    'entry-path': [
      {
        value: ['我要办', '个人账号家庭共享', '邀请成员加入'],
        sources: ['seed002', 'xz_nq'],
        reliability: 'machine-written',
        lastChecked,
        note: '我要办这一层有官方页面可对照，其余见于网文。',
      },
    ],
    'entry-label': [
      {
        value: '个人账号家庭共享',
        sources: ['seed002', 'xz_kao'],
        lastChecked,
        note: '入口写账号，页面写账户，两处都照原样。',
      },
    ],
    'page-title': [{ value: '个人账户家庭共享', sources: ['seed002'], lastChecked }],
    'invite-label': [{ value: '邀请成员加入', sources: ['seed002'], lastChecked }],
    'first-timers-form': [{ value: true, sources: ['seed002'], lastChecked }],
    steps: [
      {
        value: [
          '进入个人账户家庭共享',
          '第一次直接进入填写页，以后点邀请成员加入',
          '填写家人信息',
          '提交申请',
          '添加成功后返回，可查看已绑定的家人',
        ],
        sources: ['seed002'],
        lastChecked,
      },
    ],
    'other-paths': [
      {
        value: [
          {
            system: '国家医保服务平台APP',
            path: ['地方专区', '西藏', '更多', '服务事项', '我要办', '个人账号家庭共享', '邀请成员加入'],
          },
        ],
        sources: ['seed002'],
        lastChecked,
      },
    ],
    'offline-desk': [{ value: '医保窗口，填写申请表并签承诺书', sources: ['xz_lasa'], lastChecked }],

    'relation-scope': [
      {
        value: ['spouse', 'parent', 'child'],
        from: day('2021-01-01'),
        fromIs: 'year',
        until: day('2024-11-25'),
        sources: ['xinhua20241126'],
        lastChecked,
        note: '2021年的全国口径。',
      },
      {
        value: RELATIONS,
        from: day('2024-11-26'),
        fromIs: 'at-latest',
        sources: ['cctv20241126', 'seed002'],
        lastChecked,
      },
    ],
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-05-18'),
        fromIs: 'at-latest',
        sources: ['xinhua20240518', 'xz_xwfb', 'xz_j'],
        lastChecked,
        note: '全区是一个统筹区，所以只有区外参保才算不在同一统筹区。',
      },
    ],

    'consent-title': [{ value: '家庭共享承诺书', sources: ['xz_lasa', 'xz_kao'], lastChecked }],
    'consent-mode': [
      {
        value: 'tick',
        sources: ['xz_kao', 'seed002'],
        lastChecked,
        note: '网文说阅读后同意即可，没有提手写签名。',
      },
    ],
    'unbind-notice-title': [{ value: '解绑告知书', sources: ['seed002'], lastChecked }],
    proofs: [
      {
        value: [{ relation: 'any', documents: ['户口本照片'] }],
        sources: ['xz_lasa'],
        lastChecked,
        note: '只有一处网文这样说，不强制。',
      },
    ],
    review: [
      {
        value: false,
        sources: ['seed002'],
        lastChecked,
        note: '提交后即添加成功；另有网文说审核1至3或3至7个工作日，互相矛盾，没有采用。',
      },
    ],

    'allowed-uses': [{ value: USES, sources: ['gb38', 'seed002'], lastChecked }],
    'deduction-order': [
      { value: ['own-account', 'policyholder-account', 'cash'], sources: ['seed002'], lastChecked },
    ],

    'premium-fen': [
      {
        value: {
          premiumYear: 2024,
          tiers: [
            { tier: 'high', title: '高档', amountFen: fen(380_00) },
            { tier: 'low', title: '低档', amountFen: fen(200_00) },
          ],
        },
        from: day('2023-10-01'),
        until: day('2024-09-24'),
        sources: ['xz_2024'],
        lastChecked,
      },
      {
        value: {
          premiumYear: 2025,
          tiers: [
            { tier: 'high', title: '高档', amountFen: fen(400_00) },
            { tier: 'low', title: '低档', amountFen: fen(220_00) },
          ],
        },
        from: day('2024-09-25'),
        until: day('2025-10-31'),
        sources: ['xz_2025'],
        lastChecked,
      },
      {
        value: {
          premiumYear: 2026,
          tiers: [
            { tier: 'high', title: '高档', amountFen: fen(400_00) },
            { tier: 'low', title: '低档', amountFen: fen(240_00) },
          ],
        },
        from: day('2025-11-01'),
        until: day('2026-12-31'),
        sources: ['xz_2026'],
        lastChecked,
      },
    ],
    'premium-window': [
      {
        value: { premiumYear: 2024, from: day('2023-10-01'), until: day('2023-12-31') },
        from: day('2023-10-01'),
        until: day('2024-09-24'),
        sources: ['xz_2024'],
        lastChecked,
      },
      {
        value: { premiumYear: 2025, from: day('2024-09-25'), until: day('2024-12-31') },
        from: day('2024-09-25'),
        until: day('2025-10-31'),
        sources: ['xz_2025b'],
        lastChecked,
      },
      {
        value: { premiumYear: 2026, from: day('2025-11-01'), until: day('2026-01-31') },
        from: day('2025-11-01'),
        until: day('2026-12-31'),
        sources: ['xz_2026'],
        lastChecked,
      },
    ],
    'premium-waivers': [
      {
        value: {
          premiumYear: 2025,
          groups: [
            { who: '特困供养人员', paysFen: fen(0) },
            { who: '孤儿（含事实无人抚养儿童）', paysFen: fen(0) },
            { who: '一级、二级重度残疾人', paysFen: fen(0) },
            { who: '边民', paysFen: fen(0) },
            { who: '低保对象和低保边缘家庭', paysFen: fen(40_00) },
            { who: '易返贫致贫人口', paysFen: fen(40_00) },
            { who: '困难职工', paysFen: fen(40_00) },
            { who: '年收入8000至12000元的脱贫人口', paysFen: fen(160_00) },
          ],
        },
        from: day('2024-09-25'),
        until: day('2025-10-31'),
        sources: ['xz_2025', 'xz_2025b'],
        reliability: 'machine-written',
        lastChecked,
        note: '高龄老人、僧尼的资助说法不一，没有收入；2026年度的没有查到。',
      },
    ],

    'wallet-coverage': [
      {
        value: { whole: true },
        from: day('2025-01-17'),
        sources: ['xz_wallet', 'wallet81', 'wallet188'],
        lastChecked,
      },
    ],
    'wallet-live': [
      {
        value: day('2025-01-17'),
        from: day('2025-01-17'),
        sources: ['xz_wallet', 'wallet81'],
        lastChecked,
      },
    ],
    'wallet-day-amount-fen': [
      {
        value: fen(2_000_00),
        sources: ['seed002'],
        lastChecked,
        note: '全国规则是每笔2000元，不是每天2000元；这一条未经证实，不拦人。',
      },
    ],
    'wallet-floor-fen': [
      {
        value: fen(3_000_00),
        sources: ['seed002'],
        lastChecked,
        note: '官方报道没有提到，也没说清是转账前的余额还是转账后的留存；未经证实，不拦人。',
      },
    ],
  },
  notFound: [
    'relation-caps',
    'member-cap',
    'policyholder-cap',
    'local-confirmation',
    'start-day',
    'end-day',
    'bind-effective',
    'unbind-effective',
    'rebind',
    'ends-with-enrolment',
    'policyholder-floor-fen',
    'per-settlement-limit-fen',
    'one-policyholder-per-settlement',
    'premium-flow',
    'premium-benefit',
    'premium-refund',
  ],
}
