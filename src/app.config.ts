import { APP_NAME, TAB_LABELS } from './copy/app'
import { COLOURS } from './theme/colours'

/** Our own drawings; the chosen one is filled, so that it differs by more than its colour. */
function icon(tab: 'home' | 'services' | 'family') {
  return { iconPath: `theme/tab-icons/${tab}.png`, selectedIconPath: `theme/tab-icons/${tab}-on.png` }
}

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/family/index', 'pages/join/index'],
  subPackages: [
    {
      root: 'packages/invite',
      name: 'invite',
      pages: ['form/index', 'check/index', 'proofs/index', 'sign/index', 'share/index'],
    },
    {
      root: 'packages/member',
      name: 'member',
      pages: [
        'detail/index',
        'unbind/index',
        'change/index',
        'extend/index',
        'own-consent/index',
        'account-limit/index',
        'order/index',
        'proofs/index',
      ],
    },
    { root: 'packages/letters', name: 'letters', pages: ['list/index', 'read/index', 'check/index'] },
    { root: 'packages/region', name: 'region', pages: ['choose/index'] },
    { root: 'packages/inbox', name: 'inbox', pages: ['list/index'] },
    {
      root: 'packages/records',
      name: 'records',
      pages: ['timeline/index', 'who-saw/index', 'take-along/index', 'close/index'],
    },
    {
      root: 'packages/premiums',
      name: 'premiums',
      pages: [
        'overview/index',
        'check/index',
        'payment/index',
        'refund/index',
        'records/index',
        'password/index',
      ],
    },
    {
      root: 'packages/rules',
      name: 'rules',
      pages: ['browse/index', 'compare/index', 'may-invite/index', 'region/index'],
    },
    { root: 'packages/settlement', name: 'settlement', pages: ['preview/index', 'records/index'] },
    { root: 'packages/identity', name: 'identity', pages: ['link/index'] },
    { root: 'packages/about', name: 'about', pages: ['privacy/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['identity', 'invite', 'inbox', 'premiums'] },
    // Who was invited comes here first, and mostly has to say who she is.
    'pages/join/index': { network: 'all', packages: ['identity', 'member'] },
    'packages/identity/link/index': { network: 'all', packages: ['about'] },
    'pages/services/index': {
      network: 'wifi',
      packages: ['region', 'invite', 'rules', 'letters', 'records', 'settlement', 'premiums'],
    },
    'pages/family/index': { network: 'all', packages: ['invite', 'member'] },
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  window: {
    navigationBarTitleText: APP_NAME,
    navigationBarBackgroundColor: COLOURS.paper,
    navigationBarTextStyle: 'black',
    backgroundColor: COLOURS.paper,
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: COLOURS.inkSoft,
    selectedColor: COLOURS.jade,
    backgroundColor: COLOURS.card,
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: TAB_LABELS.home, ...icon('home') },
      { pagePath: 'pages/services/index', text: TAB_LABELS.services, ...icon('services') },
      { pagePath: 'pages/family/index', text: TAB_LABELS.family, ...icon('family') },
    ],
  },
})
