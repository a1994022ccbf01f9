export const APP_NAME = '医保家庭共享'

export const TAB_LABELS = { home: '首页', services: '我要办', family: '我的家人' } as const
