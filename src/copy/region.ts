const AREAS: Readonly<Record<string, string>> = {
  1: '华北',
  2: '东北',
  3: '华东',
  4: '中南',
  5: '西南',
  6: '西北',
}

export const REGION = {
  title: '参保地',
  yours: (name: string) => `您的参保地是${name}。`,
  yoursNotHeld: (name: string) => `您在${name}参保，那里的规定还没有收录，页面用通用的说法。`,
  unlinked: '确认身份后，会自动用您的参保地。现在可以先看看各地的叫法和规定。',
  noEnrolment: '没有查到您的参保地。可以先看看各地的叫法和规定。',
  choose: '选一个地方',
  enrolled: '您在这里参保',
  enrolledShort: '您的参保地',
  areas: AREAS,
  otherArea: '其他',
  use: (name: string) => `页面改用${name}的叫法`,
  inUse: '现在用的就是这里的叫法',
  lookOnly: '换了叫法，办理时仍按您参保地的规定。',
  callsIt: (name: string) => `${name}这样叫`,
  system: '在哪里办',
  entry: '入口',
  seeRules: (name: string) => `看${name}的规定和出处`,
} as const
