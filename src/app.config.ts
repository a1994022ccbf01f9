import { APP_NAME, TAB_LABELS } from './copy/app'
import { COLOURS } from './theme/colours'

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/family/index', 'pages/join/index'],
  subPackages: [
    {
      root: 'packages/invite',
      name: 'invite',
      pages: ['form/index', 'check/index', 'sign/index', 'share/index'],
    },
    { root: 'packages/member', name: 'member', pages: ['detail/index'] },
    { root: 'packages/region', name: 'region', pages: ['choose/index'] },
    { root: 'packages/identity', name: 'identity', pages: ['link/index'] },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['identity', 'invite'] },
    'pages/services/index': { network: 'wifi', packages: ['region', 'invite'] },
    'pages/family/index': { network: 'all', packages: ['invite', 'member'] },
  },
  lazyCodeLoading: 'requiredComponents',
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
      { pagePath: 'pages/home/index', text: TAB_LABELS.home },
      { pagePath: 'pages/services/index', text: TAB_LABELS.services },
      { pagePath: 'pages/family/index', text: TAB_LABELS.family },
    ],
  },
})
